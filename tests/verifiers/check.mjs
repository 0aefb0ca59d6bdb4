// Holds docs/verify/node against a folder of files and its manifest.
//
//     check.mjs VERIFIER MANIFEST            every file, its outcome and reason
//     check.mjs VERIFIER MANIFEST --places   every changed place of one file is refused, and why
//     check.mjs VERIFIER MANIFEST --sign OUT signs the manifest's record anew, with its secrets
//     check.mjs VERIFIER MANIFEST --time N   nanoseconds of CPU per file, one a line

import assert from "node:assert";
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folderOfVerifier, path, mode, argument] = process.argv.slice(2);
const script = pathToFileURL(resolve(folderOfVerifier, "verify.mjs"));
const { ALGORITHMS, FORMAT, Refused, TYP, canonical, encode, readKeys, sha256, verify, verifyList } =
  await import(script);
const jose = await import(pathToFileURL(createRequire(script).resolve("jose")));
const folder = dirname(path);
const manifest = JSON.parse(readFileSync(path));
const read = (name) => readFileSync(join(folder, name));
const keysOf = (names) => readKeys(names.map((name) => join(folder, name)));
const keys = await keysOf(manifest.keys);

async function outcome(work) {
  try {
    return { outcome: await work() };
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    return { outcome: "not-verified", reason: refused.code, signature: refused.signature };
  }
}

function reached(data, entry) {
  return outcome(async () => {
    if (!entry.trust) return verify(data, keys, manifest.now);
    const { list, policy, keys: given, registered } = entry.trust;
    const { entries } = await verifyList(read(list), await keysOf(manifest.pinned), manifest.now);
    return verify(data, await keysOf(given), manifest.now, { entries, policy, registered });
  });
}

function reachedList(data, entry) {
  return outcome(async () => {
    await verifyList(data, await keysOf(manifest.pinned), manifest.now, entry.seen);
    return "verified";
  });
}

function tell(number, failed) {
  console.log(`node: ${number - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

async function checkFiles() {
  let failed = 0;
  const files = manifest.files.map((entry) => [reached, entry]);
  const lists = (manifest.lists ?? []).map((entry) => [reachedList, entry]);
  for (const [reach, entry] of [...files, ...lists]) {
    const { file, about, trust, seen, certified, withQuestionnaire, ...expected } = entry;
    const found = await reach(read(file), entry);
    try {
      assert.deepStrictEqual(found, expected);
    } catch {
      failed += 1;
      console.log(file, found, "instead of", expected);
    }
  }
  tell(files.length + lists.length, failed);
}

async function checkPlaces() {
  const text = [...readFileSync(join(folder, manifest.file), "utf8")];
  assert.equal((await reached(Buffer.from(text.join("")), manifest)).outcome, "verified");
  let failed = 0;
  for (const [place, letter, reason, signature] of manifest.places) {
    const found = await reached(Buffer.from(text.with(place, letter).join("")), manifest);
    const { outcome, ...why } = found;
    if (outcome !== "not-verified" || why.reason !== reason || why.signature !== signature) {
      failed += 1;
      console.log(`place ${place}, ${letter}:`, found);
    }
  }
  tell(manifest.places.length, failed);
}

/** One file per secret, and one that all of them sign in turn. */
async function sign(out) {
  const record = JSON.parse(readFileSync(join(folder, manifest.record)));
  const secrets = manifest.secrets.map((name) => JSON.parse(readFileSync(join(folder, name))));
  for (const [index, secret] of secrets.entries()) await write(join(out, `node-${index + 1}.json`), record, [secret]);
  await write(join(out, "node-all.json"), record, secrets);
}

async function write(file, record, secrets) {
  const signatures = [];
  for (const secret of secrets) {
    const alg = ALGORITHMS[`${secret.kty} ${secret.crv}`];
    const header = {
      alg,
      iat: manifest.now,
      kid: await jose.calculateJwkThumbprint(secret),
      name: "Zoé Tremblay",
      prev: encode(sha256(canonical(signatures))),
      role: "preparer",
      typ: TYP,
    };
    const signer = new jose.FlattenedSign(Buffer.from(canonical(record))).setProtectedHeader(header);
    const made = await signer.sign(await jose.importJWK(secret, alg));
    signatures.push({ protected: made.protected, signature: made.signature });
  }
  const text = canonical({ format: FORMAT, record, signatures });
  writeFileSync(file, `${JSON.stringify(JSON.parse(text), null, "\t")}\n`);
}

async function measure(rounds) {
  const files = manifest.files.map((entry) => readFileSync(join(folder, entry.file)));
  for (const data of files.slice(0, 200)) await reached(data, manifest);
  for (let round = 0; round < rounds; round += 1) {
    for (const data of files) {
      const start = process.cpuUsage();
      assert.equal((await reached(data, manifest)).outcome, "verified");
      const { user, system } = process.cpuUsage(start);
      console.log((user + system) * 1000);
    }
  }
}

if (mode === "--places") await checkPlaces();
else if (mode === "--sign") await sign(argument);
else if (mode === "--time") await measure(Number(argument));
else await checkFiles();
