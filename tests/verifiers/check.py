"""Holds docs/verify/python against a folder of files and its manifest.

    check.py VERIFIER MANIFEST            every file, its outcome and reason
    check.py VERIFIER MANIFEST --places   every changed place of one file is refused, and why
    check.py VERIFIER MANIFEST --sign OUT signs the manifest's record anew, with its secrets
    check.py VERIFIER MANIFEST --time N   nanoseconds of CPU per file, one a line
"""

import importlib.util
import json
import sys
import time
from pathlib import Path

from joserfc import jwk, jws

spec = importlib.util.spec_from_file_location("verify", Path(sys.argv[1]) / "verify.py")
verifier = importlib.util.module_from_spec(spec)
spec.loader.exec_module(verifier)
path = Path(sys.argv[2])
folder = path.parent
manifest = json.loads(path.read_bytes())
keys = verifier.read_keys(folder / name for name in manifest["keys"])


def reached(data, entry):
    try:
        given, trust = keys, None
        if "trust" in entry:
            given = verifier.read_keys(folder / name for name in entry["trust"]["keys"])
            trust = verifier.Trust(listed(entry["trust"]["list"]), entry["trust"]["policy"], entry["trust"]["registered"])
        return {"outcome": verifier.verify(data, given, manifest["now"], trust)}
    except verifier.Refused as refused:
        return {"outcome": "not-verified", "reason": refused.code, "signature": refused.signature}


def listed(name):
    pinned = verifier.read_keys(folder / key for key in manifest["pinned"])
    return verifier.verify_list((folder / name).read_bytes(), pinned, manifest["now"])[0]


def reached_list(data, entry):
    pinned = verifier.read_keys(folder / name for name in manifest["pinned"])
    try:
        verifier.verify_list(data, pinned, manifest["now"], entry.get("seen"))
        return {"outcome": "verified"}
    except verifier.Refused as refused:
        return {"outcome": "not-verified", "reason": refused.code, "signature": refused.signature}


def check_files():
    failed = 0
    cases = [(reached, entry) for entry in manifest["files"]]
    cases += [(reached_list, entry) for entry in manifest.get("lists", [])]
    for reach, entry in cases:
        expected = {name: entry[name] for name in ("outcome", "reason", "signature") if name in entry}
        found = reach((folder / entry["file"]).read_bytes(), entry)
        if found != expected:
            failed += 1
            print(f"{entry['file']}: {found} instead of {expected}")
    print(f"python: {len(cases) - failed} passed, {failed} failed")
    return failed


def check_places():
    text = (folder / manifest["file"]).read_bytes().decode()
    assert reached(text.encode(), manifest)["outcome"] == "verified"
    failed = 0
    for place, letter, reason, signature in manifest["places"]:
        found = reached((text[:place] + letter + text[place + 1 :]).encode(), manifest)
        if found != {"outcome": "not-verified", "reason": reason, "signature": signature}:
            failed += 1
            print(f"place {place}, {letter!r}: {found}")
    print(f"python: {len(manifest['places']) - failed} passed, {failed} failed")
    return failed


def sign(out):
    """One file per secret, and one that all of them sign in turn."""
    record = json.loads((folder / manifest["record"]).read_bytes())
    secrets = [jwk.import_key(json.loads((folder / name).read_bytes())) for name in manifest["secrets"]]
    for index, secret in enumerate(secrets):
        write(out / f"python-{index + 1}.json", record, [secret])
    write(out / "python-all.json", record, secrets)


def write(path, record, secrets):
    entries = []
    for secret in secrets:
        public = jwk.import_key(secret.as_dict(private=False))
        algorithm = verifier.ALGORITHMS[(public.key_type, public.curve_name)]
        prev = verifier.hashlib.sha256(verifier.rfc8785.dumps(entries)).digest()
        header = {
            "alg": algorithm,
            "iat": manifest["now"],
            "kid": public.thumbprint(),
            "name": "Zoé Tremblay",
            "prev": verifier.encode(prev),
            "role": "preparer",
            "typ": verifier.TYP,
        }
        protected = verifier.encode(verifier.rfc8785.dumps(header))
        signer = verifier.Registry(algorithms=[algorithm]).get_alg(algorithm)
        message = f"{protected}.{verifier.encode(verifier.rfc8785.dumps(record))}"
        signature = verifier.encode(signer.sign(message.encode(), secret))
        entries.append({"protected": protected, "signature": signature})
    file = {"format": verifier.FORMAT, "record": record, "signatures": entries}
    text = json.dumps(file, ensure_ascii=False, indent=1, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")


def measure(rounds):
    files = [(folder / entry["file"]).read_bytes() for entry in manifest["files"]]
    for data in files[:50]:
        reached(data, manifest)
    for _ in range(rounds):
        for data in files:
            start = time.process_time_ns()
            assert reached(data, manifest)["outcome"] == "verified"
            print(time.process_time_ns() - start)


match sys.argv[3:]:
    case []:
        sys.exit(check_files() > 0)
    case ["--places"]:
        sys.exit(check_places() > 0)
    case ["--sign", out]:
        sign(Path(out))
    case ["--time", rounds]:
        measure(int(rounds))
    case ["--time", rounds, "--without-schema"]:
        verifier.check_record = lambda record: None
        measure(int(rounds))
