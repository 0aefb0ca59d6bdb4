"""A draft typed anew: every answer of it, by keys, in an empty form."""

import json
import subprocess
from pathlib import Path

from typist import TypistHand
from window import Failure

PAGES = ("page", "markdown", "text")


class Retyped:
    """A person at a keyboard with a draft on paper beside it."""

    def __init__(self, window, keyboard, words, form, draft, folder):
        self.window = window
        self.hand = TypistHand(window, keyboard)
        self.words = words
        self.form = form
        self.draft = json.loads(Path(draft).read_text(encoding="utf-8"))
        self.folder = Path(folder)
        if self.draft["answerLanguages"] != "english":
            raise Failure("only drafts that answer in English are typed anew")

    def say(self, message, **arguments):
        return self.words.say(message, **arguments)

    def type(self):
        self.window.find("push button", self.say("window-file-new"))
        self.hand.press(self.say("window-file-new"))
        self.organization()
        self.hand.press(self.say("window-screen-form"))
        self.window.find("heading", self.form.label(self.form.questions[0]))
        for question in self.form.questions:
            for item in question["items"]:
                answer = self.draft["answers"].get(item["id"])
                if answer is not None:
                    self.answer(question, item, answer)

    def organization(self):
        organization = self.draft["organization"]
        name = self.say("window-organization-name", language=self.say("language-english"))
        self.hand.fill(name, organization["name"]["en"])
        if self.window.find("entry", self.say("window-organization-id")).text() != organization["id"]:
            self.hand.fill(self.say("window-organization-id"), organization["id"])
        languages = [self.say(f"window-languages-{each}") for each in ("both", "english")]
        self.hand.choose(self.say("window-answer-languages"), languages[1], languages[0])

    def answer(self, question, item, answer):
        label = self.form.label(question)
        if item["kind"] == "text":
            return self.write(label, item, answer["text"]["en"])
        group = self.say("window-group-name", question=label, wording=self.form.wording(question["wording"]))
        options = item["options"]
        chosen = [self.form.wording(each["label"]) for each in options if each["id"] in answer["choices"]]
        if len(chosen) != len(answer["choices"]):
            raise Failure(f"{item['id']}: not all options are in the form")
        if item["kind"] == "multipleChoice":
            for option in chosen:
                self.hand.tick(group, option)
        else:
            self.hand.choose(group, chosen[0], self.form.wording(options[0]["label"]))
        return None

    def write(self, label, item, stored):
        name = self.say("window-details-name" if item.get("prompts") else "window-answer-name", question=label)
        self.window.settle()
        unfold = self.say("form-follow-up-open-name", question=label)
        if item.get("folds") and self.window.found("push button", unfold):
            self.hand.press(unfold)
            self.window.find("entry", name)
        self.hand.fill_lines(name, stored)

    def export(self):
        """Every kind of file that is for the public, and the submission."""
        self.hand.press(self.say("window-screen-sign-off"))
        self.hand.fill(self.say("window-export-folder"), str(self.folder))
        group = self.say("sign-off-published")
        for page in PAGES:
            title = self.say(f"sign-off-published-{page}")
            self.hand.tick(
                group, self.say("sign-off-published-name", form=title, language=self.say("window-languages-english"))
            )
        self.hand.press(self.say("sign-off-write"))
        self.window.find("heading", self.say("sign-off-result-title"), patience=60.0)

    def save(self, draft):
        """Under a name; then the window closes by itself."""
        self.hand.keys("ctrl+s")
        self.window.find("dialog", self.say("window-save-as-title"))
        self.hand.fill(self.say("window-path-draft"), str(draft))
        self.hand.keys("Return")
        self.window.hear(self.say("window-status-saved", file=draft.name))
        self.hand.keys("ctrl+q")
        ended = self.window.process.wait(10)
        assert ended == 0, f"closing ended with {ended}"


def compare(imported, typed, made, terminal_program, folder):
    """What the window wrote of the typed draft is what the terminal writes of the
    imported one, once that bears the identifier and the time of the typed one."""
    old = json.loads(Path(imported).read_text(encoding="utf-8"))
    new = json.loads(Path(typed).read_text(encoding="utf-8"))
    differences = [
        f"{name}: {old['answers'].get(name)}\n  typed: {new['answers'].get(name)}"
        for name in sorted({*old["answers"], *new["answers"]})
        if old["answers"].get(name) != new["answers"].get(name)
    ]
    for member in ("submissionId", "modifiedAt"):
        old[member] = new[member]
    differences += [
        f"{name}: {old.get(name)}\n  typed: {new.get(name)}"
        for name in sorted({*old, *new} - {"answers"})
        if old.get(name) != new.get(name)
    ]
    if differences:
        raise Failure("the drafts differ:\n  " + "\n  ".join(differences))
    twin, again = Path(folder) / "twin.probitas", Path(folder) / "twin"
    twin.write_text(json.dumps(old, ensure_ascii=False), encoding="utf-8")
    wanted = [f"--{page}" for page in PAGES]
    command = [terminal_program, "export", twin, "--out", again, "--json", "--pdf", "en"]
    for option in wanted:
        command += [option, "en"]
    subprocess.run(command, check=True, timeout=120, stdout=subprocess.DEVNULL)
    names = [sorted(path.name for path in Path(where).iterdir()) for where in (made, again)]
    if names[0] != names[1]:
        raise Failure(f"other files: {names}")
    for name in names[0]:
        same(Path(made) / name, Path(again) / name)
    return names[0]


def same(one, other):
    """Byte by byte; of PDFs, which hold the moment in which they were made, the text."""
    contents = [path.read_bytes() for path in (one, other)]
    if one.suffix == ".pdf":
        contents = [
            subprocess.run(
                ["pdftotext", "-layout", path, "-"], check=True, timeout=60, stdout=subprocess.PIPE
            ).stdout
            for path in (one, other)
        ]
    if contents[0] != contents[1]:
        raise Failure(f"not the same: {one} and {other}")
