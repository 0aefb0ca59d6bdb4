#!/usr/bin/env python3
"""notices.py update|check|unpack OUT: the notices of everything that is part of the
programs, with every licence text once.

Texts that differ only in who holds the rights, or in how their lines break, count as
the same: the lines of copyright stand with each component.
"""

import difflib
import gzip
import re
import sys
from pathlib import Path

import tree

LICENCE_FILE = re.compile(r"licen[cs]e|copying|unlicense|notice|copyright", re.IGNORECASE)
# A line that says who holds the rights; not one of a text that speaks of copyright, and
# not one that is to be filled in.
HOLDER = re.compile(r"^\W*(?:Copyright\s*(?:\([cC]\)|©|\[?\d{4}|[A-Z<])|(?:\([cC]\)|©)\s*\d{4})(?!.*[\[{<](?:yyyy|year)).*$")
# How many lines with words are the head of a licence.
HEAD = 6
# Where the terms of the Apache License end.
END = "END OF TERMS AND CONDITIONS"
# Of a choice of licences this one is not taken.
NOT_TAKEN = re.compile(r"gpl", re.IGNORECASE)
# In this order a text is taken where a crate comes without one.
STANDARD = ["MIT", "Apache-2.0", "BSD-3-Clause", "BSL-1.0", "CC0-1.0"]
TEXTS = tree.HERE / "texts"
NAME = "THIRD-PARTY-NOTICES.txt"
HEADING = """THIRD-PARTY NOTICES / AVIS DE TIERS

Probitas is under the MIT licence (see LICENSE). Its programs are made with the
components below, each under a licence of its own. Each names the platforms for which
it is used, who holds the rights, and by number the licence texts that come with it;
the texts stand after the list, each once.

Probitas est sous licence MIT (voir LICENSE). Ses programmes sont faits des composants
ci-dessous, chacun sous sa propre licence. Chacun indique les plateformes pour lesquelles
il sert, les titulaires des droits et, par numéro, les textes de licence qui
l’accompagnent; ces textes suivent la liste, chacun une seule fois.

Where a component comes without the text of its licence, the usual text is given, with
the authors that the component names; such components are marked with *.
Lorsqu’un composant est fourni sans le texte de sa licence, le texte habituel est
reproduit, avec les auteurs que le composant indique; ces composants sont marqués d’un *.
"""


class Texts:
    """Every licence text once, with a number."""

    def __init__(self):
        self.known = {}

    def number(self, text):
        """The number of a text, a new one for a new text."""
        terms, end, after = text.partition(END)
        # How to apply the Apache License is no part of it; an exception is.
        same = terms if end and "exception" not in after.lower() else text
        words = " ".join(re.sub(r"\W+", " ", same.lower().replace("https:", "http:")).split())
        number, _ = self.known.setdefault(words, (len(self.known) + 1, text))
        return number

    def __iter__(self):
        return iter(self.known.values())


def parted(source):
    """A text without the lines that say who holds the rights, and these lines. They are
    looked for where a licence has them: at its head, and after the terms of the Apache
    License. A file of several licences stays as it is."""
    plain = source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\f", "\n").expandtabs(4)
    lines = [line.rstrip() for line in plain.split("\n")]
    written = [number for number, line in enumerate(lines) if line]
    where = set(written[:HEAD])
    where.update(range(next((at for at in written if END in lines[at]), len(lines)), len(lines)))
    found = [number for number in sorted(where) if HOLDER.match(lines[number])]
    holders = [tidy(lines[number]) for number in found]
    rest = "\n".join(line for number, line in enumerate(lines) if number not in found)
    return re.sub(r"\n{3,}", "\n\n", rest).strip("\n"), list(dict.fromkeys(holders))


def tidy(line):
    """A line of copyright without the marks of a comment or a list."""
    return " ".join(line.strip(" \t*#/-|").split())


def files(folder):
    """The licence files of a crate: beside its manifest, and in a folder for them."""
    found = [path for path in folder.iterdir() if LICENCE_FILE.search(path.name)]
    for path in [path for path in found if path.is_dir()]:
        found += path.iterdir()
    wanted = [
        path for path in found
        if path.is_file() and not NOT_TAKEN.search(path.name) and path.suffix not in (".rs", ".toml", ".html")
    ]
    return sorted(wanted, key=lambda path: path.relative_to(folder).as_posix())


def of_crate(package, texts):
    """The numbers of a crate's texts, who holds the rights, and whether the texts came
    with it."""
    numbers, holders = [], []
    for path in files(package.folder):
        text, named = parted(path.read_text(encoding="utf-8", errors="replace"))
        # Some name a file that stands elsewhere.
        if len(text) > 200:
            numbers.append(texts.number(text))
        holders += [name for name in named if name not in holders]
    if numbers:
        return sorted(set(numbers)), holders, True
    kind = next(kind for kind in STANDARD if kind in package.licence)
    number = texts.number((TEXTS / f"{kind}.txt").read_text(encoding="utf-8").strip("\n"))
    people = [re.sub(r" *<[^>]*>", "", author) for author in package.authors]
    who = ", ".join(people) or f"the authors of {package.name} ({package.repository})"
    return [number], holders or [f"Copyright (c) {who}"], False


def entries(texts):
    """Each component: its heading, and what stands below."""
    for part in sorted(tree.parts(), key=lambda part: (part["kind"] != "font", part["name"])):
        text = (tree.ROOT / part["text"]).read_text(encoding="utf-8").expandtabs(4).strip("\n")
        name = " ".join(filter(None, (part["name"], part.get("version"))))
        platforms = part.get("platforms", list(tree.PLATFORMS))
        yield name, part["licence"], platforms, part["copyright"], [texts.number(text)]
    for package in tree.packages():
        if package.source is None or not package.linked_on:
            continue
        numbers, holders, is_own = of_crate(package, texts)
        name = f"{package.name} {package.version}{'' if is_own else ' *'}"
        platforms = [platform for platform in tree.PLATFORMS if platform in package.linked_on]
        yield name, package.licence, platforms, holders, numbers


def notices():
    """The whole text."""
    texts, lines = Texts(), [HEADING, "COMPONENTS / COMPOSANTS"]
    for name, licence, platforms, holders, numbers in entries(texts):
        shown = " ".join(f"[{number}]" for number in numbers)
        lines += ["", f"{name} – {licence} – {', '.join(platforms)} – {shown}"]
        lines += [f"    {holder}" for holder in holders]
    lines += ["", "LICENCE TEXTS / TEXTES DE LICENCE"]
    for number, text in texts:
        lines += ["", f"[{number}] " + "-" * 60, "", text]
    return "\n".join(lines) + "\n"


def main(mode, *out):
    packed = tree.ROOT / "assets" / "notices" / f"{NAME}.gz"
    held = gzip.decompress(packed.read_bytes()).decode() if packed.exists() else ""
    if mode == "unpack":
        # What the programs show, which `check` holds to Cargo.lock.
        return Path(out[0], NAME).write_text(held, encoding="utf-8", newline="\n")
    text = notices()
    if mode == "check" and text != held:
        changed = difflib.unified_diff(held.splitlines(), text.splitlines(), "held", "now", lineterm="", n=0)
        lines = "\n".join(list(changed)[:40])
        sys.exit(f"{lines}\nthe notices are not those of Cargo.lock: packaging/supply/notices.sh --update")
    if mode == "update" and text != held:
        packed.parent.mkdir(exist_ok=True)
        packed.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(f"notices: {len(text.encode())} bytes, {packed.stat().st_size} in the programs")
    return None


if __name__ == "__main__":
    main(*sys.argv[1:])
