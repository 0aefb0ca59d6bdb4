// Verifies a signed submission offline. The format: ../README.md.
//
//     node verify.mjs FILE --key PUBLIC.jwk [--key …]
//
// Prints the outcome, and the code of the reason where the file is refused;
// ends with 0 only for `good`. The library is called last: before it, this
// program checks everything that libraries let through.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { calculateJwkThumbprint, flattenedVerify, importJWK } from "jose";
import Ajv from "ajv/dist/2020.js";

export const FORMAT = "probitas-submission/1";
export const TYP = "probitas-submission+jws";
const ROLES = ["preparer", "deputyHead"];
export const ALGORITHMS = { "EC P-256": "ES256", "EC P-384": "ES384", "OKP Ed25519": "Ed25519" };
const HEADER_NAMES = ["alg", "iat", "kid", "name", "prev", "role", "typ"];
const MAX_FILE_BYTES = 4 << 20;
const MAX_SIGNATURES = 8;
const MAX_DEPTH = 32;
const DAY = 86_400;

const schema = JSON.parse(readFileSync(new URL("../probitas-submission-1.schema.json", import.meta.url)));
const isRecord = new Ajv({ strict: false }).compile({ ...schema.$defs.record, $defs: schema.$defs });

const FORBIDDEN =
  /[\0-\x08\x0b-\x1f\x7f\u200b\u202a-\u202e\u2066-\u2069\ufeff\ufdd0-\ufdef]|[^\0-\ufffd\u{10000}-\u{1fffd}\u{20000}-\u{2fffd}\u{30000}-\u{3fffd}\u{40000}-\u{4fffd}\u{50000}-\u{5fffd}\u{60000}-\u{6fffd}\u{70000}-\u{7fffd}\u{80000}-\u{8fffd}\u{90000}-\u{9fffd}\u{a0000}-\u{afffd}\u{b0000}-\u{bfffd}\u{c0000}-\u{cfffd}\u{d0000}-\u{dfffd}\u{e0000}-\u{efffd}\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]/u;
// One token of JSON text: a string, a bracket, a number, or a run of anything else.
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|-?[0-9][^\s{}[\]:,"]*|[^\s{}[\]:,"]+/gsu;

/** The code of the reason, and which signature it concerns, from 0. */
export class Refused extends Error {
  constructor(code, signature = null) {
    super(code);
    this.code = code;
    this.signature = signature;
  }
}

export const encode = (data) => Buffer.from(data).toString("base64url");

/** Strict base64url (RFC 7515 §2): only what encoding would give. */
function decode(text) {
  const data = Buffer.from(text, "base64url");
  return encode(data) === text ? data : null;
}

export const sha256 = (data) => createHash("sha256").update(data).digest();

/** RFC 8785: JavaScript's own numbers and strings, names in order of UTF-16. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(",")}}`;
}

/** JSON that every reader reads alike; if strict, also narrowed I-JSON. */
function parse(data, strict) {
  if (data[0] === 0xef && data[1] === 0xbb && data[2] === 0xbf) throw new Refused("json-byte-order-mark");
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(data);
  } catch {
    throw new Refused("json-not-utf8");
  }
  let value;
  let fault = null;
  try {
    value = JSON.parse(text);
  } catch (error) {
    fault = isCutOff(error.message, text) ? "json-truncated" : "json-syntax";
  }
  walkTokens(text, strict, fault);
  if (fault) throw new Refused(fault);
  walk(value, strict);
  return value;
}

/** Whether JSON.parse came to the end of the text in the middle of a value. */
function isCutOff(message, text) {
  const place = Number(/at position ([0-9]+)/.exec(message)?.[1] ?? -1);
  return /end of JSON input|Unterminated string/.test(message) || place >= text.trimEnd().length;
}

/** What JSON.parse does not tell: depth, names given twice, how numbers are written. */
function walkTokens(text, strict, fault) {
  const open = [];
  let earlier = "";
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === "{" || token === "[") {
      if (open.length >= MAX_DEPTH) throw new Refused("json-too-deep");
      open.push(new Set());
    } else if (token === "}" || token === "]") open.pop();
    else if (fault) continue;
    else if (token === ":") {
      const name = JSON.parse(earlier);
      if (open.at(-1).has(name)) throw new Refused("json-duplicate-name");
      open.at(-1).add(name);
    } else if (/^[-0-9]/.test(token)) {
      if (!Number.isFinite(Number(token))) throw new Refused("json-syntax");
      if (strict && (/[.eE]/.test(token) || token === "-0")) throw new Refused("json-not-an-integer");
    }
    earlier = token;
  }
}

function walk(value, strict) {
  if (typeof value === "string") checkText(value, strict);
  else if (typeof value === "number" && strict && !Number.isSafeInteger(value)) {
    throw new Refused("json-integer-out-of-range");
  } else if (value !== null && typeof value === "object") {
    for (const [name, inner] of Object.entries(value)) {
      if (strict && !/^[ -~]*$/.test(name)) throw new Refused("json-name-not-ascii");
      checkText(name, strict);
      walk(inner, strict);
    }
  }
}

function checkText(text, strict) {
  if (!text.isWellFormed()) throw new Refused("json-syntax");
  if (strict && FORBIDDEN.test(text)) throw new Refused("json-forbidden-character");
  if (strict && text.normalize("NFC") !== text) throw new Refused("json-not-nfc");
}

/** `good`, `unsigned` or `reencoded`; throws Refused. `keys`: a Map by kid. */
export async function verify(data, keys, now) {
  if (data.length > MAX_FILE_BYTES) throw new Refused("too-large");
  const file = parse(data, false);
  const compact = data.toString("utf8").replace(/("(?:[^"\\]|\\.)*")|[ \t\n\r]+/gs, "$1");
  if (canonical(file) === compact) return (await check(file, keys, now)) ?? "good";
  try {
    return (await check(file, keys, now)) ?? "reencoded";
  } catch (refused) {
    if (!(refused instanceof Refused) || refused.code.startsWith("shape-")) throw refused;
    throw new Refused("not-canonical");
  }
}

/** Checks what stands in the file; says `unsigned` where nobody signed. */
async function check(file, keys, now) {
  const { record, entries } = cut(file);
  for (const [index, entry] of entries.entries()) {
    try {
      await checkSignature(entry, entries.slice(0, index), record, keys, now);
    } catch (refused) {
      throw refused instanceof Refused ? new Refused(refused.code, index) : refused;
    }
  }
  checkRecord(parse(record, true));
  return entries.length > 0 ? null : "unsigned";
}

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

/** The bytes of the record and the signatures. */
function cut(file) {
  if (!isObject(file) || file.format !== FORMAT) throw new Refused("shape-other-format");
  const { record, signatures: entries } = file;
  if (Object.keys(file).length !== 3 || !isObject(record) || !Array.isArray(entries)) {
    throw new Refused("shape-members");
  }
  for (const entry of entries.slice(0, MAX_SIGNATURES)) {
    const names = isObject(entry) ? Object.keys(entry).sort().join() : "";
    if (names !== "protected,signature") throw new Refused("shape-signature-entry");
    const plain = (text) => typeof text === "string" && /^[!#-[\]-~]*$/.test(text);
    if (!Object.values(entry).every(plain)) throw new Refused("shape-signature-entry");
  }
  if (entries.length > MAX_SIGNATURES) throw new Refused("shape-too-many-signatures");
  return { record: Buffer.from(canonical(record)), entries };
}

async function checkSignature(entry, earlier, record, keys, now) {
  const header = readHeader(entry.protected);
  const known = keys.get(header.kid);
  if (!known) throw new Refused("key-unknown");
  if (header.alg !== known.algorithm) throw new Refused("algorithm");
  if (header.prev !== encode(sha256(canonical(earlier)))) throw new Refused("previous");
  if (header.iat > now + DAY) throw new Refused("in-future");
  if (decode(entry.signature) === null) throw new Refused("signature-base64");
  try {
    await flattenedVerify({ ...entry, payload: encode(record) }, known.key, { algorithms: [known.algorithm] });
  } catch {
    throw new Refused("signature-bad");
  }
}

function readHeader(encoded) {
  const data = decode(encoded);
  if (data === null) throw new Refused("header-base64");
  let header;
  try {
    header = parse(data, true);
  } catch {
    throw new Refused("header-json");
  }
  if (!isObject(header)) throw new Refused("header-not-canonical");
  if (!Object.keys(header).every((name) => HEADER_NAMES.includes(name))) {
    throw new Refused("header-forbidden-name");
  }
  if (!Buffer.from(canonical(header)).equals(data)) throw new Refused("header-not-canonical");
  const texts = HEADER_NAMES.every((name) => name === "iat" || typeof header[name] === "string");
  const fits =
    texts &&
    Number.isSafeInteger(header.iat) &&
    header.iat >= 0 &&
    header.typ === TYP &&
    decode(header.kid)?.length === 32 &&
    ROLES.includes(header.role) &&
    isPrintedName(header.name);
  if (!fits) throw new Refused("header-malformed");
  return header;
}

/** One line that is not blank. */
function isPrintedName(name) {
  const oneLine = !/[\0-\x1f\x7f-\x9f\u2028\u2029]/.test(name);
  return oneLine && name.trim() !== "" && Buffer.byteLength(name) <= 200;
}

function checkRecord(record) {
  if (!isRecord(record)) throw new Refused("record-members");
  if (record.answerCount !== record.answers.length) throw new Refused("record-answer-count");
  const items = new Set(record.answers.map((answer) => answer.id));
  if (items.size < record.answers.length) throw new Refused("record-duplicate-item");
}

/** Public keys by their RFC 7638 thumbprint. */
export async function readKeys(paths) {
  const keys = new Map();
  for (const path of paths) {
    const jwk = JSON.parse(readFileSync(path));
    const algorithm = ALGORITHMS[`${jwk.kty} ${jwk.crv}`];
    if (!algorithm || "d" in jwk) {
      throw new Error(`${path}: private, or of an algorithm that the format does not have`);
    }
    keys.set(await calculateJwkThumbprint(jwk), { algorithm, key: await importJWK(jwk, algorithm) });
  }
  return keys;
}

async function main(words) {
  const paths = words.flatMap((word, index) => (words[index - 1] === "--key" ? [word] : []));
  const [file, ...others] = words.filter((word) => word !== "--key" && !paths.includes(word));
  if (!file || others.length > 0) throw new Error("usage: node verify.mjs FILE --key PUBLIC.jwk [--key …]");
  let outcome;
  try {
    outcome = await verify(readFileSync(file), await readKeys(paths), Math.floor(Date.now() / 1000));
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    const where = refused.signature === null ? "" : ` (signature ${refused.signature + 1})`;
    outcome = `bad: ${refused.code}${where}`;
  }
  console.log(outcome);
  process.exitCode = outcome === "good" ? 0 : 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main(process.argv.slice(2));
