"""Everything that is watched, and the verdict."""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from sockets import Record
from terminal import Job

HERE = Path(__file__).resolve().parent
WALK = HERE.parent / "accessibility" / "walk-the-form"
# What the check must find: one that asks for a connection, one for a name.
CONTROLS = {
    "an internet socket": "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)",
    "a name looked up": "import socket\ntry: socket.getaddrinfo('example.org', 443)\nexcept OSError: pass",
    "routes asked for": "import socket; socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0)",
}
UNREACHABLE = "import socket; socket.create_connection(('192.0.2.1', 9), 3)"


def main(apart):
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        watch = Watch(folder)
        if apart:
            nothing_is_reachable()
        for name, program in CONTROLS.items():
            record = watch.record_of("control", [sys.executable, "-c", program])
            assert record.refused, f"the check does not find {name}"
        print(f"the check finds: {', '.join(CONTROLS)}")
        terminal(watch)
        window(watch)
        return watch.tell()


def nothing_is_reachable():
    """There is no interface but the one that leads back, and that one is down."""
    interfaces = re.findall(r"^ *(\w+):", Path("/proc/net/dev").read_text(encoding="ascii"), re.MULTILINE)
    assert interfaces == ["lo"], interfaces
    tried = subprocess.run([sys.executable, "-c", UNREACHABLE], capture_output=True, text=True, check=False)
    assert "Network is unreachable" in tried.stderr, tried.stderr
    print("in an empty network namespace: nothing can be reached")


class Watch:
    """Where programs are run, and what was recorded of them."""

    def __init__(self, folder):
        self.records = folder / "records"
        self.records.mkdir()
        self.programs = folder / "programs"
        self.programs.mkdir()
        self.home = folder / "home"
        self.home.mkdir()
        for name, variable in (("probitas", "PROBITAS"), ("probitas-cli", "PROBITAS_CLI")):
            place = self.programs / name
            record = f'"{self.records}/{name}.$$"'
            place.write_text(
                f'#!/bin/sh\nexec "{HERE}/watched" {record} "{os.environ[variable]}" "$@"\n',
                encoding="utf-8",
            )
            place.chmod(0o755)

    def record_of(self, name, command):
        """What one program does."""
        path = self.records / name
        subprocess.run([HERE / "watched", path, *command], check=True, timeout=60)
        return whole(path)

    def tell(self):
        """A line for each program; whether all is well."""
        seen, refused = {}, []
        for path in sorted(self.records.glob("probitas*")):
            record = whole(path)
            table = seen.setdefault(path.name.split(".")[0], [Counter(), 0, Counter()])
            table[0] += record.families
            table[1] += 1
            table[2].update(record.started[1:])
            refused += [f"{path.name}: {line}" for line in record.refused]
        print(f"{'program':<14}{'runs':>5}  sockets it opened, by family")
        for program, (families, runs, started) in sorted(seen.items()):
            shown = ", ".join(f"{family} {count}" for family, count in sorted(families.items()))
            print(f"{program:<14}{runs:>5}  {shown or 'none'}")
            for other in sorted(started):
                if other != os.environ["PROBITAS"]:
                    print(f"{'':<21}it started {other}")
        print("\n".join(refused) or "no socket of the internet was opened")
        assert set(seen) == {"probitas", "probitas-cli"}, sorted(seen)
        return not refused


def whole(path):
    """A record, once it is written to its end."""
    end = time.monotonic() + 10
    record = Record(path)
    while not record.is_whole:
        if time.monotonic() > end:
            raise SystemExit(f"{path.name}: the record has no end")
        time.sleep(0.05)
        record = Record(path)
    return record


def terminal(watch):
    """Every command, from a page to a receipt."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        job = Job(watch.programs / "probitas-cli", Path(folder))
        job.play()
        names = job.names()
        forgotten = sorted(names - job.ran)
        if forgotten:
            raise SystemExit(f"commands that are not run: {', '.join(forgotten)}")
    seconds = time.monotonic() - began
    print(f"terminal: all {len(names)} commands of its help, in {seconds:.0f} s")


def window(watch):
    """An example that is changed and saved, and a form from empty to two files."""
    began = time.monotonic()
    environment = dict(os.environ, HOME=str(watch.home))
    jobs = [[HERE / "window-job", "fr", watch.programs], [WALK, "en", "tree", watch.programs]]
    for job in jobs:
        done = subprocess.run(
            ["timeout", "200", HERE.parent / "accessibility" / "desktop", *job], env=environment, check=False,
            capture_output=True, text=True,
        )
        if done.returncode:
            raise SystemExit(f"{done.stdout}{done.stderr}\n{job[0].name}: not done")
    seconds = time.monotonic() - began
    print(f"window: an example changed and saved, an empty form to two files, in {seconds:.0f} s")


if __name__ == "__main__":
    sys.stdout.reconfigure(line_buffering=True)
    sys.exit(0 if main("--apart" in sys.argv) else 1)
