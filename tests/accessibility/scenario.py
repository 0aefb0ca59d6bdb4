"""From an empty form to two files, screen by screen."""

import subprocess
from pathlib import Path

from lists import ITEM, TEXTS, Lists, exported
from window import write

PASSPHRASE = "maple river seven lanterns"
NAME = "Camille Tremblay"


class Scenario:
    """What a person does, by whichever hand."""

    def __init__(self, window, hand, keyboard, words, form, folder):
        self.window = window
        self.lists = Lists(window, keyboard, words)
        self.hand = hand
        self.words = words
        self.form = form
        self.folder = Path(folder)
        self.chosen = set()

    def play(self):
        self.start()
        self.organization()
        self.questions()
        self.review()
        self.people()
        self.key()
        self.ready()
        self.export()
        self.save_and_close()

    def say(self, message, **arguments):
        return self.words.say(message, **arguments)

    def show(self, message):
        """Goes to a screen by the list at the left."""
        self.hand.press(self.say(message))

    def start(self):
        self.window.find("push button", self.say("window-file-new"))
        self.window.check("start")
        self.hand.press(self.say("window-file-new"))

    def organization(self):
        for language, name in (("en", "Example Agency"), ("fr", "Agence exemple")):
            of = self.words.language_name(language)
            self.hand.fill(self.say("window-organization-name", language=of), name)
        self.window.find("heading", self.say("window-organization-title"))
        self.window.check("organization")

    def questions(self):
        self.show("window-screen-form")
        first = self.form.label(self.form.questions[0])
        self.window.find("heading", first)
        there = self.window.check("form")
        for question in self.form.questions:
            label, wording = self.form.label(question), self.form.wording(question["wording"])
            for node in (("heading", label), ("label", wording)):
                assert node in there, f"not in the form: {node}"
        for question in self.form.questions:
            for item in question["items"]:
                if self.is_expected(item.get("expectedWhen")):
                    self.answer(question, item)

    def is_expected(self, condition):
        if condition is None:
            return True
        if "any" in condition:
            return any(self.is_expected(one) for one in condition["any"])
        return condition["equals"]["option"] in self.chosen

    def answer(self, question, item):
        if item["kind"] == "text":
            return self.write(question, item)
        label, wording = self.form.label(question), self.form.wording(question["wording"])
        group = self.say("window-group-name", question=label, wording=wording)
        options = [self.form.wording(option["label"]) for option in item["options"]]
        if item["kind"] == "multipleChoice":
            for option in options[:2]:
                self.hand.tick(group, option)
            return None
        # “No” to Question 2 asks for its follow-up.
        pick = -1 if item["id"] == "q2" else 0
        self.hand.choose(group, options[pick], options[0])
        self.chosen.add(item["options"][pick]["id"])
        return None

    def write(self, question, item):
        message = "window-details-name-in" if item.get("prompts") else "window-answer-name-in"
        names = [
            self.say(message, question=self.form.label(question), language=self.words.language_name(of))
            for of in ("en", "fr")
        ]
        if item["id"] == "q2.text":
            self.finding_comes_and_goes(*names)
        for language, name in zip(("en", "fr"), names):
            if item["id"] == ITEM:
                box = self.hand.go_to("entry", name)
                self.lists.write(box, self.form.label(question), language)
            else:
                self.hand.fill(name, "By the fall of 2026, branch by branch.")

    def finding_comes_and_goes(self, first, last):
        """A follow-up says that it is there, and is in error only once both of
        its boxes were left without a word."""
        self.window.hear_beginning(self.words.beginning("form-expected-now"))
        missing = self.words.beginning("finding-unanswered")
        box = self.window.find("entry", first)
        assert missing not in box.description(), f"in error from the start: {box.line()}"
        self.hand.leave(last)
        self.window.wait(lambda: missing in box.description(), f"“{missing}” at “{first}”")
        self.hand.back_to(first)
        write("By")
        self.window.wait(lambda: missing not in box.description(), f"no “{missing}” at “{first}”")

    def review(self):
        self.show("window-screen-review")
        self.window.find("heading", self.say("window-findings-title"))
        self.window.check("review")

    def people(self):
        self.show("window-screen-sign-off")
        for role in ("preparer", "deputy-head"):
            who = self.say(f"window-role-{role}")
            name = self.say("window-person-field", field=self.say("window-person-name"), role=who)
            self.hand.fill(name, NAME)
        self.window.check("sign-off")

    def key(self):
        self.hand.press(self.say("window-key-make"))
        self.window.find("dialog", self.say("window-make-key-title"))
        self.window.check("dialog that makes a key")
        self.hand.fill(self.say("window-key-name"), NAME)
        self.hand.fill(self.say("window-key-path"), str(self.folder / "signing.key"))
        kinds = [self.say(f"passphrase-kind-{kind}") for kind in ("words", "own")]
        self.hand.choose(self.say("passphrase-kind"), kinds[1], kinds[0])
        for box in ("window-passphrase", "window-passphrase-again"):
            self.hand.fill(self.say(box), PASSPHRASE, "password text")
        self.hand.press(self.say("window-key-make-confirm"))
        # Deriving a key is slow on purpose.
        self.window.hear(self.say("window-status-key-made", name=NAME), 60.0)

    def ready(self):
        self.hand.press(self.say("sign-off-ready-mark"))
        self.window.hear(self.say("sign-off-ready-marked"))

    def export(self):
        self.hand.fill(self.say("window-export-folder"), str(self.folder))
        self.hand.press(self.say("sign-off-write"))
        self.window.find("heading", self.say("sign-off-result-title"), patience=60.0)
        self.window.check("sign-off, with what was written")

    def save_and_close(self):
        draft = self.folder / "example.probitas"
        self.hand.press(self.say("window-save"))
        self.window.find("dialog", self.say("window-save-as-title"))
        self.hand.fill(self.say("window-path-draft"), str(draft))
        self.window.keys("Return")
        self.window.hear(self.say("window-status-saved", file=draft.name))
        self.window.keys("ctrl+q")
        ended = self.window.process.wait(10)
        assert ended == 0, f"closing ended with {ended}"

    def verify(self, terminal_program):
        """The two files are there, and the signed one holds."""
        files = {path.suffix: path for path in self.folder.iterdir()}
        assert files[".pdf"].read_bytes().startswith(b"%PDF-"), files
        public = next(self.folder.glob("*.pub.jwk"))
        signed = next(path for path in self.folder.glob("*.json"))
        command = [terminal_program, "verify", str(signed), "--key", str(public)]
        subprocess.run(command, check=True, timeout=60, stdout=subprocess.DEVNULL)
        found = {language: exported(signed)[language] for language in TEXTS}
        assert found == TEXTS, f"the lists came out as {found}"
