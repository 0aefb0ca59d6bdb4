"""Verifies a signed submission offline. The format: ../README.md.

    python verify.py FILE --key PUBLIC.jwk [--key …]

Prints the outcome, and the code of the reason where the file is refused; ends
with 0 only for `good`. The library is called last: before it, this program
checks everything that libraries let through.
"""

import argparse
import base64
import hashlib
import json
import re
import sys
import time
import unicodedata
from pathlib import Path

import rfc8785
from joserfc import jwk, jws
from joserfc.errors import JoseError
from jsonschema import Draft202012Validator

FORMAT = "probitas-submission/1"
TYP = "probitas-submission+jws"
ROLES = ("preparer", "deputyHead")
ALGORITHMS = {("EC", "P-256"): "ES256", ("EC", "P-384"): "ES384", ("OKP", "Ed25519"): "Ed25519"}
HEADER_NAMES = {"alg", "iat", "kid", "name", "prev", "role", "typ"}
MAX_FILE_BYTES, MAX_SIGNATURES, MAX_DEPTH, MAX_INTEGER = 4 << 20, 8, 32, 2**53 - 1
DAY = 86_400

SCHEMA = json.loads((Path(__file__).parent.parent / "probitas-submission-1.schema.json").read_text("utf-8"))
RECORD_SCHEMA = Draft202012Validator({**SCHEMA["$defs"]["record"], "$defs": SCHEMA["$defs"]})

WHITE_SPACE = re.compile(rb'("(?:[^"\\]|\\.)*"?)|[ \t\n\r]+', re.DOTALL)
FORBIDDEN = re.compile(
    "[\0-\x08\x0b-\x1f\x7f\u200b\u202a-\u202e\u2066-\u2069\ufeff\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)


class Refused(Exception):
    """The code of the reason, and which signature it concerns, from 0."""

    def __init__(self, code, signature=None):
        super().__init__(code)
        self.code, self.signature = code, signature


def encode(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def decode(text):
    """Strict base64url (RFC 7515 §2): only what encoding would give."""
    try:
        data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError:
        return None
    return data if encode(data) == text else None


def parse(data, strict):
    """JSON that every reader reads alike; if strict, also narrowed I-JSON."""
    if data.startswith(b"\xef\xbb\xbf"):
        raise Refused("json-byte-order-mark")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused("json-not-utf8") from None

    def integer(digits):
        if strict and digits == "-0":
            raise Refused("json-not-an-integer")
        number = int(digits) if len(digits) < 20 else float(digits)
        return number if abs(number) <= MAX_INTEGER and digits != "-0" else float(digits)

    def fraction(digits):
        if float(digits) in (float("inf"), float("-inf")):
            raise Refused("json-syntax")
        if strict:
            raise Refused("json-not-an-integer")
        return float(digits)

    def members(pairs):
        if len({name for name, _ in pairs}) < len(pairs):
            raise Refused("json-duplicate-name")
        return dict(pairs)

    def constant(_name):
        raise Refused("json-syntax")

    try:
        value = json.loads(
            text, parse_int=integer, parse_float=fraction, parse_constant=constant, object_pairs_hook=members
        )
    except json.JSONDecodeError as error:
        cut_off = error.pos >= len(text.rstrip(" \t\n\r")) or error.msg.startswith("Unterminated")
        raise Refused("json-truncated" if cut_off else "json-syntax") from None
    except RecursionError:
        raise Refused("json-too-deep") from None
    walk(value, 0, strict)
    return value


def walk(value, depth, strict):
    if isinstance(value, (dict, list)) and depth >= MAX_DEPTH:
        raise Refused("json-too-deep")
    if isinstance(value, dict):
        for name, inner in value.items():
            check_text(name, strict, "json-name-not-ascii" if not re.fullmatch("[ -~]*", name) else None)
            walk(inner, depth + 1, strict)
    elif isinstance(value, list):
        for inner in value:
            walk(inner, depth + 1, strict)
    elif isinstance(value, str):
        check_text(value, strict, None)
    elif isinstance(value, float) and strict:
        raise Refused("json-integer-out-of-range")


def check_text(text, strict, fault):
    if re.search("[\ud800-\udfff]", text):
        raise Refused("json-syntax")
    if strict and fault:
        raise Refused(fault)
    if strict and FORBIDDEN.search(text):
        raise Refused("json-forbidden-character")
    if strict and not unicodedata.is_normalized("NFC", text):
        raise Refused("json-not-nfc")


def verify(data, keys, now):
    """`good`, `unsigned` or `reencoded`; raises Refused. `keys`: by kid."""
    if len(data) > MAX_FILE_BYTES:
        raise Refused("too-large")
    file = parse(data, strict=False)
    if rfc8785.dumps(file) == WHITE_SPACE.sub(lambda match: match[1] or b"", data):
        return check(file, keys, now) or "good"
    try:
        return check(file, keys, now) or "reencoded"
    except Refused as refused:
        if refused.code.startswith("shape-"):
            raise
        raise Refused("not-canonical") from None


def check(file, keys, now):
    """Checks what stands in the file; says `unsigned` where nobody signed."""
    record, entries = cut(file)
    for index, entry in enumerate(entries):
        try:
            check_signature(entry, entries[:index], record, keys, now)
        except Refused as refused:
            raise Refused(refused.code, index) from None
    check_record(parse(record, strict=True))
    return None if entries else "unsigned"


def cut(file):
    """The bytes of the record and the signatures."""
    if not isinstance(file, dict) or file.get("format") != FORMAT:
        raise Refused("shape-other-format")
    entries = file.get("signatures")
    if len(file) != 3 or not isinstance(file.get("record"), dict) or not isinstance(entries, list):
        raise Refused("shape-members")
    for entry in entries[:MAX_SIGNATURES]:
        if not isinstance(entry, dict) or set(entry) != {"protected", "signature"}:
            raise Refused("shape-signature-entry")
        if not all(isinstance(text, str) and re.fullmatch(r"[!#-\[\]-~]*", text) for text in entry.values()):
            raise Refused("shape-signature-entry")
    if len(entries) > MAX_SIGNATURES:
        raise Refused("shape-too-many-signatures")
    return rfc8785.dumps(file["record"]), entries


class Registry(jws.JWSRegistry):
    """joserfc refuses payloads of 128,000 bytes and more, and unknown names."""

    max_header_length = max_payload_length = 2 * MAX_FILE_BYTES


def check_signature(entry, earlier, record, keys, now):
    header = read_header(entry["protected"])
    key = keys.get(header["kid"])
    if key is None:
        raise Refused("key-unknown")
    algorithm = ALGORITHMS[(key.key_type, key.curve_name)]
    if header["alg"] != algorithm:
        raise Refused("algorithm")
    if header["prev"] != encode(hashlib.sha256(rfc8785.dumps(earlier)).digest()):
        raise Refused("previous")
    if header["iat"] > now + DAY:
        raise Refused("in-future")
    if decode(entry["signature"]) is None:
        raise Refused("signature-base64")
    try:
        registry = Registry(algorithms=[algorithm], strict_check_header=False)
        jws.deserialize_json({**entry, "payload": encode(record)}, key, registry=registry)
    except (JoseError, ValueError):
        raise Refused("signature-bad") from None


def read_header(protected):
    data = decode(protected)
    if data is None:
        raise Refused("header-base64")
    try:
        header = parse(data, strict=True)
    except Refused:
        raise Refused("header-json") from None
    if not isinstance(header, dict):
        raise Refused("header-not-canonical")
    if not set(header) <= HEADER_NAMES:
        raise Refused("header-forbidden-name")
    if rfc8785.dumps(header) != data:
        raise Refused("header-not-canonical")
    texts = all(isinstance(header.get(name), str) for name in HEADER_NAMES - {"iat"})
    iat = header.get("iat")
    if not texts or type(iat) is not int or iat < 0:
        raise Refused("header-malformed")
    fits = header["typ"] == TYP and len(decode(header["kid"]) or b"") == 32 and header["role"] in ROLES
    if not fits or not is_printed_name(header["name"]):
        raise Refused("header-malformed")
    return header


def is_printed_name(name):
    """One line that is not blank."""
    one_line = not re.search("[\0-\x1f\x7f-\x9f\u2028\u2029]", name)
    return one_line and name.strip() != "" and len(name.encode()) <= 200


def check_record(record):
    if not RECORD_SCHEMA.is_valid(record):
        raise Refused("record-members")
    if record["answerCount"] != len(record["answers"]):
        raise Refused("record-answer-count")
    if len({answer["id"] for answer in record["answers"]}) < len(record["answers"]):
        raise Refused("record-duplicate-item")


def read_keys(paths):
    """Public keys by their RFC 7638 thumbprint."""
    keys = [jwk.import_key(json.loads(Path(path).read_bytes())) for path in paths]
    for key in keys:
        if key.is_private or (key.key_type, key.curve_name) not in ALGORITHMS:
            raise SystemExit("a key is private, or of an algorithm that the format does not have")
    return {key.thumbprint(): key for key in keys}


def main():
    parser = argparse.ArgumentParser(description="Verifies a signed submission offline.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--key", action="append", default=[], help="public key (JWK); repeatable")
    options = parser.parse_args()
    try:
        outcome = verify(options.file.read_bytes(), read_keys(options.key), int(time.time()))
    except Refused as refused:
        where = "" if refused.signature is None else f" (signature {refused.signature + 1})"
        outcome = f"bad: {refused.code}{where}"
    print(outcome)
    return 0 if outcome == "good" else 1


if __name__ == "__main__":
    sys.exit(main())
