"""Makes an MSI package say the same whenever and wherever it is made.

    steady_msi.py code VERSION SCOPE    prints the product code of a version
    steady_msi.py settle FILE SECONDS   gives the package the time (of the Unix epoch) and a
                                        package code that follows from its content
"""

import hashlib
import re
import struct
import sys
import uuid

NAMESPACE = uuid.UUID("5f0e7b0a-1d7c-4c8e-b3a6-70c9d2e4f815")
SUMMARY = bytes.fromhex("e0859ff2f94f6810ab9108002b27b3d9")  # {F29F85E0-…}, its format's name
REVISION, CREATED, SAVED = 9, 12, 13
TEXT, TIME = 30, 64
SECONDS_FROM_1601 = 11_644_473_600


def code(*parts):
    return str(uuid.uuid5(NAMESPACE, " ".join(parts))).upper()


def properties(content):
    """Where each property of the summary stands in the file, with its type."""
    places = [found.start() for found in re.finditer(re.escape(SUMMARY), content)]
    if len(places) != 1:
        sys.exit(f"{len(places)} summaries in the package")
    (offset,) = struct.unpack_from("<I", content, places[0] + 16)
    # The header before the format's name has 28 bytes; the section counts from the stream.
    section = places[0] - 28 + offset
    (count,) = struct.unpack_from("<I", content, section + 4)
    for index in range(count):
        name, place = struct.unpack_from("<II", content, section + 8 + 8 * index)
        (kind,) = struct.unpack_from("<I", content, section + place)
        yield name, (section + place + 4, kind)


def settle(path, seconds):
    with open(path, "rb") as file:
        content = bytearray(file.read())
    found = dict(properties(content))
    time = struct.pack("<Q", (seconds + SECONDS_FROM_1601) * 10_000_000)
    for name in (CREATED, SAVED):
        place, kind = found[name]
        assert kind == TIME, kind
        content[place : place + 8] = time
    place, kind = found[REVISION]
    (length,) = struct.unpack_from("<I", content, place)
    assert (kind, length) == (TEXT, 39), (kind, length)
    content[place + 4 : place + 42] = b"{00000000-0000-0000-0000-000000000000}"
    package = code("package", hashlib.sha256(content).hexdigest())
    content[place + 4 : place + 42] = f"{{{package}}}".encode()
    with open(path, "wb") as file:
        file.write(content)


match sys.argv[1:]:
    case ["code", version, scope]:
        print(code("product", version, scope))
    case ["settle", path, seconds]:
        settle(path, int(seconds))
    case _:
        sys.exit(__doc__)
