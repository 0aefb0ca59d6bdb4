"""The real window as an assistive technology meets it.

Everything that waits has an end: what does not come is a failure, which shows
the tree as it is.
"""

import os
import subprocess
import sys
import time
import warnings

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

warnings.simplefilter("ignore", DeprecationWarning)

PATIENCE = 10.0
CONTROLS = {
    "push button", "toggle button", "radio button", "check box", "entry",
    "password text", "text", "combo box", "menu item", "link", "slider", "spin button",
}
PARTS = {"frame", "window", "dialog", "form", "landmark", "tool bar", "status bar"}
GROUPS = {"panel", "grouping", "filler"}


class Failure(Exception):
    """What a person could not have done."""


class Node:
    """A node of the accessibility tree; each question goes to the program,
    role and name are as they were when the tree was read."""

    def __init__(self, handle):
        self.handle = handle
        self.role = handle.get_role_name()
        self.name = handle.get_name() or ""

    def children(self):
        for index in range(self.handle.get_child_count()):
            child = self.handle.get_child_at_index(index)
            if child is not None:
                yield Node(child)

    def walk(self):
        """This node and everything below it."""
        yield self
        for child in self.children():
            yield from child.walk()

    def description(self):
        return self.handle.get_description() or ""

    def text(self):
        """What stands in a box."""
        return Atspi.Text.get_text(self.handle, 0, -1)

    def has(self, state):
        return self.handle.get_state_set().contains(getattr(Atspi.StateType, state.upper()))

    def is_alive(self):
        try:
            return self.handle.get_name() == self.name
        except GLib.Error:
            return False

    def line(self):
        """The node in one line, for failures."""
        held = [state for state in ("focusable", "focused", "checked") if self.has(state)]
        described = f" ({self.description()})" if self.description() else ""
        return f"{self.role} “{self.name}” {held}{described}"


class Window:
    """The program, running."""

    def __init__(self, program, home, *arguments):
        environment = dict(os.environ, HOME=str(home))
        for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            environment.pop(variable, None)
        self.application = None
        self.focus = None
        self.said = []
        self.inserted = []
        self.caret = None
        self.known = {}
        self.process = subprocess.Popen(
            [program, *arguments], env=environment, cwd=home, stderr=subprocess.DEVNULL
        )
        self.listener = Atspi.EventListener.new(self._told)
        for event in (
            "object:state-changed:focused",
            "object:announcement",
            "object:text-changed:insert",
            "object:text-caret-moved",
        ):
            self.listener.register(event)
        # A computer that is busy with other work takes its time to start a program.
        self.wait(self._appeared, "the window", patience=60.0)

    def __enter__(self):
        return self

    def __exit__(self, kind, problem, trace):
        if kind is not None:
            self.dump()
        self.process.terminate()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(5)

    def _appeared(self):
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child and child.get_process_id() == self.process.pid:
                # What changes is read anew each time.
                child.set_cache_mask(Atspi.Cache.NONE)
                self.application = child
                return child.get_child_count() > 0
        return False

    def _told(self, event):
        if event.type.startswith("object:announcement"):
            self.said.append(event.any_data)
        elif event.type.startswith("object:text-changed:insert"):
            # Labels change, too; a screen reader follows what has the focus.
            if event.source.get_role_name() == "entry":
                self.inserted.append(event.any_data)
        elif event.type.startswith("object:text-caret-moved"):
            self.caret = event.detail1
        elif event.detail1:
            self.focus = Node(event.source)

    def settle(self):
        """Takes in what the window has told meanwhile."""
        while GLib.MainContext.default().iteration(False):
            pass

    def wait(self, condition, what, patience=PATIENCE):
        """Waits until something is so, and says what it gave."""
        end = time.monotonic() + patience
        while True:
            ended = self.process.poll()
            if ended is not None:
                raise Failure(f"the program ended with {ended}, before: {what}")
            self.settle()
            try:
                given = condition()
            except GLib.Error:
                # The node went away while it was asked.
                given = None
            if given:
                return given
            if time.monotonic() > end:
                raise Failure(f"not within {patience:.0f} s: {what}")
            time.sleep(0.03)

    def nodes(self):
        """Everything in the window as it is now."""
        return Node(self.application).walk()

    def dump(self):
        """Shows the tree as it is."""
        try:
            for node in self.nodes():
                print(node.line(), file=sys.stderr)
        except GLib.Error as error:
            print(f"no tree: {error.message}", file=sys.stderr)

    def found(self, role, name, within=None):
        """The node of this role and name, if there is one now; `within` names
        the group that holds it."""
        key = (role, name, within)
        if key not in self.known or not self.known[key].is_alive():
            self.known = {}
            self._learn(Node(self.application), "")
        return self.known.get(key)

    def _learn(self, node, group):
        """Remembers where everything is: asking anew each time is slow."""
        self.known.setdefault((node.role, node.name, None), node)
        self.known.setdefault((node.role, node.name, group), node)
        for child in node.children():
            self._learn(child, node.name if node.role in GROUPS else "")

    def find(self, role, name, within=None, patience=PATIENCE):
        """The node of this role and name, as soon as there is one."""
        condition = lambda: self.found(role, name, within)  # noqa: E731
        return self.wait(condition, f"{role} “{name}” {within or ''}", patience)

    def press(self, role, name, within=None):
        """Presses a control as an assistive technology does."""
        node = self.find(role, name, within)
        if Atspi.Action.get_n_actions(node.handle) < 1:
            raise Failure(f"cannot be pressed: {node.line()}")
        Atspi.Action.do_action(node.handle, 0)

    def tick(self, role, name, within=None):
        """Presses an option or a check box until it is told to be on."""
        self.press(role, name, within)
        node = self.find(role, name, within)
        self.wait(lambda: node.has("checked"), f"“{name}” is on")

    def go_to(self, role, name):
        """Gives a control the focus as an assistive technology does."""
        node = self.find(role, name)
        Atspi.Component.grab_focus(node.handle)
        self.wait(lambda: node.has("focused"), f"focus on “{name}”")
        return node

    def fill(self, name, text, role="entry"):
        """Types into a box and reads it back."""
        node = self.go_to(role, name)
        press_keys("ctrl+a")
        write(text)
        self.holds(node, text)

    def holds(self, node, text):
        """Waits until a box has taken in what was typed; a passphrase is told
        as dots."""
        told = text if node.role == "entry" else None
        taken = lambda: node.text() == told or (not told and len(node.text()) == len(text))  # noqa: E731
        try:
            self.wait(taken, f"“{text}” in “{node.name}”")
        except Failure as failure:
            raise Failure(f"{failure}; it is “{node.text()}”") from failure

    def keys(self, *names):
        """Presses keys that belong to no control."""
        self.settle()
        press_keys(*names)

    def hear(self, sentence, patience=PATIENCE):
        """Waits until a screen reader is told a sentence."""
        self.wait(lambda: sentence in self.said, f"to hear “{sentence}”", patience)

    def hear_beginning(self, words):
        """The same for a sentence of which the beginning is known."""
        heard = lambda: any(said.startswith(words) for said in self.said)  # noqa: E731
        self.wait(heard, f"to hear “{words}…”")

    def check(self, where):
        """What must be so of everything on the screen; gives what there is."""
        problems = []
        nodes = []
        self._check(Node(self.application), "", nodes, problems)
        if problems:
            raise Failure(f"{where}:\n  " + "\n  ".join(problems))
        return {(node.role, node.name) for node in nodes}

    def _check(self, node, group, nodes, problems):
        nodes.append(node)
        named = node.name.strip()
        if not named and (node.role in CONTROLS or node.has("focusable")):
            problems.append(f"a control has no name: {node.line()}")
        if not named and node.role in PARTS | {"heading"}:
            problems.append(f"a part of the window has no name: {node.line()}")
        if node.role == "radio button" and not group:
            problems.append(f"an option belongs to no named group: {node.line()}")
        inside = node.name if node.role in GROUPS else ""
        for child in node.children():
            self._check(child, inside, nodes, problems)


def press_keys(*names):
    """Presses keys of the real keyboard."""
    subprocess.run(["xdotool", "key", *names], check=True, timeout=30)


def write(text):
    """Writes a text on the real keyboard."""
    subprocess.run(["xdotool", "type", "--delay", "4", "--", text], check=True, timeout=30)
