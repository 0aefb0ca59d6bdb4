// Verifies a signed submission offline. The format: ../README.md.
//
//     node verify.mjs FILE --key PUBLIC.jwk [--key …]
//     node verify.mjs FILE --trust LIST --pin AGENCY.jwk [--seen FILE] [--policy preparer-handwritten]
//
// Prints the outcome, and the code of the reason where the file is refused;
// ends with 0 only for `verified`. The library is called last: before it, this
// program checks everything that libraries let through.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { calculateJwkThumbprint, flattenedVerify, importJWK } from "jose";
import Ajv from "ajv/dist/2020.js";

export const FORMAT = "probitas-submission/1";
export const TYP = "probitas-submission+jws";
const TRUST_FORMAT = "probitas-trust/1";
const TRUST_TYP = "probitas-trust+jws";
const POLICIES = { both: ["preparer", "deputyHead"], "preparer-handwritten": ["preparer"] };
const ROLES = ["preparer", "deputyHead"];
export const ALGORITHMS = { "EC P-256": "ES256", "EC P-384": "ES384", "OKP Ed25519": "Ed25519" };
const SHAPE = ["format-other", "file-members", "signature-entry", "signatures-too-many"];
const MAX_FILE_BYTES = 4 << 20;
const MAX_SIGNATURES = 8;
const MAX_DEPTH = 32;
const DAY = 86_400;
const LAST_MOMENT = 8_210_266_876_799;

function schemaOfRecord(name) {
  const { $defs } = JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url)));
  // What a key must be is checked below, with a reason of its own.
  if ($defs.key) $defs.key.properties.jwk = { type: "object" };
  return new Ajv({ strict: false }).compile({ ...$defs.record, $defs });
}

const isRecord = schemaOfRecord("probitas-submission-1.schema.json");
const isList = schemaOfRecord("probitas-trust-1.schema.json");

const FORBIDDEN =
  /[\0-\x08\x0b-\x1f\x7f\u200b\u202a-\u202e\u2066-\u2069\ufeff\ufdd0-\ufdef]|[^\0-\ufffd\u{10000}-\u{1fffd}\u{20000}-\u{2fffd}\u{30000}-\u{3fffd}\u{40000}-\u{4fffd}\u{50000}-\u{5fffd}\u{60000}-\u{6fffd}\u{70000}-\u{7fffd}\u{80000}-\u{8fffd}\u{90000}-\u{9fffd}\u{a0000}-\u{afffd}\u{b0000}-\u{bfffd}\u{c0000}-\u{cfffd}\u{d0000}-\u{dfffd}\u{e0000}-\u{efffd}\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]/u;
// The characters with White_Space of Unicode; trim() takes others besides.
const BLANK = /^\p{White_Space}*$/u;
// One token of JSON text: a string, a bracket, a number, or a run of anything else.
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|-?[0-9][^\s{}[\]:,"]*|[^\s{}[\]:,"]+/gsu;

// RFC 3339 as README 2.7 has it, and the numbers in it.
const MOMENT =
  /^([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.[0-9]+)?(?:Z|[+-]([0-9]{2}):([0-9]{2}))$/;

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

function isCanonical(data, file) {
  return canonical(file) === data.toString("utf8").replace(/("(?:[^"\\]|\\.)*")|[ \t\n\r]+/gs, "$1");
}

/**
 * The outcome; throws Refused. `keys`: a Map by kid of public keys that are not in a list.
 * `trust`: the `entries` of a verified list, the `policy`, and `registered`: the signatures
 * that were received already, each with its `kid`, `role` and `iat`, by the SHA-256, in
 * hexadecimal, of the record that they sign.
 */
export async function verify(data, keys, now, trust = null) {
  if (data.length > MAX_FILE_BYTES) throw new Refused("too-large");
  const file = parse(data, false);
  if (isCanonical(data, file)) return await check(file, keys, now, trust);
  try {
    const outcome = await check(file, keys, now, trust);
    return outcome === "not-signed" ? outcome : "reencoded";
  } catch (refused) {
    if (!(refused instanceof Refused) || SHAPE.includes(refused.code)) throw refused;
    throw new Refused("not-canonical");
  }
}

/** Checks what stands in the file, whatever white space there is besides. */
async function check(file, keys, now, trust) {
  const { record, entries } = cut(file, FORMAT);
  const listed = trust?.entries ?? new Map();
  const headers = [];
  for (const [index, entry] of entries.entries()) {
    await ofSignature(index, async () => {
      const header = readHeader(entry.protected, TYP);
      const known = listed.get(header.kid);
      if (known) checkEntry(known, header, record, trust);
      await checkSignature(entry, header, entries.slice(0, index), record, known ?? keys.get(header.kid), now);
      headers.push(header);
    });
  }
  const signers = headers.flatMap(({ kid }) => listed.get(kid) ?? []);
  if (trust) {
    if (new Set(headers.map(({ kid }) => kid)).size < headers.length) throw new Refused("key-twice");
    if (new Set(signers.map((signer) => signer.organizationId)).size > 1) throw new Refused("organizations-differ");
  }
  const content = parse(record, true);
  checkRecord(content);
  const own = content.submission.organizationId;
  if (signers.some((signer) => signer.organizationId !== own)) throw new Refused("organization-mismatch");
  if (entries.length === 0) return "not-signed";
  if (trust && signers.length < entries.length) return "unconfirmed";
  if (trust) checkRoles(headers.map(({ role }) => role), POLICIES[trust.policy]);
  return "verified";
}

async function ofSignature(index, work) {
  try {
    await work();
  } catch (refused) {
    throw refused instanceof Refused ? new Refused(refused.code, index) : refused;
  }
}

/** What the entry of a key forbids its signature. */
function checkEntry({ nbf, exp, revoked, roles }, { kid, iat, role }, record, trust) {
  if (iat < nbf) throw new Refused("key-not-yet-valid");
  if (iat >= exp) throw new Refused("key-expired");
  if (revoked?.reason === "keyCompromise") {
    // This very signature has to be in the register, not only its record.
    const received = trust.registered[sha256(record).toString("hex")] ?? [];
    const isThis = (known) => known.kid === kid && known.role === role && known.iat === iat;
    if (!received.some(isThis)) throw new Refused("key-compromised");
  } else if (revoked && iat >= revoked.at) throw new Refused("key-revoked");
  if (!roles.includes(role)) throw new Refused("role-not-granted");
}

function checkRoles(roles, needed) {
  const missing = (role) => needed.includes(role) && !roles.includes(role);
  if (missing("preparer")) throw new Refused("preparer-missing");
  if (missing("deputyHead")) throw new Refused("deputy-head-missing");
  const [prepared, approved] = ROLES.map((role) => roles.indexOf(role));
  if (approved >= 0 && approved < prepared) throw new Refused("role-order", approved);
}

/**
 * The `entries` of a trust list by kid, and what to remember as `seen`; throws Refused.
 * `seen`: what was remembered of the newest list that was verified before.
 */
export async function verifyList(data, pinned, now, seen = null) {
  if (data.length > MAX_FILE_BYTES) throw new Refused("too-large");
  const file = parse(data, false);
  const { record, entries: signatures } = cut(file, TRUST_FORMAT);
  if (signatures.length === 0) throw new Refused("trust-list-unsigned");
  for (const [index, entry] of signatures.entries()) {
    await ofSignature(index, async () => {
      const header = readHeader(entry.protected, TRUST_TYP);
      await checkSignature(entry, header, signatures.slice(0, index), record, pinned.get(header.kid), now);
    });
  }
  if (!isCanonical(data, file)) throw new Refused("not-canonical");
  const content = parse(record, true);
  const entries = await readEntries(content);
  const { sequence, issued, nextUpdate } = content;
  const digest = sha256(record).toString("hex");
  if (seen && sequence < seen.sequence) throw new Refused("trust-list-rolled-back");
  if (seen && sequence === seen.sequence && digest !== seen.digest) throw new Refused("trust-list-forked");
  if (issued > now + DAY) throw new Refused("trust-list-in-future");
  if (nextUpdate <= now) throw new Refused("trust-list-stale");
  return { entries, seen: { sequence, digest } };
}

async function readEntries(content) {
  if (!isList(content) || content.sequence < 1) throw new Refused("trust-list-members");
  if (content.issued >= content.nextUpdate) throw new Refused("trust-list-dates");
  const entries = new Map();
  for (const entry of content.keys) {
    if (entries.has(entry.kid)) throw new Refused("trust-list-key-twice");
    if (!isPrintedName(entry.person)) throw new Refused("trust-list-members");
    if (entry.nbf >= entry.exp) throw new Refused("trust-list-dates");
    entries.set(entry.kid, { ...entry, ...(await listedKey(entry)) });
  }
  return entries;
}

async function listedKey({ kid, alg, jwk }) {
  const names = jwk.kty === "EC" ? "crv,kty,x,y" : "crv,kty,x";
  const algorithm = ALGORITHMS[`${jwk.kty} ${jwk.crv}`];
  try {
    if (Object.keys(jwk).sort().join() !== names || algorithm !== alg) throw new Error("contradiction");
    if ((await calculateJwkThumbprint(jwk)) !== kid) throw new Error("contradiction");
    return { algorithm, key: await importJWK(jwk, algorithm) };
  } catch {
    throw new Refused("trust-list-key");
  }
}

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

/** The bytes of the record and the signatures. */
function cut(file, name) {
  if (!isObject(file) || file.format !== name) {
    throw new Refused(name === FORMAT ? "format-other" : "trust-list-format-other");
  }
  const { record, signatures: entries } = file;
  if (Object.keys(file).length !== 3 || !isObject(record) || !Array.isArray(entries)) {
    throw new Refused("file-members");
  }
  for (const entry of entries.slice(0, MAX_SIGNATURES)) {
    const names = isObject(entry) ? Object.keys(entry).sort().join() : "";
    if (names !== "protected,signature") throw new Refused("signature-entry");
    const plain = (text) => typeof text === "string" && /^[!#-[\]-~]*$/.test(text);
    if (!Object.values(entry).every(plain)) throw new Refused("signature-entry");
  }
  if (entries.length > MAX_SIGNATURES) throw new Refused("signatures-too-many");
  return { record: Buffer.from(canonical(record)), entries };
}

async function checkSignature(entry, header, earlier, record, known, now) {
  if (!known) throw new Refused("kid-unknown");
  const { algorithm, key } = known;
  if (header.alg !== algorithm) throw new Refused("alg-mismatch");
  if (header.prev !== encode(sha256(canonical(earlier)))) throw new Refused("prev-mismatch");
  if (header.iat > now + DAY) throw new Refused("iat-in-future");
  if (decode(entry.signature) === null) throw new Refused("signature-base64url");
  try {
    await flattenedVerify({ ...entry, payload: encode(record) }, key, { algorithms: [algorithm] });
  } catch {
    throw new Refused("signature-bad");
  }
}

function readHeader(encoded, typ) {
  const data = decode(encoded);
  if (data === null) throw new Refused("header-base64url");
  const names = ["typ", "alg", "kid", "iat", "name", "prev", ...(typ === TYP ? ["role"] : [])];
  let header;
  try {
    header = parse(data, true);
  } catch {
    throw new Refused("header-not-canonical");
  }
  if (!isObject(header)) throw new Refused("header-not-canonical");
  const allowed = typ === TYP ? [...names, "x5c"] : names;
  if (!Object.keys(header).every((name) => allowed.includes(name))) throw new Refused("header-forbidden-name");
  if (!Buffer.from(canonical(header)).equals(data)) throw new Refused("header-not-canonical");
  for (const name of names) {
    if (!fits(name, header[name], typ)) throw new Refused(`header-${name}`);
  }
  if ("x5c" in header && !isChain(header.x5c)) throw new Refused("header-x5c");
  return header;
}

/** Certificates in DER, in plain base64. Nothing is believed of them here. */
function isChain(value) {
  return Array.isArray(value) && value.length >= 1 && value.length <= 8 && value.every(isCertificate);
}

function isCertificate(text) {
  if (typeof text !== "string") return false;
  const data = Buffer.from(text, "base64");
  return data.toString("base64") === text && data.length >= 1 && data.length <= 16384;
}

function fits(name, value, typ) {
  if (name === "iat") return Number.isSafeInteger(value) && value >= 0 && value <= LAST_MOMENT;
  if (typeof value !== "string") return false;
  if (name === "typ") return value === typ;
  if (name === "kid") return decode(value)?.length === 32;
  if (name === "name") return isPrintedName(value);
  return name !== "role" || ROLES.includes(value);
}

/** One line that is not blank. */
function isPrintedName(name) {
  const oneLine = !/[\0-\x1f\x7f-\x9f\u2028\u2029]/.test(name);
  return oneLine && !BLANK.test(name) && Buffer.byteLength(name) <= 200;
}

function checkRecord(record) {
  if (!isRecord(record)) throw new Refused("record-members");
  if (!isMoment(record.submission.createdAt)) throw new Refused("record-members");
  if (record.answerCount !== record.answers.length) throw new Refused("record-answer-count");
  const items = new Set(record.answers.map((answer) => answer.id));
  if (items.size < record.answers.length) throw new Refused("record-duplicate-item");
}

/** A day of the calendar, a time of the day, an offset: Date.parse has other ideas of all three. */
function isMoment(text) {
  const found = MOMENT.exec(text);
  if (!found) return false;
  const [year, month, day, hour, minute, second, hours, minutes] = found.slice(1).map((number) => Number(number ?? 0));
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = { 2: leap ? 29 : 28, 4: 30, 6: 30, 9: 30, 11: 30 }[month] ?? 31;
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= days;
  return isDay && hour <= 23 && minute <= 59 && second <= 59 && hours <= 23 && minutes <= 59;
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

/** The verified list; what is to be remembered of it is written to --seen. */
async function readTrust({ trust, pin, seen: file, policy }, now) {
  const earlier = file && existsSync(file) ? JSON.parse(readFileSync(file)).seen : null;
  const { entries, seen } = await verifyList(readFileSync(trust), await readKeys(pin), now, earlier);
  if (file) writeFileSync(file, JSON.stringify({ format: "probitas-trust-seen/1", seen }));
  return { entries, policy, registered: {} };
}

async function main() {
  const several = { type: "string", multiple: true, default: [] };
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      key: several,
      trust: { type: "string" },
      pin: several,
      seen: { type: "string" },
      policy: { type: "string", default: "both" },
    },
  });
  if (positionals.length !== 1 || !(values.policy in POLICIES)) {
    throw new Error("usage: node verify.mjs FILE --key PUBLIC.jwk | --trust LIST --pin AGENCY.jwk");
  }
  const now = Math.floor(Date.now() / 1000);
  let outcome;
  try {
    const trust = values.trust ? await readTrust(values, now) : null;
    outcome = await verify(readFileSync(positionals[0]), await readKeys(values.key), now, trust);
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    const where = refused.signature === null ? "" : ` (signature ${refused.signature + 1})`;
    outcome = `not-verified: ${refused.code}${where}`;
  }
  console.log(outcome);
  process.exitCode = outcome === "verified" ? 0 : 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
