"""Pictures without text, as PNG bytes that are the same everywhere: a child's drawing, a page written by hand."""

from __future__ import annotations

import random
import struct
import zlib
from functools import cache

WIDE, HIGH = 300, 200


@cache
def png(kind: str) -> bytes:
    """A grey picture: `drawing` is a house under a sun, `scan` is lines of writing that nobody can read."""
    paper = [bytearray(b"\xf8" * WIDE) for _ in range(HIGH)]
    {"drawing": _drawing, "scan": _scan}[kind](paper)
    rows = b"".join(b"\0" + bytes(row) for row in paper)
    header = struct.pack(">IIBBBBB", WIDE, HIGH, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_part(name, data) for name, data in parts)


def _part(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _drawing(paper: list[bytearray]) -> None:
    for y in range(HIGH):
        for x in range(WIDE):
            sun = (x - 240) ** 2 + (y - 45) ** 2 < 900
            house = 60 < x < 170 and 90 < y < 180
            roof = 40 < y < 91 and abs(x - 115) < (y - 40) * 1.4
            if sun or house or roof:
                paper[y][x] = 0xD0 if sun else 0xA0 if house else 0x70


def _scan(paper: list[bytearray]) -> None:
    pen = random.Random("written by hand")
    for line in range(20, HIGH - 12, 14):
        x = 18
        while x < WIDE - 40:
            for end in range(x, min(WIDE - 20, x + pen.randrange(8, 34))):
                height = line + pen.randrange(-3, 4)
                paper[height][end] = paper[height + 1][end] = 0x60
                x = end
            x += 6
