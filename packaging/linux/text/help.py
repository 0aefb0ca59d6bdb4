"""What the programs say of themselves with --help, taken apart.

The texts are those of assets/i18n. Their layout is: a title; the usage; entries, which
are indented, with a term and beside it or below it what it means; paragraphs; and
headings, which end in a colon and stand before entries.
"""

import os
import re
import subprocess


class Entry:
    """A term and what it means."""

    def __init__(self, term, meaning):
        self.term = term
        self.meaning = meaning


class Help:
    """One help text: its title, its lines of usage, and blocks in their order. A block
    is ("paragraph", text), ("heading", text) or ("entries", [Entry])."""

    def __init__(self, text):
        blocks = [part.split("\n") for part in re.split(r"\n\s*\n", text.strip("\n"))]
        self.title = joined(blocks.pop(0))
        self.usage = usage(blocks.pop(0))
        self.blocks = []
        for lines in blocks:
            # No-break spaces stand before French colons.
            if not lines[0].startswith(" ") and len(lines) > 1 and lines[1].startswith("  "):
                self.blocks.append(("heading", lines.pop(0).rstrip(":\u00a0 ")))
            if lines[0].startswith("  "):
                self.blocks.append(("entries", entries(lines)))
            else:
                self.blocks.append(("paragraph", paragraph(lines)))

    def under(self, position):
        """The entries below the heading that stands at this place among the headings."""
        found = [i for i, (kind, _) in enumerate(self.blocks) if kind == "heading"]
        return self.blocks[found[position] + 1][1]


def joined(lines):
    return " ".join(line.strip() for line in lines)


# The texts are wrapped below this.
WIDTH = 79


def paragraph(lines):
    """One text, with a line break where a sentence begins on a new line although its
    first word would still have fit on the one before."""
    text = lines[0].strip()
    for before, line in zip(lines, lines[1:]):
        word = line.split()[0]
        meant = re.match(r"[A-ZÀ-Ý][a-zà-ÿ’ ]", line) and len(before) + 1 + len(word) <= WIDTH
        text += ("\n" if meant else " ") + line.strip()
    return text


def usage(lines):
    """One line for each way to call the program; what goes on is indented further."""
    first = re.match(r"\S+\s*:\s*(?=probitas)", lines[0])
    if not first:
        raise ValueError(f"no usage: {lines[0]!r}")
    calls = []
    for line in [lines[0][first.end():], *lines[1:]]:
        if line.strip().startswith("probitas"):
            calls.append(line.strip())
        else:
            calls[-1] += " " + line.strip()
    return calls


def entries(lines):
    """Where the meanings begin is where most lines show it: below a long term, or after
    at least two spaces."""
    columns = []
    for line in lines:
        beside = re.match(r"  \S.*?\s{2,}(?=\S)", line)
        below = re.match(r"\s{6,}", line)
        if below:
            columns.append(below.end())
        elif beside:
            columns.append(beside.end())
    if not columns:
        raise ValueError(f"no column: {lines!r}")
    column = max(set(columns), key=columns.count)
    found = []
    for line in lines:
        if re.match(r"  \S", line):
            # A term as wide as the column is parted from its meaning by one space.
            parts = len(line) > column and line[column - 1] == " " and line[column] != " "
            term, meaning = (line[:column], line[column:]) if parts else (line, "")
            found.append(Entry(term.strip(), meaning.strip()))
        elif line[:column].strip() == "":
            last = found[-1]
            last.meaning = f"{last.meaning} {line.strip()}".strip()
        else:
            raise ValueError(f"not understood: {line!r}")
    if any(not entry.meaning for entry in found):
        raise ValueError(f"a term without a meaning: {lines!r}")
    return found


def asked(program, *arguments):
    """What a program says. Nothing of the environment may change it."""
    told = subprocess.run(
        [os.path.abspath(program), *arguments],
        check=True,
        stdout=subprocess.PIPE,
        env={"LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"], "HOME": "/nonexistent"},
        timeout=60,
    )
    return told.stdout.decode("utf-8")


def window(program, language):
    """The help of the window."""
    return Help(asked(program, "--language", language, "--help"))


def terminal(program, language):
    """The help of the terminal program, and that of each of its commands in the order in
    which they are listed."""
    whole = Help(asked(program, "--lang", language, "help"))
    names = [entry.term.split()[0] for entry in whole.under(0)]
    commands = {
        name: Help(asked(program, "--lang", language, "help", name))
        for name in names
        if name != "help"
    }
    return whole, commands
