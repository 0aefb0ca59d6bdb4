// Reads PDF files as pdf.js does, for those who hear them: every page has a
// tree of structure, and all text that is no artifact stands in it once.
//   node pdf-structure.mjs TOOLS FILE...
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

const [tools, ...files] = process.argv.slice(2);
// Only drawing needs these; without them pdf.js warns.
for (const name of ["DOMMatrix", "Path2D", "ImageData"]) globalThis[name] ??= class {};
const { getDocument, VerbosityLevel } = await import(pathToFileURL(join(tools, "node_modules/pdfjs-dist/legacy/build/pdf.mjs")).href);

// ISO 32000-1, 14.8.4, those that these files use.
const ROLES = new Set(["Document", "Part", "H1", "H2", "H3", "H4", "H5", "H6", "P", "L", "LI", "Lbl", "LBody",
  "TOC", "TOCI", "Reference", "Link", "Figure", "Form", "Span"]);
const LANGUAGES = ["en-CA", "fr-CA"];

let faults = 0;
let pages = 0;
let sequences = 0;
for (const file of files) {
  const complain = (text) => { faults += 1; console.error(`${basename(file)}: ${text}`); };
  const warn = console.log;
  console.log = complain;
  try {
    await read(file, complain);
  } finally {
    console.log = warn;
  }
}
console.log(`pdf.js: ${files.length} files, ${pages} pages, ${sequences} marked sequences, ${faults} faults`);
process.exit(faults ? 1 : 0);

async function read(file, complain) {
  const document = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: VerbosityLevel.WARNINGS }).promise;
  const { info } = await document.getMetadata();
  if (!LANGUAGES.includes(info.Language)) complain(`language ${info.Language}`);
  if (!(await document.getMarkInfo())?.Marked) complain("not marked");
  const seen = { level: 0, languages: new Set([info.Language]) };
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const tree = await page.getStructTree();
    if (tree === null) { complain(`page ${number} has no structure`); continue; }
    pages += 1;
    const found = { content: new Map(), annotations: new Set() };
    for (const child of tree.children) walk(child, found, seen, complain);
    const annotations = await page.getAnnotations();
    for (const { id, subtype, contentsObj, dest } of annotations) {
      if (!found.annotations.has(id)) complain(`page ${number}: ${subtype} ${id} is in no element`);
      if (!contentsObj?.str) complain(`page ${number}: ${subtype} ${id} says nothing`);
      if (!dest || !(await leads(document, dest))) complain(`page ${number}: ${subtype} ${id} leads nowhere`);
    }
    if (found.annotations.size !== annotations.length) complain(`page ${number}: an element has an annotation of another page`);
    marks((await page.getTextContent({ includeMarkedContent: true })).items, found.content, complain, number);
    page.cleanup();
  }
  await document.destroy();
}

// Elements that go over several pages come again on each.
function walk(element, found, seen, complain) {
  const { role, lang, children = [], type, id } = element;
  if (type === "content") {
    found.content.set(id, (found.content.get(id) ?? 0) + 1);
    return;
  }
  if (type === "annotation" || type === "object") { found.annotations.add(id.replace("pdfjs_internal_id_", "")); return; }
  if (!ROLES.has(role)) complain(`the role ${role} is not standard`);
  if (lang && !LANGUAGES.includes(lang)) complain(`language ${lang}`);
  const level = /^H([1-6])$/.exec(role)?.[1];
  if (level) {
    if (Number(level) > seen.level + 1) complain(`a heading of level ${level} after one of level ${seen.level}`);
    seen.level = Number(level);
  }
  for (const child of children) walk(child, found, seen, complain);
}

// Every sequence with a number stands in one element, and all text in a
// sequence that has a number or is an artifact.
function marks(items, content, complain, number) {
  const open = [];
  const numbered = new Set();
  for (const { type, id, tag, str } of items) {
    if (type === "beginMarkedContent" || type === "beginMarkedContentProps") {
      open.push(id ?? (tag === "Artifact" ? "artifact" : null));
      if (id) numbered.add(id);
    } else if (type === "endMarkedContent") {
      open.pop();
    } else if (str.trim() && !open.some((mark) => mark)) {
      complain(`page ${number}: not in the structure: ${str}`);
    }
  }
  for (const id of numbered) {
    if (content.get(id) !== 1) complain(`page ${number}: ${id} stands in ${content.get(id) ?? 0} elements`);
  }
  for (const id of content.keys()) {
    if (!numbered.has(id)) complain(`page ${number}: an element has ${id}, which is not on the page`);
  }
  sequences += numbered.size;
}

async function leads(document, dest) {
  const [page] = Array.isArray(dest) ? dest : (await document.getDestination(dest)) ?? [];
  return page ? (await document.getPageIndex(page)) >= 0 : false;
}
