"""What a record of system calls says of sockets.

Sockets between the programs of one computer (AF_UNIX) lead to the display, to the
desktop's bus and to assistive technologies. Everything else is refused: the families
of the internet, raw packets, and the netlink that tells of routes and addresses, which
is what a name resolver asks first.
"""

import re
from collections import Counter
from pathlib import Path

LOCAL = {"AF_UNIX", "AF_LOCAL"}
# Which devices there are; it leads nowhere.
DEVICES = "AF_NETLINK NETLINK_KOBJECT_UEVENT"
OPENED = re.compile(r"^(?:\d+ +)?(socket|socketpair)\((\w+), [^,]+, (\w+)")
NAMED = re.compile(r"\b(?:AF|PF)_[A-Z0-9_]+\b")
STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
STARTED = re.compile(r'^(?:\d+ +)?execve\("((?:[^"\\]|\\.)*)".* = 0$')
ENDED = re.compile(r"\+\+\+ (?:exited with|killed by) ")


class Record:
    """One program that was watched, with what it started."""

    def __init__(self, path):
        self.name = Path(path).name
        self.families = Counter()
        self.refused = []
        self.started = []
        self.is_whole = False
        for line in Path(path).read_text(encoding="utf-8", errors="replace").splitlines():
            self._read(line)

    def _read(self, line):
        self.is_whole = bool(ENDED.search(line))
        if started := STARTED.match(line):
            self.started.append(started[1])
            return
        # A text that is sent may contain any word.
        bare = STRING.sub('""', line)
        if "io_uring_setup(" in bare:
            self.refused.append(line)
        opened = OPENED.match(bare)
        if opened:
            family = opened[2]
            if family not in LOCAL:
                family = f"{family} {opened[3]}"
            self.families[family] += 1
            if family not in LOCAL | {DEVICES}:
                self.refused.append(line)
        elif any(name not in LOCAL | {"AF_UNSPEC", "AF_NETLINK"} for name in NAMED.findall(bare)):
            # Nor on a socket that it was given.
            self.refused.append(line)
