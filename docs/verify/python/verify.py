"""Verifies a signed submission offline. The format: ../README.md.

    python verify.py FILE --key PUBLIC.jwk [--key …]
    python verify.py FILE --trust LIST --pin AGENCY.jwk [--seen FILE] [--policy preparer-handwritten]

Prints the outcome, and the code of the reason where the file is refused; ends
with 0 only for `verified`. The library is called last: before it, this program
checks everything that libraries let through.
"""

import argparse
import base64
import contextlib
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

FORMAT, TYP = "probitas-submission/1", "probitas-submission+jws"
TRUST_FORMAT, TRUST_TYP = "probitas-trust/1", "probitas-trust+jws"
POLICIES = {"both": ("preparer", "deputyHead"), "preparer-handwritten": ("preparer",)}
ROLES = ("preparer", "deputyHead")
ALGORITHMS = {("EC", "P-256"): "ES256", ("EC", "P-384"): "ES384", ("OKP", "Ed25519"): "Ed25519"}
SHAPE = ("format-other", "file-members", "signature-entry", "signatures-too-many")
MAX_FILE_BYTES, MAX_SIGNATURES, MAX_DEPTH, MAX_INTEGER = 4 << 20, 8, 32, 2**53 - 1
DAY, LAST_MOMENT = 86_400, 8_210_266_876_799


def schema_of_record(name):
    definitions = json.loads((Path(__file__).parent.parent / name).read_text("utf-8"))["$defs"]
    if "key" in definitions:  # what a key must be is checked below, with a reason of its own
        definitions["key"]["properties"]["jwk"] = {"type": "object"}
    return Draft202012Validator({"$ref": "#/$defs/record", "$defs": whole_patterns(definitions)})


def whole_patterns(schema):
    """In Python `$` also fits before a final line feed; in JSON Schema it does not."""
    if isinstance(schema, dict):
        ends = {"pattern": lambda inner: re.sub(r"\$$", r"\\Z", inner)}
        return {name: ends.get(name, whole_patterns)(inner) for name, inner in schema.items()}
    return [whole_patterns(inner) for inner in schema] if isinstance(schema, list) else schema


RECORD_SCHEMA = schema_of_record("probitas-submission-1.schema.json")
LIST_SCHEMA = schema_of_record("probitas-trust-1.schema.json")

WHITE_SPACE = re.compile(rb'("(?:[^"\\]|\\.)*"?)|[ \t\n\r]+', re.DOTALL)
# The characters with White_Space of Unicode; str.strip() takes others besides.
BLANK = re.compile("[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*")
FORBIDDEN = re.compile(
    "[\0-\x08\x0b-\x1f\x7f\u200b\u202a-\u202e\u2066-\u2069\ufeff\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)


# RFC 3339 as README 2.7 has it, and the numbers in it.
MOMENT = re.compile(
    "([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:[.][0-9]+)?(?:Z|[+-]([0-9]{2}):([0-9]{2}))"
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


def is_canonical(data, file):
    return rfc8785.dumps(file) == WHITE_SPACE.sub(lambda match: match[1] or b"", data)


def verify(data, keys, now, trust=None):
    """The outcome; raises Refused.

    `keys`: public keys by kid, those that are not in a list. `trust`: a Trust.
    """
    if len(data) > MAX_FILE_BYTES:
        raise Refused("too-large")
    file = parse(data, strict=False)
    if is_canonical(data, file):
        return check(file, keys, now, trust)
    try:
        outcome = check(file, keys, now, trust)
        return outcome if outcome == "not-signed" else "reencoded"
    except Refused as refused:
        if refused.code in SHAPE:
            raise
        raise Refused("not-canonical") from None


def check(file, keys, now, trust):
    """Checks what stands in the file, whatever white space there is besides."""
    record, entries = cut(file, FORMAT)
    listed = trust.entries if trust else {}
    headers = []
    for index, entry in enumerate(entries):
        with of_signature(index):
            header = read_header(entry["protected"], TYP)
            kid = header["kid"]
            if kid in listed:
                check_entry(listed[kid], header, record, trust)
            key = listed[kid]["key"] if kid in listed else keys.get(kid)
            check_signature(entry, header, entries[:index], record, key, now)
            headers.append(header)
    signers = [listed[header["kid"]] for header in headers if header["kid"] in listed]
    if trust:
        if len({header["kid"] for header in headers}) < len(headers):
            raise Refused("key-twice")
        if len({signer["organizationId"] for signer in signers}) > 1:
            raise Refused("organizations-differ")
    content = parse(record, strict=True)
    check_record(content)
    if any(signer["organizationId"] != content["submission"]["organizationId"] for signer in signers):
        raise Refused("organization-mismatch")
    if not entries:
        return "not-signed"
    if trust and len(signers) < len(entries):
        return "unconfirmed"
    if trust:
        check_roles([header["role"] for header in headers], POLICIES[trust.policy])
    return "verified"


@contextlib.contextmanager
def of_signature(index):
    try:
        yield
    except Refused as refused:
        raise Refused(refused.code, index) from None


class Trust:
    """Entries of a verified list by kid, and under which policy they are used.

    `registered`: the signatures that were received already, each with its
    `kid`, `role` and `iat`, by the SHA-256 of the record that they sign.
    """

    def __init__(self, entries, policy="both", registered=None):
        self.entries, self.policy, self.registered = entries, policy, registered or {}

    def has_received(self, header, record):
        """Whether this very signature is in the register, not only its record."""
        received = self.registered.get(hashlib.sha256(record).hexdigest(), [])
        return {name: header[name] for name in ("kid", "role", "iat")} in received


def check_entry(entry, header, record, trust):
    """What the entry of a key forbids its signature."""
    if header["iat"] < entry["nbf"]:
        raise Refused("key-not-yet-valid")
    if header["iat"] >= entry["exp"]:
        raise Refused("key-expired")
    revoked = entry["revoked"]
    if revoked and revoked["reason"] == "keyCompromise":
        if not trust.has_received(header, record):
            raise Refused("key-compromised")
    elif revoked and header["iat"] >= revoked["at"]:
        raise Refused("key-revoked")
    if header["role"] not in entry["roles"]:
        raise Refused("role-not-granted")


def check_roles(roles, needed):
    for role, code in (("preparer", "preparer-missing"), ("deputyHead", "deputy-head-missing")):
        if role in needed and role not in roles:
            raise Refused(code)
    if set(roles) == set(ROLES) and roles.index("deputyHead") < roles.index("preparer"):
        raise Refused("role-order", roles.index("deputyHead"))


def verify_list(data, pinned, now, seen=None):
    """The entries of a trust list by kid, and what to remember; raises Refused.

    `seen`: what was remembered of the newest list that was verified before.
    """
    if len(data) > MAX_FILE_BYTES:
        raise Refused("too-large")
    file = parse(data, strict=False)
    record, signatures = cut(file, TRUST_FORMAT)
    if not signatures:
        raise Refused("trust-list-unsigned")
    for index, entry in enumerate(signatures):
        with of_signature(index):
            header = read_header(entry["protected"], TRUST_TYP)
            check_signature(entry, header, signatures[:index], record, pinned.get(header["kid"]), now)
    if not is_canonical(data, file):
        raise Refused("not-canonical")
    content = parse(record, strict=True)
    entries = read_entries(content)
    digest = hashlib.sha256(record).hexdigest()
    if seen and content["sequence"] < seen["sequence"]:
        raise Refused("trust-list-rolled-back")
    if seen and content["sequence"] == seen["sequence"] and digest != seen["digest"]:
        raise Refused("trust-list-forked")
    if content["issued"] > now + DAY:
        raise Refused("trust-list-in-future")
    if content["nextUpdate"] <= now:
        raise Refused("trust-list-stale")
    return entries, {"sequence": content["sequence"], "digest": digest}


def read_entries(content):
    if not LIST_SCHEMA.is_valid(content) or content["sequence"] < 1:
        raise Refused("trust-list-members")
    if content["issued"] >= content["nextUpdate"]:
        raise Refused("trust-list-dates")
    entries = {}
    for entry in content["keys"]:
        if entry["kid"] in entries:
            raise Refused("trust-list-key-twice")
        if not is_printed_name(entry["person"]):
            raise Refused("trust-list-members")
        if entry["nbf"] >= entry["exp"]:
            raise Refused("trust-list-dates")
        entries[entry["kid"]] = {**entry, "key": listed_key(entry)}
    return entries


def listed_key(entry):
    try:
        key = jwk.import_key(entry["jwk"])
        algorithm = ALGORITHMS[(key.key_type, key.curve_name)]
        required = {"crv", "kty", "x"} | ({"y"} if key.key_type == "EC" else set())
        if (key.thumbprint(), algorithm, set(entry["jwk"])) == (entry["kid"], entry["alg"], required):
            return key
    except (JoseError, ValueError, KeyError, AttributeError):
        pass
    raise Refused("trust-list-key")


def cut(file, name):
    """The bytes of the record and the signatures."""
    if not isinstance(file, dict) or file.get("format") != name:
        raise Refused("format-other" if name == FORMAT else "trust-list-format-other")
    entries = file.get("signatures")
    if len(file) != 3 or not isinstance(file.get("record"), dict) or not isinstance(entries, list):
        raise Refused("file-members")
    for entry in entries[:MAX_SIGNATURES]:
        if not isinstance(entry, dict) or set(entry) != {"protected", "signature"}:
            raise Refused("signature-entry")
        if not all(isinstance(text, str) and re.fullmatch(r"[!#-\[\]-~]*", text) for text in entry.values()):
            raise Refused("signature-entry")
    if len(entries) > MAX_SIGNATURES:
        raise Refused("signatures-too-many")
    return rfc8785.dumps(file["record"]), entries


class Registry(jws.JWSRegistry):
    """joserfc refuses payloads of 128,000 bytes and more, and unknown names."""

    max_header_length = max_payload_length = 2 * MAX_FILE_BYTES


def check_signature(entry, header, earlier, record, key, now):
    if key is None:
        raise Refused("kid-unknown")
    algorithm = ALGORITHMS[(key.key_type, key.curve_name)]
    if header["alg"] != algorithm:
        raise Refused("alg-mismatch")
    if header["prev"] != encode(hashlib.sha256(rfc8785.dumps(earlier)).digest()):
        raise Refused("prev-mismatch")
    if header["iat"] > now + DAY:
        raise Refused("iat-in-future")
    if decode(entry["signature"]) is None:
        raise Refused("signature-base64url")
    try:
        registry = Registry(algorithms=[algorithm], strict_check_header=False)
        jws.deserialize_json({**entry, "payload": encode(record)}, key, registry=registry)
    except (JoseError, ValueError):
        raise Refused("signature-bad") from None


def read_header(protected, typ):
    data = decode(protected)
    if data is None:
        raise Refused("header-base64url")
    names = ["typ", "alg", "kid", "iat", "name", "prev"] + (["role"] if typ == TYP else [])
    try:
        header = parse(data, strict=True)
    except Refused:
        raise Refused("header-not-canonical") from None
    if not isinstance(header, dict):
        raise Refused("header-not-canonical")
    optional = {"x5c"} if typ == TYP else set()
    if not set(header) <= set(names) | optional:
        raise Refused("header-forbidden-name")
    if rfc8785.dumps(header) != data:
        raise Refused("header-not-canonical")
    for name in names:
        if not fits(name, header.get(name), typ):
            raise Refused(f"header-{name}")
    if "x5c" in header and not is_chain(header["x5c"]):
        raise Refused("header-x5c")
    return header


def is_chain(value):
    """Certificates in DER, in plain base64. Nothing is believed of them here."""
    return isinstance(value, list) and 1 <= len(value) <= 8 and all(map(is_certificate, value))


def is_certificate(text):
    try:
        data = base64.b64decode(text, validate=True)
    except (TypeError, ValueError):
        return False
    return base64.b64encode(data).decode() == text and 1 <= len(data) <= 16384


def fits(name, value, typ):
    if name == "iat":
        return type(value) is int and 0 <= value <= LAST_MOMENT
    if not isinstance(value, str):
        return False
    return {
        "typ": lambda: value == typ,
        "kid": lambda: len(decode(value) or b"") == 32,
        "name": lambda: is_printed_name(value),
        "role": lambda: value in ROLES,
    }.get(name, lambda: True)()


def is_printed_name(name):
    """One line that is not blank."""
    one_line = not re.search("[\0-\x1f\x7f-\x9f\u2028\u2029]", name)
    return one_line and not BLANK.fullmatch(name) and len(name.encode()) <= 200


def check_record(record):
    if not RECORD_SCHEMA.is_valid(record):
        raise Refused("record-members")
    if not is_moment(record["submission"]["createdAt"]):
        raise Refused("record-members")
    if record["answerCount"] != len(record["answers"]):
        raise Refused("record-answer-count")
    if len({answer["id"] for answer in record["answers"]}) < len(record["answers"]):
        raise Refused("record-duplicate-item")


def is_moment(text):
    """A day of the calendar, a time of the day, an offset: libraries differ in all three."""
    found = MOMENT.fullmatch(text)
    if not found:
        return False
    year, month, day, hour, minute, second, hours, minutes = (int(number or 0) for number in found.groups())
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days = {2: 29 if leap else 28, 4: 30, 6: 30, 9: 30, 11: 30}.get(month, 31)
    is_day = 1 <= month <= 12 and 1 <= day <= days
    return is_day and hour <= 23 and minute <= 59 and second <= 59 and hours <= 23 and minutes <= 59


def read_keys(paths):
    """Public keys by their RFC 7638 thumbprint."""
    keys = [jwk.import_key(json.loads(Path(path).read_bytes())) for path in paths]
    for key in keys:
        if key.is_private or (key.key_type, key.curve_name) not in ALGORITHMS:
            raise SystemExit("a key is private, or of an algorithm that the format does not have")
    return {key.thumbprint(): key for key in keys}


def read_trust(options, now):
    """The verified list; what is to be remembered of it is written to --seen."""
    seen = None
    if options.seen and options.seen.exists():
        seen = json.loads(options.seen.read_bytes())["seen"]
    entries, seen = verify_list(options.trust.read_bytes(), read_keys(options.pin), now, seen)
    if options.seen:
        options.seen.write_text(json.dumps({"format": "probitas-trust-seen/1", "seen": seen}))
    return Trust(entries, options.policy)


def main():
    parser = argparse.ArgumentParser(description="Verifies a signed submission offline.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--key", action="append", default=[], help="public key (JWK); repeatable")
    parser.add_argument("--trust", type=Path, help="trust list")
    parser.add_argument("--pin", action="append", default=[], help="public key of the agency; repeatable")
    parser.add_argument("--seen", type=Path, help="remembers the newest list, so that no older one passes")
    parser.add_argument("--policy", choices=POLICIES, default="both", help="who has to sign")
    options = parser.parse_args()
    now = int(time.time())
    try:
        trust = read_trust(options, now) if options.trust else None
        outcome = verify(options.file.read_bytes(), read_keys(options.key), now, trust)
    except Refused as refused:
        where = "" if refused.signature is None else f" (signature {refused.signature + 1})"
        outcome = f"not-verified: {refused.code}{where}"
    print(outcome)
    return 0 if outcome == "verified" else 1


if __name__ == "__main__":
    sys.exit(main())
