#!/usr/bin/env python3
"""first-frame.py RUNS COMMAND…: starts the command RUNS times on the display DISPLAY and
prints after how many milliseconds its window was there, and its first frame on the screen:
the smallest, the median and the largest. The screen must be empty before.

The frame is there when a pixel of the screen differs from what it was before the start.
"""

import ctypes
import statistics
import subprocess
import sys
import time

x11 = ctypes.CDLL("libX11.so.6")
x11.XOpenDisplay.restype = ctypes.c_void_p
x11.XDefaultRootWindow.restype = ctypes.c_ulong
x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
x11.XGetImage.restype = ctypes.c_void_p
x11.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong] + [ctypes.c_int] * 2 + [ctypes.c_uint] * 2 + [ctypes.c_ulong, ctypes.c_int]
x11.XGetPixel.restype = ctypes.c_ulong
x11.XGetPixel.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int]
x11.XDestroyImage.argtypes = [ctypes.c_void_p]
x11.XQueryTree.argtypes = [ctypes.c_void_p, ctypes.c_ulong] + [ctypes.c_void_p] * 4
x11.XFree.argtypes = [ctypes.c_void_p]

EVERY_PLANE = ctypes.c_ulong(-1).value
Z_PIXMAP = 2
WAIT_SECONDS = 60


class Screen:
    def __init__(self):
        self.display = x11.XOpenDisplay(None)
        if not self.display:
            sys.exit("no display")
        self.root = x11.XDefaultRootWindow(self.display)

    def pixels(self):
        """A row through the middle, every few pixels."""
        image = x11.XGetImage(self.display, self.root, 100, 300, 800, 1, EVERY_PLANE, Z_PIXMAP)
        row = [x11.XGetPixel(image, x, 0) for x in range(0, 800, 40)]
        x11.XDestroyImage(image)
        return row

    def windows(self):
        root, parent, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
        children = ctypes.POINTER(ctypes.c_ulong)()
        x11.XQueryTree(self.display, self.root, *map(ctypes.byref, (root, parent, children, count)))
        if children:
            x11.XFree(children)
        return count.value


def once(screen, command):
    empty, before = screen.pixels(), screen.windows()
    start = time.monotonic()
    program = subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    window = frame = None
    while frame is None:
        since = time.monotonic() - start
        if window is None and screen.windows() > before:
            window = since
        if screen.pixels() != empty:
            frame = time.monotonic() - start
        if since > WAIT_SECONDS or program.poll() is not None:
            program.kill()
            sys.exit("no frame appeared")
        time.sleep(0.002)
    program.terminate()
    program.wait()
    while screen.pixels() != empty:
        time.sleep(0.05)
    return (window or frame) * 1000, frame * 1000


def main(runs, *command):
    screen = Screen()
    results = [once(screen, command) for _ in range(int(runs))]
    for name, values in zip(("window", "first frame"), zip(*results)):
        low, middle, high = min(values), statistics.median(values), max(values)
        print(f"{name}: {low:.0f}, median {middle:.0f}, {high:.0f} ms ({len(values)} starts)")


main(*sys.argv[1:])
