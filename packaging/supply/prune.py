#!/usr/bin/env python3
"""prune.py VENDOR: empties the crates of a folder of vendored sources that the programs
do not need on Linux, Windows and macOS: those of other systems and, as they are as large
as all others together, those of the tests, unless WITH_TESTS is set. Cargo wants to see
the name of every crate in Cargo.lock, so each keeps its manifest and an empty library.
"""

import json
import os
import shutil
import sys
from pathlib import Path

import tree


def needed():
    """Every crate that is built on these systems, all features included."""
    edges = "normal,build,dev" if os.environ.get("WITH_TESTS") else "normal,build"
    keys = set()
    for targets in tree.PLATFORMS.values():
        for target in targets:
            out = tree.cargo(
                "tree", "--all-features", "--edges", edges, "--prefix", "depth",
                "--target", target,
            )
            keys |= {match.groups()[1:] for match in map(tree.LINE.match, out.splitlines())}
    return keys


def empty(folder):
    """Leaves the manifest, which cargo reads, and files that are never compiled."""
    checksum = folder / ".cargo-checksum.json"
    package = json.loads(checksum.read_text(encoding="utf-8"))["package"]
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        elif path.name not in ("Cargo.toml", ".cargo-checksum.json") and not path.name.upper().startswith("LICEN"):
            path.unlink()
    (folder / "src").mkdir()
    (folder / "src" / "lib.rs").write_text("", encoding="utf-8")
    (folder / "build.rs").write_text("fn main() {}\n", encoding="utf-8")
    checksum.write_text(json.dumps({"files": {}, "package": package}), encoding="utf-8")


def main(vendor):
    keys = {f"{name}-{version}" for name, version in needed()}
    folders = sorted(path for path in Path(vendor).iterdir() if path.is_dir())
    emptied = [path for path in folders if path.name not in keys]
    for path in emptied:
        empty(path)
    missing = keys - {path.name for path in folders} - {f"probitas-{tree.project()['version']}"}
    if missing:
        sys.exit(f"not vendored: {', '.join(sorted(missing))}")
    print(f"crates: {len(folders)}, of which {len(emptied)} are empty, for other systems or tests")


if __name__ == "__main__":
    main(*sys.argv[1:])
