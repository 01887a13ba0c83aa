"""Draws the program's icon: nested zones and one conduit. Needs nothing beyond Python; run it inside this folder."""
import struct
import zlib

NAVY, TEAL, AMBER, PAPER = (22, 37, 58), (46, 163, 154), (242, 178, 67), (241, 245, 249)


def inside(x, y, box, radius):
    """True when a point lies in a box with rounded corners."""
    left, top, right, bottom = box
    if not (left <= x <= right and top <= y <= bottom):
        return False
    dx = max(left + radius - x, x - (right - radius), 0)
    dy = max(top + radius - y, y - (bottom - radius), 0)
    return dx * dx + dy * dy <= radius * radius


def colour(x, y):
    """Colour and opacity at a point of the unit square."""
    if not inside(x, y, (0.02, 0.02, 0.98, 0.98), 0.2):
        return None
    if inside(x, y, (0.16, 0.16, 0.58, 0.58), 0.07) and not inside(x, y, (0.23, 0.23, 0.51, 0.51), 0.03):
        return PAPER
    if inside(x, y, (0.31, 0.31, 0.43, 0.43), 0.02):
        return TEAL
    if inside(x, y, (0.56, 0.56, 0.84, 0.84), 0.07) and not inside(x, y, (0.63, 0.63, 0.77, 0.77), 0.03):
        return TEAL
    if abs(x - y) < 0.042 and 0.37 <= x <= 0.70:
        return AMBER
    return NAVY


def pixels(size, grid=4):
    """Rows of RGBA bytes, each pixel a mean of grid × grid points."""
    rows = []
    for row in range(size):
        line = bytearray()
        for column in range(size):
            found = [
                colour((column + (i + 0.5) / grid) / size, (row + (j + 0.5) / grid) / size)
                for i in range(grid)
                for j in range(grid)
            ]
            seen = [c for c in found if c]
            mean = [sum(c[k] for c in seen) // len(seen) for k in range(3)] if seen else [0, 0, 0]
            line += bytes(mean + [255 * len(seen) // len(found)])
        rows.append(bytes(line))
    return rows


def png(size):
    """A PNG file."""
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    raw = b"".join(b"\0" + row for row in pixels(size))
    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(raw, 9)) + chunk(b"IEND", b"")


def ico(images):
    """An ICO file that holds PNG images."""
    offset, entries = 6 + 16 * len(images), b""
    for size, data in images:
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), offset)
        offset += len(data)
    return struct.pack("<HHH", 0, 1, len(images)) + entries + b"".join(data for _, data in images)


drawn = {size: png(size) for size in (16, 32, 48, 128, 256)}
for size in (32, 128, 256):
    with open(f"{size}x{size}.png", "wb") as out:
        out.write(drawn[size])
with open("icon.ico", "wb") as out:
    out.write(ico(list(drawn.items())))
