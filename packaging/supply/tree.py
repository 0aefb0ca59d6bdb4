"""What the programs are made of, as cargo says it for the versions in Cargo.lock."""

import json
import re
import subprocess
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
# What packages are built with.
FEATURES = "certificates,token"
PLATFORMS = {
    "Linux": ("x86_64-unknown-linux-gnu",),
    "Windows": ("x86_64-pc-windows-gnu", "x86_64-pc-windows-msvc"),
    "macOS": ("x86_64-apple-darwin", "aarch64-apple-darwin"),
}
REGISTRY = "registry+https://github.com/rust-lang/crates.io-index"
LINE = re.compile(r"^(\d+)(\S+) v(\S+)")


def cargo(*arguments):
    """What cargo answers without a network. Where crates are not on this machine yet,
    they are fetched first, once."""
    command = ["cargo", *arguments, "--locked", "--offline"]
    for _ in range(2):
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return done.stdout
        subprocess.run(["cargo", "fetch", "--locked", "--quiet"], cwd=ROOT, check=True)
    sys.exit(done.stderr)


class Package:
    """A crate in one version."""

    def __init__(self, described, checksum):
        self.name = described["name"]
        self.version = described["version"]
        self.licence = expression(described["license"])
        self.licence_file = described["license_file"]
        self.authors = described["authors"]
        self.repository = described["repository"]
        self.description = described["description"]
        self.source = described["source"]
        self.checksum = checksum
        self.folder = Path(described["manifest_path"]).parent
        kinds = {kind for target in described["targets"] for kind in target["kind"]}
        self.is_macro = "proc-macro" in kinds
        needs = described["dependencies"]
        self.linked_names = {one["name"] for one in needs if one["kind"] is None}
        # Platforms on which it is part of a program, or at least of its making.
        self.linked_on = set()
        self.used_on = set()
        self.depends_on = set()

    @property
    def key(self):
        return (self.name, self.version)


def expression(written):
    """An expression of licences as SPDX has it; older crates write a slash."""
    return re.sub(r"\s*/\s*", " OR ", written) if written else None


def packages(platforms=tuple(PLATFORMS)):
    """Every crate that these platforms need, by name and version; the program first."""
    lock = tomllib.loads((ROOT / "Cargo.lock").read_text(encoding="utf-8"))
    sums = {(one["name"], one["version"]): one.get("checksum") for one in lock["package"]}
    told = json.loads(cargo("metadata", "--format-version", "1", "--features", FEATURES))
    known = {}
    for described in told["packages"]:
        key = (described["name"], described["version"])
        known[key] = Package(described, sums.get(key))
    targets = [(platform, target) for platform in platforms for target in PLATFORMS[platform]]
    with ThreadPoolExecutor() as pool:
        grown = pool.map(lambda each: _edges(each[1]), targets)
        for (platform, _), edges in zip(targets, grown, strict=True):
            _mark(known, platform, edges)
    needed = [package for package in known.values() if package.used_on]
    return sorted(needed, key=lambda package: (package.source is not None, package.key))


def _edges(target):
    """Which crate needs which on a target. Cargo's tree has the features of the build
    itself, which its metadata join with those of the tests."""
    out = cargo(
        "tree", "--features", FEATURES, "--edges", "normal,build", "--prefix", "depth",
        "--target", target,
    )
    edges, above = {}, []
    for line in out.splitlines():
        depth, name, version = LINE.match(line).groups()
        del above[int(depth):]
        if above:
            edges.setdefault(above[-1], set()).add((name, version))
        above.append((name, version))
    return edges


def _mark(known, platform, edges):
    """Notes who is part of the program on a platform, and who of its making."""
    root = next(key for key, package in known.items() if package.source is None)
    used, linked = {root}, {root}
    for reached, follows in ((used, lambda *_: True), (linked, _is_linked)):
        waiting = [root]
        while waiting:
            key = waiting.pop()
            for other in edges.get(key, ()):
                if other not in reached and follows(known[key], known[other]):
                    reached.add(other)
                    waiting.append(other)
    for key in used:
        known[key].used_on.add(platform)
        known[key].depends_on |= edges.get(key, set())
    for key in linked:
        known[key].linked_on.add(platform)


def _is_linked(package, other):
    """A macro runs while the program is made, and so does what a build script needs."""
    return not other.is_macro and other.name in package.linked_names


def parts():
    """What the programs hold besides crates."""
    return tomllib.loads((HERE / "parts.toml").read_text(encoding="utf-8"))["part"]


def policy():
    """What is allowed."""
    return tomllib.loads((HERE / "policy.toml").read_text(encoding="utf-8"))


def project():
    """The program's own entry in Cargo.toml."""
    return tomllib.loads((ROOT / "Cargo.toml").read_text(encoding="utf-8"))["package"]
