"""What people write in a document's fields, as frozen records that know nothing of Word."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

_FOLLOWED = ("http", "https", "mailto")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text that looks the same all through; `link` is the address that it leads to."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class WrittenParagraph:
    """A paragraph of a field: plain, an item of a bulleted list, or of a numbered one, `level` 0 outermost."""

    stretches: tuple[Stretch, ...]
    kind: Literal["stycke", "punkt", "nummer"] = "stycke"
    level: int = 0

    @property
    def text(self) -> str:
        """The paragraph's text alone."""
        return "".join(stretch.text for stretch in self.stretches)


Written = tuple[WrittenParagraph, ...]
"""What stands in a field; an empty one, or one that only shows its prompt, is ``()``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A content control in a document: fält. `tag` finds it again (``mål-3.analys``), and so does `title`.

    An empty one may show a `prompt`. `tracked` says that it holds changes nobody has accepted yet; `lost`
    names what cannot be carried to another document ("en bild", "en kommentar"). `flattened` says that a
    program has dropped the control, and with it how the first paragraph's words looked.
    """

    tag: str
    title: str
    content: Written = ()
    prompt: Written = ()
    tracked: bool = False
    lost: tuple[str, ...] = ()
    flattened: bool = False


Fields = Mapping[str, Field]
"""A document's fields by their tags."""


def is_followed(link: str) -> bool:
    """Say whether a link leads to the web or to an e-mail address, and so is carried."""
    try:
        return urlsplit(link).scheme in _FOLLOWED
    except ValueError:  # as of ``http://[namn]/``
        return False
