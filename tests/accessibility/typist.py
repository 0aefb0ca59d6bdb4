"""Answers written as a person writes them: by the keys of a keyboard.

What a stored text is made of is read here once more, apart from the program, so
that what it makes of the keys is compared with something else than itself.
"""

import re
from dataclasses import dataclass

from hands import KeyboardHand
from window import Failure

BULLET, NUMBER, HEADING, PARAGRAPH, CONTINUED = "bullet", "number", "heading", "paragraph", "continued"
TOGGLE = {BULLET: "ctrl+shift+l", NUMBER: "ctrl+shift+n", HEADING: "ctrl+shift+h"}
ITEMS = (BULLET, NUMBER)


@dataclass
class Line:
    """A line of a text: what it is, in how many items it stands (an item counts
    itself), its literal text, and the number of an item."""

    kind: str
    depth: int
    text: str
    number: int = 0


def lines_of(stored):
    """The lines of a stored text."""
    lines = []
    # How far the text of each open item is indented.
    indents = []
    gap = True
    for line in stored.split("\n"):
        if not line.strip():
            gap = True
            continue
        indent = len(line) - len(line.lstrip(" "))
        while indents and indent < indents[-1]:
            indents.pop()
        text = line[indents[-1] if indents else 0:]
        mark = re.match(r"(-|(\d+)[.)]) ", text)
        while mark:
            indents.append((indents[-1] if indents else 0) + mark.end())
            text = text[mark.end():]
            kind = NUMBER if mark[2] else BULLET
            lines.append(Line(kind, len(indents), literal(text), int(mark[2] or 0)))
            mark = re.match(r"(-|(\d+)[.)]) ", text)
            if mark:
                raise Failure(f"an item without words of its own: {line}")
            gap = None
        if gap is None:
            gap = False
            continue
        if text.startswith("### "):
            lines.append(Line(HEADING, len(indents), literal(text[4:])))
            gap = True
            continue
        lines.append(Line(PARAGRAPH if gap else CONTINUED, len(indents), literal(text)))
        gap = False
    return lines


def literal(text):
    """What a backslash guards is itself."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


def shown(stored):
    """What stands in the box: no mark, and no line between paragraphs."""
    return "\n".join(line.text for line in lines_of(stored))


class TypistHand(KeyboardHand):
    """A hand on a keyboard that has every character, which also writes lists."""

    def __init__(self, window, keyboard):
        super().__init__(window, self._press, keyboard.write)
        self.keyboard = keyboard
        self.lists = 0

    def _press(self, *chords):
        for chord in chords:
            self.keyboard.press(chord)

    def next_stop(self, key="Tab"):
        """In a list Tab is for the list; Escape before it leaves the text."""
        stop = self.stop()
        if stop and stop.has("multi_line"):
            self.keys("Escape")
        return super().next_stop(key)

    def fill_lines(self, name, stored):
        """Goes to a text and writes it, line by line."""
        stop = self.go_to("entry", name)
        before = None
        for line in lines_of(stored):
            self.line(before, line)
            before = line
        text = shown(stored)
        self.window.wait(lambda: stop.text() == text, f"“{name}” holds what was typed", 60.0)
        return stop

    def line(self, before, line):
        """Starts a line after the one before it, and writes it."""
        if line.kind == CONTINUED:
            self.keys("shift+Return")
            self.write(line.text)
            return
        kind, depth = PARAGRAPH, 0
        if before is not None:
            self.keys("Return")
            kind, depth = self.goes_on_with(before)
        if line.kind in ITEMS:
            self.become_item(kind, depth, line)
        else:
            self.become_paragraph(kind, depth, line.depth)
            if line.kind == HEADING:
                self.keys(TOGGLE[HEADING])
        self.write(line.text)

    def goes_on_with(self, before):
        """What Enter makes after a line. Another line of an item is of its kind."""
        if before.kind != CONTINUED:
            self.last = before
        kind = self.last.kind
        return (PARAGRAPH if kind == HEADING else kind), self.last.depth

    def become_item(self, kind, depth, line):
        """Makes an item of an empty line."""
        if kind in ITEMS and depth >= line.depth:
            # Enter on an empty item goes out by a level, to the list that is there.
            for _ in range(depth - line.depth):
                self.keys("Return")
            if depth == line.depth and kind != line.kind:
                self.keys(TOGGLE[line.kind])
            return
        if kind in ITEMS:
            self.keys("Tab")
            if kind != line.kind:
                self.keys(TOGGLE[line.kind])
            return
        self.become_paragraph(kind, depth, line.depth - 1)
        self.lists += 1
        if self.lists % 2 and line.number < 2:
            self.keys(TOGGLE[line.kind])
        else:
            # The other way to begin a list: its mark.
            self.write("- " if line.kind == BULLET else f"{line.number}. ")

    def become_paragraph(self, kind, depth, wanted):
        """Makes a paragraph, in so many items, of an empty line."""
        if kind in ITEMS:
            for _ in range(depth - wanted):
                self.keys("Return")
            if wanted:
                self.keys("BackSpace")
            return
        for _ in range(depth - wanted):
            self.keys("BackSpace")
