"""The bookmarks around a field: they find it where a program has dropped its tag and its title."""

from hashlib import sha256

_LENGTH = 16


def mark(tag: str) -> str:
    """Return the name of the bookmark just before the field, hidden in Word; one with ``_slut`` stands just after.

    Word allows 40 letters, digits and underscores in a name, so the tag itself would not always do.
    """
    return f"_falt_{sha256(tag.encode()).hexdigest()[:_LENGTH]}"


def end_mark(tag: str) -> str:
    """Return the name of the bookmark just after the field."""
    return f"{mark(tag)}_slut"
