"""A keyboard with a layout of its own, key by key.

`xdotool type` gives a key that is free the character that is wanted and takes it
away again; a program that reads the keys a little later writes something else.
Here the layout stays as it is, and a character is written as on a real keyboard
of that layout: with Shift, AltGr or the right Ctrl, with a dead key, or with the
Compose key.
"""

import ctypes
import subprocess
import time
import unicodedata

LEVEL3, LEVEL5, COMPOSE = "ISO_Level3_Shift", "ISO_Level5_Shift", "Multi_key"
# What is held for each level of a key.
HELD = [(), ("Shift_L",), (LEVEL3,), ("Shift_L", LEVEL3), (LEVEL5,), ("Shift_L", LEVEL5)]
DEAD = {
    "\u0300": "grave", "\u0301": "acute", "\u0302": "circumflex", "\u0303": "tilde",
    "\u0308": "diaeresis", "\u030a": "abovering", "\u030c": "caron", "\u0327": "cedilla",
}
# After the Compose key, as the tables of X have them.
COMPOSED = {
    "—": "---", "–": "--.", "…": "..", "“": '<"', "”": '>"', "‘": "<'", "’": ">'",
    "«": "<<", "»": ">>", "œ": "oe", "Œ": "OE", "æ": "ae", "½": "12", "€": "=e", "\u00a0": "  ",
    "\u0300": "`", "\u0301": "'", "\u0302": "^", "\u0308": '"', "\u0327": ",",
}
PACE = 0.003


class NoSuchKey(Exception):
    """The layout has no way to write a character."""


class Keyboard:
    """The keyboard of the display, once it has this layout."""

    def __init__(self, layout, variant="", compose="compose:menu"):
        self.x11 = ctypes.CDLL("libX11.so.6")
        self.xtest = ctypes.CDLL("libXtst.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(None))
        if not self.display:
            raise NoSuchKey("no display")
        names = ["-layout", layout, "-variant", variant, "-option", "", "-option", compose]
        subprocess.run(["setxkbmap", *names], check=True, timeout=30)
        self.characters, self.named = {}, {}
        self._learn()

    def close(self):
        """The display lets go of it."""
        self.x11.XCloseDisplay(self.display)

    def _learn(self):
        """What each key gives, as the server has it."""
        connections = ctypes.CDLL("libX11-xcb.so.1")
        connections.XGetXCBConnection.restype = ctypes.c_void_p
        xcb = ctypes.c_void_p(connections.XGetXCBConnection(self.display))
        xkb, server = ctypes.CDLL("libxkbcommon.so.0"), ctypes.CDLL("libxkbcommon-x11.so.0")
        for library, function in (
            (xkb, "xkb_context_new"), (server, "xkb_x11_keymap_new_from_device"),
        ):
            getattr(library, function).restype = ctypes.c_void_p
        context = ctypes.c_void_p(xkb.xkb_context_new(0))
        device = server.xkb_x11_get_core_keyboard_device_id(xcb)
        keymap = ctypes.c_void_p(server.xkb_x11_keymap_new_from_device(context, xcb, device, 0))
        symbols = ctypes.POINTER(ctypes.c_uint32)()
        name = ctypes.create_string_buffer(64)
        for key in range(8, 256):
            for level in range(min(xkb.xkb_keymap_num_levels_for_key(keymap, key, 0), len(HELD))):
                count = xkb.xkb_keymap_key_get_syms_by_level(
                    keymap, key, 0, level, ctypes.byref(symbols)
                )
                if count != 1:
                    continue
                xkb.xkb_keysym_get_name(symbols[0], name, len(name))
                self._know(name.value.decode(), chr(xkb.xkb_keysym_to_utf32(symbols[0])), key, level)

    def _know(self, name, character, key, level):
        if name.startswith("KP_") or key in (92, 203):
            # The number pad, and keys that no keyboard has.
            return
        known = self.named.get(name)
        if known is None or level < known[1]:
            self.named[name] = (key, level)
        if character >= " ":
            known = self.characters.get(character)
            if known is None or level < known[1]:
                self.characters[character] = (key, level)

    def write(self, text):
        """Writes a text of one line, character by character."""
        for character in text:
            for stroke in self.strokes(character):
                self._stroke(*stroke)
        self.x11.XSync(self.display, 0)

    def strokes(self, character):
        """The keys of a character, and in which level each of them is pressed."""
        if character in self.characters:
            return [self.characters[character]]
        base, *marks = unicodedata.normalize("NFD", character)
        dead = "dead_" + DEAD.get(marks[0], "") if len(marks) == 1 else None
        if dead in self.named and base in self.characters:
            return [self.named[dead], self.characters[base]]
        return self.composed(character)

    def composed(self, character):
        """The keys of a character after the Compose key."""
        base, *marks = unicodedata.normalize("NFD", character)
        sequence = COMPOSED.get(character, "")
        if len(marks) == 1 and marks[0] in COMPOSED:
            sequence = COMPOSED[marks[0]] + base
        if not sequence or COMPOSE not in self.named:
            raise NoSuchKey(f"no keys for “{character}” (U+{ord(character):04X})")
        return [self.named[COMPOSE], *(self.characters[each] for each in sequence)]

    def press(self, chord):
        """Presses keys by their names, such as `ctrl+shift+L` or `Return`."""
        *held, last = chord.split("+")
        keys = [self.named[{"ctrl": "Control_L", "shift": "Shift_L"}[each]][0] for each in held]
        key, _ = self.named[last]
        self._press(keys, key)
        self.x11.XSync(self.display, 0)

    def compose(self, sequence):
        """Presses the Compose key and what follows it."""
        self._stroke(*self.named[COMPOSE])
        self.write(sequence)

    def _stroke(self, key, level):
        self._press([self.named[each][0] for each in HELD[level]], key)

    def _press(self, held, key):
        for each in held:
            self._fake(each, True)
        self._fake(key, True)
        self._fake(key, False)
        for each in reversed(held):
            self._fake(each, False)
        self.x11.XFlush(self.display)
        time.sleep(PACE)

    def _fake(self, key, down):
        self.xtest.XTestFakeKeyEvent(self.display, key, int(down), ctypes.c_ulong(0))
