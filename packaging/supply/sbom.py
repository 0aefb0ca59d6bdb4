#!/usr/bin/env python3
"""sbom.py OUT: the bill of materials of the programs as CycloneDX 1.5 (JSON).

The same repository gives the same bytes: its moment is SOURCE_DATE_EPOCH, and its number
follows from its content. `scope` tells what is part of the programs (required) from what
only makes them (excluded); the properties `probitas:platform` say for which systems.
"""

import hashlib
import json
import os
import re
import sys
import uuid
from datetime import datetime, timezone
from pathlib import Path

import tree

# What packages are made for; a build on a Mac asks for macOS.
PLATFORMS = os.environ.get("PROBITAS_PLATFORMS", "Linux Windows").split()
NAMESPACE = uuid.UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")


def crate(package):
    """A component for a crate."""
    component = {
        "type": "library",
        "bom-ref": reference(package.key),
        "name": package.name,
        "version": package.version,
        "scope": "required" if package.linked_on else "excluded",
        "licenses": [{"expression": package.licence}],
        "purl": reference(package.key),
    }
    if package.authors:
        component["author"] = ", ".join(re.sub(r" *<[^>]*>", "", author) for author in package.authors)
    if package.description:
        component["description"] = " ".join(package.description.split())
    if package.checksum:
        component["hashes"] = [{"alg": "SHA-256", "content": package.checksum}]
    if package.repository:
        component["externalReferences"] = [{"type": "vcs", "url": package.repository}]
    component["properties"] = on(package.linked_on or package.used_on)
    return component


def on(platforms):
    return [{"name": "probitas:platform", "value": platform} for platform in sorted(platforms)]


def reference(key):
    name, version = key
    return f"pkg:cargo/{name}@{version.replace('+', '%2B')}"


def part(described):
    """A component for what is no crate; a font has its files."""
    name = described["name"]
    component = {
        "type": "library" if described["kind"] == "library" else "data",
        "bom-ref": f"part:{name.lower().replace(' ', '-')}",
        "name": name,
        "scope": "required",
        "licenses": [{"expression": described["licence"]}],
        "copyright": "\n".join(described["copyright"]),
        "externalReferences": [{"type": "website", "url": described["home"]}],
        "properties": on(set(described.get("platforms", PLATFORMS)) & set(PLATFORMS)),
    }
    if "version" in described:
        component["version"] = described["version"]
    if files := described.get("files"):
        component["components"] = [file(path) for path in sorted(files)]
    return component


def file(path):
    content = (tree.ROOT / path).read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    return {"type": "file", "bom-ref": f"file:{path}", "name": path, "hashes": [{"alg": "SHA-256", "content": digest}]}


def moment():
    """When the sources were last changed, unless it is given."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if seconds is None:
        return None
    return datetime.fromtimestamp(int(seconds), timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def bill():
    """The whole bill."""
    project, packages = tree.project(), tree.packages(PLATFORMS)
    program, crates = packages[0], packages[1:]
    parts = [part(one) for one in tree.parts() if set(one.get("platforms", PLATFORMS)) & set(PLATFORMS)]
    own = f"pkg:generic/{program.name}@{program.version}"
    edges = [(own, [reference(key) for key in program.depends_on] + [one["bom-ref"] for one in parts])]
    edges += [(reference(one.key), [reference(key) for key in one.depends_on]) for one in crates]
    metadata = {
        "tools": {"components": [{"type": "application", "name": "packaging/supply/sbom.py", "version": program.version}]},
        "component": {
            "type": "application",
            "bom-ref": own,
            "name": program.name,
            "version": program.version,
            "description": project["description"],
            "licenses": [{"expression": project["license"]}],
            "purl": own,
            "properties": [{"name": "probitas:features", "value": tree.FEATURES}, *on(PLATFORMS)],
        },
    }
    if made := moment():
        metadata = {"timestamp": made, **metadata}
    whole = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": metadata,
        "components": parts + [crate(one) for one in crates],
        "dependencies": [{"ref": ref, "dependsOn": sorted(others)} for ref, others in edges],
    }
    number = uuid.uuid5(NAMESPACE, json.dumps(whole, sort_keys=True))
    return {"$schema": "http://cyclonedx.org/schema/bom-1.5.schema.json", "serialNumber": f"urn:uuid:{number}", **whole}


def main(out):
    made = bill()
    text = json.dumps(made, indent=1, ensure_ascii=False) + "\n"
    Path(out).write_text(text, encoding="utf-8", newline="\n")
    components = made["components"]
    required = sum(one["scope"] == "required" for one in components)
    print(f"bill of materials: {len(components)} components, {required} in the programs, {len(text.encode())} bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])
