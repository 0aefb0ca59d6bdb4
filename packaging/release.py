#!/usr/bin/env python3
"""release.py DIST VERSION SECONDS: writes DIST/probitas-release.json, which the program
reads for `Check an update file…`: the version, its date, what is new in it in both
languages (whats-new.json), and the name, size and sum of every package in DIST."""

import datetime
import hashlib
import json
import pathlib
import sys

# The last are there to be changed or to be read: a changed copy damages no release.
NOT_PACKAGES = {
    "probitas-release.json",
    "SHA256SUMS",
    "probitas.pub",
    "probitas-policy.example.json",
    "probitas-policy-1.schema.json",
    "LISEZMOI-TI-README-IT.md",
}


def main(dist: pathlib.Path, version: str, seconds: int) -> None:
    news = json.loads((pathlib.Path(__file__).parent / "whats-new.json").read_text("utf-8"))
    if news["version"] != version:
        sys.exit(f"whats-new.json is about {news['version']}, not {version}")
    files = [
        {
            "name": path.name,
            "size": path.stat().st_size,
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        }
        for path in sorted(dist.iterdir())
        if path.is_file() and path.name not in NOT_PACKAGES and path.suffix != ".minisig"
    ]
    release = {
        "format": "probitas-release/1.0",
        "version": version,
        "date": datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).date().isoformat(),
        "whatsNew": news["whatsNew"],
        "files": files,
    }
    text = json.dumps(release, ensure_ascii=False, indent=2) + "\n"
    (dist / "probitas-release.json").write_text(text, "utf-8")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
