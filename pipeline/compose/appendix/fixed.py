"""The template's own numbers: text that stands in it, outside every tag."""

import re
from collections.abc import Iterator, Sequence

from pipeline.model.figures import PrintedLine

_TAG = re.compile(r"\{[{%#].*?[}%#]\}")


class FixedText:
    """The stretches of a template's fixed text that hold digits."""

    def __init__(self, template: Sequence[PrintedLine]) -> None:
        """Find them in the template's lines."""
        self._texts = sorted({text for line in template for text in _fixed(line.text)}, key=len, reverse=True)

    def parts(self, line: str) -> tuple[tuple[int, int], ...]:
        """Return where the line has the template's numbers with the words around them."""
        return tuple(
            (found.start(), found.end()) for text in self._texts for found in re.finditer(re.escape(text), line)
        )


def _fixed(line: str) -> Iterator[str]:
    for part in _TAG.split(line):
        for text in part.split("\n"):
            if any(sign.isdigit() for sign in text) and any(sign.isalpha() for sign in text):
                yield text.strip(" ")
