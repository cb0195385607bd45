"""The zip file around a Word document: read with care, written the same way every time."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

FIRST = "[Content_Types].xml"
MAIN = "word/document.xml"
LONG_AGO = 1 << 5 | 1
"""The first of January 1980, as a zip file has it; no document tells when it was made."""
ON_UNIX, READABLE = 3 << 8, 0o600 << 16
STORED, DEFLATED, IN_UTF8 = 0, 8, 1 << 11
NEEDS = 20
LEVEL = 3
"""How hard parts are deflated: twice as fast as zlib's own choice, for a file that is a third larger at most."""
BEFORE, AFTER = struct.Struct("<4s5H3L2H"), struct.Struct("<4s6H3L5H2L")
END = struct.Struct("<4s4H2LH")


@dataclass(frozen=True, slots=True)
class Packed:
    """A part as it lies in the zip file: ready to be copied from one document to the next."""

    name: str
    data: bytes
    method: int
    check: int
    size: int


def is_word(data: bytes) -> bool:
    """Say whether the bytes are a whole Word document without entities of its own."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
            return {FIRST, MAIN} <= set(names) and not any(b"<!DOCTYPE" in package.read(name) for name in names)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError):
        return False


def packed(name: str, data: bytes) -> Packed:
    """Return a part deflated, as far as that makes it smaller."""
    work = zlib.compressobj(LEVEL, wbits=-zlib.MAX_WBITS)
    small = work.compress(data) + work.flush()
    whole = len(small) >= len(data)
    return Packed(name, data if whole else small, STORED if whole else DEFLATED, zlib.crc32(data), len(data))


def zipped(parts: Iterable[Packed]) -> bytes:
    """Return the parts as a zip file without a clock: the list of their kinds first, the others by name."""
    result, index, many = io.BytesIO(), bytearray(), 0
    for one in sorted(parts, key=lambda part: (part.name != FIRST, part.name)):
        name, at = one.name.encode(), result.tell()
        flags = 0 if one.name.isascii() else IN_UTF8
        common = (flags, one.method, 0, LONG_AGO, one.check, len(one.data), one.size, len(name), 0)
        result.write(BEFORE.pack(b"PK\3\4", NEEDS, *common) + name + one.data)
        index += AFTER.pack(b"PK\1\2", NEEDS | ON_UNIX, NEEDS, *common, 0, 0, 0, READABLE, at) + name
        many += 1
    start = result.tell()
    result.write(index + END.pack(b"PK\5\6", 0, 0, many, many, len(index), start, 0))
    return result.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return what lies in a zip file, by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def settled(data: bytes) -> bytes:
    """Return the same parts in a zip file without a clock."""
    return zipped(packed(name, part) for name, part in parts_of(data).items())
