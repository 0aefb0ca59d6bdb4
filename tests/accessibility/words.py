"""The words of the program, from its own files: no sentence is copied here."""

import json
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("en", "fr")


class Words:
    """The sentences of one language."""

    def __init__(self, language):
        self.language = language
        self.messages = {}
        for path in sorted((ROOT / "assets" / "i18n" / language).glob("*.ftl")):
            self._read(path.read_text(encoding="utf-8"))

    def _read(self, source):
        """Messages of one line; those with variants are looked up nowhere here."""
        for line in source.splitlines():
            found = re.match(r"([a-z][a-z0-9-]*) = (.+)$", line)
            if found:
                self.messages[found[1]] = found[2]

    def say(self, message, **arguments):
        """The text of a message."""
        text = self.messages[message]
        for name, value in arguments.items():
            text = re.sub(r"\{ \$" + name + r" \}", lambda _, value=value: str(value), text)
        assert "{" not in text, f"{message} needs more than {sorted(arguments)}"
        return shown(text)

    def beginning(self, message):
        """The text of a message up to its first argument."""
        return shown(self.messages[message].split("{")[0]).strip()

    def language_name(self, language):
        """The name of a language in this one."""
        return self.say({"en": "language-english", "fr": "language-french"}[language])


class Form:
    """The newest questionnaire in one language."""

    def __init__(self, language):
        path = sorted((ROOT / "assets" / "questionnaire").glob("*/definition.json"))[-1]
        self.language = language
        self.definition = json.loads(path.read_text(encoding="utf-8"))
        self.sections = self.definition["sections"]
        self.questions = [each for section in self.sections for each in section["questions"]]

    def wording(self, localized):
        """A wording of the form as it stands on the screen."""
        return shown(localized[self.language])

    def label(self, question):
        """What a question is called, such as “Question 1”."""
        pattern = self.wording(self.definition["questionLabel"])
        return pattern.replace("{n}", str(question["number"]))


def shown(text):
    """The screen shows a no-break space where egui would break the line."""
    return text.replace("\u202f", "\u00a0").replace("\u2009", "\u00a0")
