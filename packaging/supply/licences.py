#!/usr/bin/env python3
"""Holds every crate to policy.toml: its licence, where it comes from, and its name.

Also tells which crates are there in several versions. Needs no network once the crates
are on this machine.
"""

import re
import sys
import tomllib
from fnmatch import fnmatch

import tree

WORD = re.compile(r"\(|\)|[^\s()]+")


def is_allowed(expression, allowed):
    """Whether an expression of SPDX leaves a choice that is allowed."""
    words = WORD.findall(expression)

    def one():
        word = words.pop(0)
        if word == "(":
            held = either()
            words.pop(0)
            return held
        while words[:1] == ["WITH"]:
            word = f"{word} WITH {words[1]}"
            del words[:2]
        return word in allowed

    def both():
        held = one()
        while words[:1] == ["AND"]:
            words.pop(0)
            held = one() and held
        return held

    def either():
        held = both()
        while words[:1] == ["OR"]:
            words.pop(0)
            held = both() or held
        return held

    return either()


def problems(packages, policy):
    """What is against the policy, a line each."""
    allowed, exceptions = set(policy["licences"]), policy["exceptions"]
    for package in packages[1:]:
        named = f"{package.name} {package.version}"
        excepted = exceptions.get(package.name, {}).get("licence")
        if package.licence is None:
            yield f"{named} names no licence"
        elif package.licence != excepted and not is_allowed(package.licence, allowed):
            yield f"{named} is under {package.licence}"
        for refused in policy["refused"]:
            if any(fnmatch(package.name, name) for name in refused["names"]):
                yield f"{named} is refused: {refused['why']}"
    for part in tree.parts():
        excepted = exceptions.get(part["name"], {}).get("licence")
        if part["licence"] != excepted and not is_allowed(part["licence"], allowed):
            yield f"{part['name']} is under {part['licence']}"
    lock = tomllib.loads((tree.ROOT / "Cargo.lock").read_text(encoding="utf-8"))
    for one in lock["package"]:
        named = f"{one['name']} {one['version']}"
        if one.get("source") != policy["registry"] and one["name"] != packages[0].name:
            yield f"{named} comes from {one.get('source', 'a folder')}"


def several(packages):
    """Crates that are part of a program in more than one version."""
    versions = {}
    for package in packages:
        for platform in package.linked_on:
            versions.setdefault((package.name, platform), []).append(package.version)
    return sorted({name for (name, _), these in versions.items() if len(these) > 1})


def check_of_itself():
    """The check can fail."""
    allowed = {"MIT", "Apache-2.0 WITH LLVM-exception", "Zlib"}
    for expression, expected in [
        ("MIT", True),
        ("GPL-3.0-only", False),
        ("GPL-3.0-only OR MIT", True),
        ("MIT AND GPL-3.0-only", False),
        ("(GPL-2.0-only OR MIT) AND Zlib", True),
        ("(GPL-2.0-only OR MIT) AND ISC", False),
        ("Apache-2.0 WITH LLVM-exception", True),
        ("Apache-2.0", False),
    ]:
        assert is_allowed(expression, allowed) == expected, expression


def main():
    check_of_itself()
    packages, policy = tree.packages(), tree.policy()
    found = list(problems(packages, policy))
    if found:
        sys.exit("\n".join(found))
    linked = [package for package in packages[1:] if package.linked_on]
    twice = several(packages)
    print(f"licences: {len(packages) - 1} crates, {len(linked)} of them in the programs, as allowed")
    print(f"in several versions: {len(twice)} ({', '.join(twice)})")


if __name__ == "__main__":
    main()
