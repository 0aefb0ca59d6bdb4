"""Writes the manual pages in both languages, from what the programs say of themselves
(help.py) and from the fixed parts in en.json and fr.json.

pages.py WINDOW TERMINAL VERSION SECONDS OUT: OUT/man1 and OUT/fr/man1. SECONDS since
1970 are the day on the pages.
"""

import json
import os
import re
import sys
import time

import help as told


def escaped(text):
    """A text that roff prints as it is."""
    text = text.replace("\\", "\\(rs").replace("-", "\\-").replace("\u00a0", "\\~")
    text = text.replace("~/", "\\(ti/").replace("~lock", "\\(tilock").replace("'", "\\(aq")
    # At the beginning of a line these would be a request.
    return re.sub(r"^([.'])", r"\\&\1", text, flags=re.MULTILINE)


def running(text):
    """A sentence: hyphens stay hyphens; options and names that are typed are bold, and
    their hyphens are those of the keyboard."""
    parts = re.split(r"((?<!\S)-{1,2}[a-z][a-z-]*|\b(?:probitas|preparer)-[a-z]+)", text)
    out = ""
    for i, part in enumerate(parts):
        if i % 2:
            out += f"\\fB{escaped(part)}\\fR"
        else:
            out += escaped(part).replace("\\-", "-")
    return out.replace("\n", "\n.br\n")


def term(text):
    """What is typed is bold, what is put in its place is italic."""
    out = ""
    for word in re.split(r"([\s\[\],|…]+)", text):
        if re.match(r"^[\s\[\],|…]*$", word):
            out += word
        elif word.startswith("-") or not re.match(r"^[A-ZÀ-Ý]{2,}|^N$|^ID$", word):
            out += f"\\fB{escaped(word)}\\fR"
        else:
            out += f"\\fI{escaped(word)}\\fR"
    return out


class Page:
    def __init__(self, name, version, day, fixed):
        self.fixed = fixed
        self.lines = [
            "'\\\" -*- coding: UTF-8 -*-",
            '.\\" Made from what the program says of itself.',
            f'.TH {name.upper()} 1 {day} "Probitas {version}" "{fixed["manual"]}"',
            # English rules would part French words.
            ".nh",
            ".ad l",
        ]

    def heading(self, name):
        self.lines.append(f'.SH "{self.fixed["headings"][name]}"')

    def below(self, text):
        self.lines.append(f'.SS "{text}"')

    def paragraph(self, text):
        self.lines += [".PP", *running(text).split("\n")]

    def entries(self, entries):
        for entry in entries:
            self.lines += [".TP", term(entry.term), running(entry.meaning)]

    def pairs(self, pairs):
        for name, meaning in pairs:
            self.lines += [".TP", f"\\fI{escaped(name)}\\fR", running(meaning)]

    def name_of(self, program, title):
        self.heading("name")
        # "Probitas: …": the name stands before.
        title = re.sub(r"^\S+\s*:\s*", "", title).rstrip(".")
        self.lines.append(f"{escaped(program)} \\- {running(title)}")

    def synopsis(self, usage):
        for call in usage:
            program, _, rest = call.partition(" ")
            self.lines += [f'.HP', f"\\fB{escaped(program)}\\fR {term(rest)}"]

    def blocks(self, blocks):
        for kind, content in blocks:
            if kind == "entries":
                self.entries(content)
            elif kind == "paragraph":
                self.paragraph(content)
            else:
                raise ValueError(f"a heading inside a command: {content!r}")

    def kept(self, own):
        """The fixed sections at the end."""
        if "examples" in own:
            self.heading("examples")
            for what, lines in own["examples"]:
                self.paragraph(what)
                self.lines += [".RS 4", ".nf", *map(escaped, lines), ".fi", ".RE"]
        for name in ("environment", "files"):
            if name in own:
                self.heading(name)
                self.pairs(own[name])

    def see(self, *others):
        self.heading("see")
        names = [f"\\fB{escaped(name)}\\fR(1)" for name in others]
        self.lines.append(", ".join(names))

    def write(self, path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(self.lines) + "\n")


def window_page(page, help_text, own):
    *entries, _more, exit_codes = [content for _, content in help_text.blocks]
    page.name_of("probitas", help_text.title)
    page.heading("synopsis")
    page.synopsis(help_text.usage)
    page.heading("description")
    for text in own["description"]:
        page.paragraph(text)
    page.heading("options")
    for block in entries:
        page.entries(block)
    page.heading("exit")
    # What stands before the colon is the heading.
    page.paragraph(re.sub(r"^[^:]*:\s*", "", exit_codes))
    page.kept(own)
    page.see("probitas-cli")


def terminal_page(page, whole, commands, own):
    page.name_of("probitas-cli", whole.title)
    page.heading("synopsis")
    page.synopsis(whole.usage)
    page.heading("description")
    for text in own["description"]:
        page.paragraph(text)
    page.heading("options")
    page.entries(whole.under(1))
    page.heading("commands")
    page.entries(whole.under(0))
    for name, command in commands.items():
        page.below(f"probitas\\-cli {escaped(name)}")
        page.lines.append(running(command.title))
        page.synopsis(command.usage)
        page.blocks(command.blocks)
    page.heading("exit")
    page.entries(whole.under(2))
    page.kept(own)
    page.see("probitas")


def main(window, terminal, version, seconds, out):
    day = time.strftime("%Y-%m-%d", time.gmtime(int(seconds)))
    here = os.path.dirname(os.path.abspath(__file__))
    for language, folder in (("en", "man1"), ("fr", "fr/man1")):
        with open(os.path.join(here, f"{language}.json"), encoding="utf-8") as file:
            fixed = json.load(file)
        page = Page("probitas", version, day, fixed)
        window_page(page, told.window(window, language), fixed["probitas"])
        page.write(os.path.join(out, folder, "probitas.1"))
        page = Page("probitas-cli", version, day, fixed)
        terminal_page(page, *told.terminal(terminal, language), fixed["probitas-cli"])
        page.write(os.path.join(out, folder, "probitas-cli.1"))


if __name__ == "__main__":
    main(*sys.argv[1:])
