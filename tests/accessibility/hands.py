"""Two ways to work the window: by what the accessibility tree offers, and by
the keys of a real keyboard. Both only look through the accessibility tree."""

import time

from window import Failure, press_keys, write

MANY_STOPS = 250
QUIET = 0.3


class TreeHand:
    """Presses and focuses what assistive technology finds in the tree. Only
    texts are typed, as nobody types them otherwise."""

    def __init__(self, window):
        self.window = window

    def press(self, name, role="push button"):
        self.window.press(role, name)

    def choose(self, group, option, first):
        self.window.tick("radio button", option, group)

    def tick(self, group, option):
        self.window.tick("check box", option, group)

    def fill(self, name, text, role="entry"):
        self.window.fill(name, text, role)

    def go_to(self, role, name):
        return self.window.go_to(role, name)

    def leave(self, name):
        """Goes to a box and away from it again."""
        self.window.go_to("entry", name)
        press_keys("Tab")

    def back_to(self, name):
        self.window.go_to("entry", name)


class KeyboardHand:
    """Keys alone: no mouse, and no action of the accessibility tree."""

    def __init__(self, window, keys=press_keys, write_text=write):
        self.window = window
        self.keys = keys
        self.write = write_text

    def go_to(self, role, name, group=None):
        """Tab after Tab, until the control has the focus. Every stop on the way
        has to be told to a screen reader, with a name."""
        is_it = lambda stop: (  # noqa: E731
            (stop.role, stop.name) == (role, name)
            and group in (None, group_of(stop))
            and self.stays(stop)
        )
        self.window.settle()
        stop = self.stop()
        stops = []
        while not stop or not is_it(stop):
            if len(stops) == MANY_STOPS:
                stops = "\n  ".join(stops[-20:])
                raise Failure(f"Tab does not reach {role} “{name}”; last stops:\n  {stops}")
            stop = self.next_stop()
            stops.append(f"{stop.role} “{stop.name}”")
        return stop

    def stays(self, stop):
        """Whether the focus is there to stay. A screen or dialog that opens may
        move it by itself, and a busy program tells of a key only later."""
        end = time.monotonic() + QUIET
        while time.monotonic() < end:
            self.window.settle()
            if self.window.focus is not stop or not stop.has("focused"):
                return False
            time.sleep(0.03)
        return True

    def next_stop(self, key="Tab"):
        """The control that Tab leads to, or Shift and Tab."""
        self.window.settle()
        self.window.focus = None
        self.keys(key)
        stop = self.window.wait(self.stop, f"{key} moves the focus", 3.0)
        if not stop.name.strip():
            raise Failure(f"a stop has no name: {stop.line()}")
        return stop

    def stop(self):
        """Where the focus is now; on the way round it is with the window itself
        for a moment."""
        focus = self.window.focus
        return focus if focus and focus.role != "frame" else None

    def press(self, name, role="push button"):
        self.go_to(role, name)
        self.keys("Return")

    def choose(self, group, option, first):
        """A group is one stop; the arrows select."""
        stop = self.go_to("radio button", first, group)
        if option == first:
            self.keys("space")
        for _ in range(10):
            if stop.name == option:
                return self.window.wait(lambda: stop.has("checked"), f"“{option}” is on")
            self.window.focus = None
            self.keys("Down")
            stop = self.window.wait(lambda: self.window.focus, "an arrow moves the focus")
        raise Failure(f"the arrows do not reach “{option}” in “{group}”")

    def tick(self, group, option):
        stop = self.go_to("check box", option, group)
        self.keys("space")
        self.window.wait(lambda: stop.has("checked"), f"“{option}” is on")

    def fill(self, name, text, role="entry"):
        stop = self.go_to(role, name)
        self.keys("ctrl+a")
        self.write(text)
        self.window.holds(stop, text)

    def leave(self, name):
        self.go_to("entry", name)
        self.next_stop()

    def back_to(self, name):
        for _ in range(5):
            stop = self.next_stop("shift+Tab")
            if stop.name == name:
                return
        raise Failure(f"Shift and Tab do not lead back to “{name}”")


def group_of(stop):
    """The name of the group that holds a control."""
    parent = stop.handle.get_parent()
    return parent.get_name() if parent else None
