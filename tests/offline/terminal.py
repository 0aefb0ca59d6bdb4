"""The main job at the terminal, from a published page to a receipt, with every command
that the help names."""

import json
import os
import re
import subprocess
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "assets" / "examples" / "elections-canada.probitas"
PAGE = ROOT / "tests" / "fixtures" / "pages" / "elections-canada.en.txt"
BOTH_LANGUAGES = ROOT / "tests" / "cli" / "inputs" / "both-languages.probitas"
COMPLETE = ROOT / "tests" / "cli" / "inputs" / "complete.probitas"
CERTIFICATES = ROOT / "tests" / "vectors" / "certificates"
TOKENS = [Path("/usr/lib/softhsm/libsofthsm2.so")]
AGENCY = ("Privy Council Office", "Bureau du Conseil privé")
# A name in the help, and its parts such as “new|add|show”.
COMMAND = re.compile(r"^  ([a-z-]+)(?: ([a-z-]+(?:\|[a-z-]+)+))?", re.MULTILINE)
PASSPHRASE = "maple river seven lanterns"


class Job:
    """Runs the commands one after the other in a folder."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.ran = set()

    def run(self, *arguments, ended=(0,)):
        """Runs one command, whose name is the first argument or the first two."""
        environment = {
            "PATH": os.environ["PATH"], "HOME": str(self.folder), "LANG": "C.UTF-8",
            "PROBITAS_PASSPHRASE": PASSPHRASE,
        }
        line = [str(argument) for argument in arguments]
        done = subprocess.run(
            [self.program, *line], cwd=self.folder, env=environment, timeout=120,
            stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
        )
        if done.returncode not in ended:
            said = f"{done.stdout}{done.stderr}"
            raise SystemExit(f"{' '.join(line)}: ended with {done.returncode}\n{said}")
        self.ran.update({line[0], " ".join(line[:2])})
        return done.stdout

    def names(self):
        """The commands that the help names."""
        listed = self.run("help").split("Commands:\n")[1].split("\n\n")[0]
        names = set()
        for name, parts in COMMAND.findall(listed):
            names.update(f"{name} {part}".strip() for part in parts.split("|"))
        assert len(names) > 20, f"the help is not read as it is written: {sorted(names)}"
        return names

    def play(self):
        """From a page to a receipt."""
        self.answers()
        self.translations()
        self.keys()
        submission = self.signed()
        self.certificates(submission)
        self.agency(submission)
        self.later(submission)
        self.about()

    def answers(self):
        self.run("--version")
        self.run("--help")
        self.run("import", PAGE, "-o", "imported.probitas")
        self.run("check", "imported.probitas", ended=(0, 1))
        self.run("check", EXAMPLE, "--json", ended=(0, 1))
        self.run("blank", "-o", "blank.pdf")

    def translations(self):
        """To a bureau and back."""
        self.run("translate", "export", BOTH_LANGUAGES, "-o", "texts.xlf", "--all")
        self.run("translate", "import", BOTH_LANGUAGES, "texts.xlf", "-o", "translated.probitas")

    def keys(self):
        # The words are shown on a terminal alone, which is not here.
        words = ("--name", "Camille Tremblay", "--passphrase-words")
        self.run("keygen", "-o", "words.key", *words, ended=(3,))
        for name, role in (("preparer", "preparer"), ("deputy", "deputyHead"), ("agency", "preparer")):
            self.run("keygen", "-o", f"{name}.key", "--name", f"Camille {name}", "--role", role)
        (self.folder / "new.txt").write_text(PASSPHRASE + "\n", encoding="utf-8")
        self.run("key", "passphrase", "preparer.key", "--new-passphrase-file", "new.txt")
        self.run("key", "public", "preparer.key", "-o", "again.pub.jwk")
        self.run("key", "page", "preparer.key", "-o", "key-page.pdf")
        self.run("key", "prove", "preparer.key", "-o", "proof.jws", "--nonce", "2026-17")
        self.run("key", "check-proof", "proof.jws", "--nonce", "2026-17")

    def signed(self):
        """A submission, and every output there is."""
        kinds = ("pdf", "page", "fragment", "markdown", "text")
        everything = [each for kind in kinds for each in (f"--{kind}", "both")]
        self.run(
            "export", COMPLETE, "--out", "out", "--key", "preparer.key", "--accept-warnings",
            "--without-marking", "--summary", *everything,
        )
        self.run("export", EXAMPLE, "--out", "draft", "--pdf", "en", ended=(0, 1))
        submission = next((self.folder / "out").glob("*.json"))
        self.run("verify", submission, "--key", public("preparer"))
        self.run("verify", next((self.folder / "out").glob("*.pdf")), "--key", public("preparer"))
        self.run(
            "sign", submission, "--key", "deputy.key", "--public-key", public("preparer"),
            "-o", "both.json",
        )
        return submission

    def certificates(self, submission):
        """A certificate file, roots and a token, if they are built in; each leads to
        its own libraries."""
        key, words = CERTIFICATES / "key-1.p12", self.folder / "words.txt"
        words.write_text("test password\n", encoding="utf-8")
        self.run(
            "export", EXAMPLE, "--out", "certified", "--json", "--accept-warnings",
            "--certificate", key, "--passphrase-file", words, ended=(0, 2, 3),
        )
        self.run(
            "verify", CERTIFICATES / "good-es256.json", "--roots", CERTIFICATES / "root.pem",
            "--crl", CERTIFICATES / "issuing.crl", ended=(0, 1, 2),
        )
        for module in TOKENS:
            if module.exists():
                self.run("sign", submission, "--token", module, "-o", "token.json", ended=(2, 3))

    def agency(self, submission):
        """The list of whose keys count, the register, a receipt."""
        pin = public("agency")
        self.run("trust", "new", "-o", "list.json")
        for name, role in (("preparer", "preparer"), ("deputy", "deputyHead")):
            self.run(
                "trust", "add", "list.json", "--key", public(name), "--person", f"Camille {name}",
                "--organization-id", "example-agency", "--role", role,
                "--from", date.today() - timedelta(days=1),
            )
        self.run("trust", "sign", "list.json", "--key", "agency.key", "-o", "trust.json")
        self.run("trust", "show", "trust.json", "--pin", pin)
        audience = [each for name in AGENCY for each in ("--audience", name)]
        self.run("register", "new", "register", *audience)
        trusted = ("--trust", "trust.json", "--pin", pin, "--seen", "seen.json")
        policy = ("--policy", "preparer-handwritten")
        self.run("verify", submission, *trusted, *policy, "--register", "register", "--record", "--json")
        shown = self.run("register", "show", "register")
        fingerprint = ("--fingerprint", re.search(r"Fingerprint: (.+)", shown)[1])
        self.run(
            "register", "approve-on-paper", "register", *fingerprint, "--seen", date.today(),
            "--officer", "Camille Tremblay",
        )
        self.run(
            "register", "receipt", "register", *fingerprint, "--key", "agency.key",
            "-o", "receipt.json",
        )
        self.run("receipt", "receipt.json", "--pin", pin, "--submission", submission)
        self.run("verify", "both.json", *trusted)
        kid = json.loads((self.folder / public("deputy")).read_text(encoding="utf-8"))["kid"]
        self.run("trust", "revoke", "list.json", "--kid", kid, "--reason", "superseded")

    def later(self, submission):
        """Copies and corrections."""
        self.run("export", submission, "--out", "copies", "--public-key", public("preparer"))
        self.run("revise", submission, "-o", "next.probitas", "--public-key", public("preparer"))
        self.run("compare", submission, "next.probitas", ended=(0, 1))

    def about(self):
        """The program itself, and a newer one that is not there."""
        self.run("notices")
        if "update" in self.names():
            self.run("update", self.folder, ended=(1, 3))


def public(name):
    """The public key of somebody."""
    return f"{name}.key.pub.jwk"
