"""A nested list in both languages, and what a screen reader is told meanwhile."""

import json
from pathlib import Path

from gi.repository import Atspi

from typist import BULLET, CONTINUED, HEADING, ITEMS, NUMBER, TypistHand, lines_of

# Sub-heading, paragraphs, and a list of three levels with bullets and numbers. On
# the keyboard the accents of the French are keys of their own, AltGr or dead keys.
TEXTS = {
    "en": """### Plan

Three steps:

- Surveys
  1. Pulse survey
     - in every branch
     - in both languages
  2. Results
- Training

All of it by 2026.""",
    "fr": """### Démarche

Trois étapes\u00a0:

1. Sondages
   - Sondage éclair
     1. dans « chaque » direction
     2. là où c’est prêt
   - Résultats à l’œuvre
2. Formation où naître

Le tout d’ici l’été 2026 — reçu.""",
}
# The item whose answer is written.
ITEM = "q8"
BUTTONS = {"bullets": BULLET, "numbers": NUMBER, "heading": HEADING}


class Lists:
    """Somebody who hears what they write."""

    def __init__(self, window, keyboard, words):
        self.window = window
        self.words = words
        self.hand = TypistHand(window, keyboard)

    def write(self, box, place, language):
        """Writes into a box that has the focus."""
        self.box, self.place, self.told, self.heard = box, place, "", 0
        lines = lines_of(TEXTS[language])
        before = None
        for line in lines:
            self.window.settle()
            self.heard = len(self.window.said)
            self.window.inserted.clear()
            self.hand.line(before, line)
            self.told += ("\n" if before else "") + line.text
            self.is_told(line, before)
            before = line
        self.buttons(lines[-1])
        self.move_through(lines)
        self.window.keys("Escape")
        self.window.hear(self.words.say("lists-now-leaving"))

    def is_told(self, line, before):
        """The text and the caret, what was inserted, what the line is, and the buttons."""
        self.window.wait(lambda: self.box.text() == self.told, f"“{self.told}”")
        self.caret_at(len(self.told))
        inserted = "".join(self.window.inserted)
        assert inserted.endswith(line.text[-10:]), f"not told as typed: “{inserted}”, for “{line.text}”"
        self.hears(line, before)
        self.buttons(line)

    def caret_at(self, offset):
        where = lambda: Atspi.Text.get_caret_offset(self.box.handle)  # noqa: E731
        self.window.wait(lambda: where() == offset, f"the caret at {offset}, it is at {where()}")
        self.window.wait(lambda: self.window.caret == offset, f"a word on the caret at {offset}")

    def hears(self, line, before):
        """What another kind of line is called, since it was come to."""
        words, old = self.kind(line), self.kind(before)
        if words != old:
            heard = lambda: words in self.window.said[self.heard:]  # noqa: E731
            self.window.wait(heard, f"to hear “{words}” at “{line.text}”")

    def kind(self, line):
        """What a line is, in words; a paragraph needs none at first."""
        if line is None or line.kind not in (*ITEMS, HEADING):
            return self.words.say("lists-at-paragraph")
        if line.kind == HEADING:
            return self.words.say("lists-at-heading")
        if line.kind == BULLET:
            return self.words.say("lists-at-bullet", level=line.depth)
        return self.words.say("lists-at-number", number=line.number, level=line.depth)

    def buttons(self, line):
        """Each button has a name, and is pressed where the caret is in what it makes."""
        assert line.kind != CONTINUED
        for button, kind in BUTTONS.items():
            self.state_of(f"lists-{button}", "toggle button", "pressed", line.kind == kind)
        for button in ("indent", "outdent"):
            self.state_of(f"lists-{button}", "push button", "enabled", line.kind in ITEMS)

    def state_of(self, command, role, state, wanted):
        name = self.words.say("lists-command-name", command=self.words.say(command), place=self.place)
        node = self.window.find(role, name)
        is_so = lambda: node.has(state) == wanted  # noqa: E731
        self.window.wait(is_so, f"{state} is {wanted} of {node.line()}, in “{self.told}”")

    def move_through(self, lines):
        """From the first line to the last, line by line."""
        self.hand.keys("ctrl+Home")
        self.caret_at(0)
        before, start = None, 0
        for line in lines:
            self.window.settle()
            self.heard = len(self.window.said)
            if before:
                self.hand.keys("Down")
                self.caret_at(start)
                self.hears(line, before)
            start += len(line.text) + 1
            before = line


def exported(signed):
    """What a submission holds of the texts that were written."""
    record = json.loads(Path(signed).read_text(encoding="utf-8"))["record"]
    [answer] = [answer for answer in record["answers"] if answer["id"] == ITEM]
    return answer["text"]
