"""The zip file around a Word document: read with care, written the same way every time."""

import io
import zipfile

FIRST = "[Content_Types].xml"
MAIN = "word/document.xml"
LONG_AGO = (1980, 1, 1, 0, 0, 0)
ON_UNIX, READABLE = 3, 0o600 << 16


def is_word(data: bytes) -> bool:
    """Say whether the bytes are a whole Word document without entities of its own."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
            return {FIRST, MAIN} <= set(names) and not any(b"<!DOCTYPE" in package.read(name) for name in names)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError):
        return False


def settled(data: bytes) -> bytes:
    """Return the same parts in a zip file without a clock."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(result, "w") as target:
        for name in sorted(source.namelist(), key=lambda name: (name != FIRST, name)):
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, ON_UNIX, READABLE
            target.writestr(entry, source.read(name))
    return result.getvalue()
