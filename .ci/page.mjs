// Shows pages in Chromium, over its pipe, and holds them against axe-core.
//   node page.mjs PAGES TOOLS [PICTURES]
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

const [pages, tools, pictures] = process.argv.slice(2);
const axe = readFileSync(join(tools, "node_modules/axe-core/axe.min.js"), "utf8");

// A fragment is checked in the frame that a content system gives it.
const framed = join(tools, "framed");
rmSync(framed, { recursive: true, force: true });
mkdirSync(framed, { recursive: true });
for (const name of readdirSync(pages).filter((name) => name.endsWith(".fragment"))) {
  const language = name.includes(".fr.") ? "fr-CA" : "en-CA";
  const fragment = readFileSync(join(pages, name), "utf8");
  const page = `<!DOCTYPE html>\n<html lang="${language}"><head><meta charset="utf-8"><title>Probitas</title></head>\n<body><main>\n${fragment}</main></body></html>\n`;
  writeFileSync(join(framed, `${name}.html`), page);
}

const profile = mkdtempSync(join(tmpdir(), "probitas-page-"));
const browser = spawn("chromium", [
  "--headless", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--disable-sync",
  `--user-data-dir=${profile}`,
], { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
const [input, output] = [browser.stdio[3], browser.stdio[4]];

let last = 0;
let rest = "";
const answers = new Map();
const listeners = new Set();
output.setEncoding("utf8");
output.on("data", (data) => {
  const messages = (rest + data).split("\0");
  rest = messages.pop();
  for (const message of messages.map((text) => JSON.parse(text))) {
    if (message.id) {
      const { resolve, reject } = answers.get(message.id);
      answers.delete(message.id);
      message.error ? reject(new Error(message.error.message)) : resolve(message.result);
    } else {
      for (const listener of [...listeners]) listener(message);
    }
  }
});
const failed = new Promise((_, reject) => {
  browser.on("error", reject);
  browser.on("exit", (code) => reject(new Error(`Chromium ended with ${code}`)));
});
failed.catch(() => {});
const ask = (method, params = {}, sessionId) => Promise.race([failed, new Promise((resolve, reject) => {
  last += 1;
  answers.set(last, { resolve, reject });
  input.write(JSON.stringify({ id: last, method, params, sessionId }) + "\0");
})]);
const happens = (method) => Promise.race([failed, new Promise((resolve) => {
  const listener = (message) => {
    if (message.method === method) { listeners.delete(listener); resolve(message.params); }
  };
  listeners.add(listener);
})]);

const { targetId } = await ask("Target.createTarget", { url: "about:blank" });
const { sessionId } = await ask("Target.attachToTarget", { targetId, flatten: true });
const tab = (method, params) => ask(method, params, sessionId);
const value = async (expression) => {
  const { result, exceptionDetails } = await tab("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
};
const width = (width) => tab("Emulation.setDeviceMetricsOverride", { width, height: 900, deviceScaleFactor: 1, mobile: false });
await tab("Page.enable");
await tab("Log.enable");

const complaints = [];
let said = [];
listeners.add((message) => {
  if (message.method === "Log.entryAdded") said.push(message.params.entry.text);
  if (message.method === "Page.javascriptDialogOpening") said.push("a script ran");
});
const paths = [pages, framed].flatMap((folder) => readdirSync(folder)
  .filter((name) => name.endsWith(".html")).map((name) => join(folder, name)));
let checks = 0;
for (const path of paths) {
  const name = basename(path);
  const complain = (text) => complaints.push(`${name}: ${text}`);
  said = [];
  await width(1000);
  const loaded = happens("Page.loadEventFired");
  await tab("Page.navigate", { url: pathToFileURL(path).href });
  await loaded;
  if (await value("document.scripts.length + document.querySelectorAll('[onerror],[onload],img,iframe').length")) complain("a text became an element");
  await value(`${axe}; 0`);
  const { violations, passes } = JSON.parse(await value("axe.run(document, { resultTypes: ['violations'] }).then(JSON.stringify)"));
  checks += passes.length;
  for (const { id, help, nodes } of violations) complain(`${id}: ${help} (${nodes.length}): ${nodes[0].html.slice(0, 200)}`);
  // WCAG 1.4.10: at 320 points there is nothing to scroll sideways.
  await width(320);
  const wide = await value("document.documentElement.scrollWidth");
  if (wide > 320 && !path.startsWith(framed)) complain(`${wide} points wide on a screen of 320`);
  for (const text of said) complain(text);
  if (pictures && !path.startsWith(framed)) await keep(name);
}

async function keep(name) {
  mkdirSync(pictures, { recursive: true });
  for (const points of [1000, 320]) {
    await width(points);
    const { cssContentSize: { height } } = await tab("Page.getLayoutMetrics");
    const clip = { x: 0, y: 0, width: points, height: Math.min(height, 6000), scale: 1 };
    const { data } = await tab("Page.captureScreenshot", { clip, captureBeyondViewport: true });
    writeFileSync(join(pictures, `${name}.${points}.png`), data, "base64");
  }
  const { data } = await tab("Page.printToPDF", { paperWidth: 8.5, paperHeight: 11, preferCSSPageSize: false });
  writeFileSync(join(pictures, `${name}.pdf`), data, "base64");
}

// Its helpers still write into the profile when the browser is told to end.
const ended = new Promise((resolve) => browser.on("exit", resolve));
ask("Browser.close").catch(() => {});
await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 5000))]);
browser.kill();
try { rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }); } catch { /* a folder of the system's own for such things */ }
for (const complaint of complaints) console.error(complaint);
console.log(`${paths.length} pages in Chromium: ${checks} rules of axe-core passed, ${complaints.length} violations`);
process.exit(complaints.length ? 1 : 0);
