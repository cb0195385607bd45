"""What people have written, less what programs have done to it; and whether two texts are the same."""

import unicodedata
from dataclasses import replace
from urllib.parse import unquote

from pipeline.earlier.flattened import restored
from pipeline.model.written import Stretch, Written, WrittenParagraph


def same(one: Written, other: Written) -> bool:
    """Say whether two contents say the same in the same way, whatever spaces stand at the ends of paragraphs."""
    return _key(one) == _key(other)


def _key(content: Written) -> list[tuple[object, ...]]:
    return [
        (
            paragraph.kind,
            paragraph.level,
            unicodedata.normalize("NFC", paragraph.text.strip()),
            *(
                (s.text.strip(), s.bold, s.italic, unquote(s.link).rstrip("/"))
                for s in paragraph.stretches
                if _marked(s)
            ),
        )
        for paragraph in content
    ]


def _marked(stretch: Stretch) -> bool:
    return bool(stretch.text.strip()) and (stretch.bold or stretch.italic or bool(stretch.link))


def mended(content: Written, original: Written, prompt: str, *, flattened: bool = False) -> Written:
    """Return what people have written, without a prompt that they have gone on writing after.

    Where a program has `flattened` the first paragraph, its words look as they did in the `original`.
    """
    prompts = [line.strip() for line in prompt.splitlines()]
    kept = [one for one in (_without(paragraph, prompts) for paragraph in content) if one.text.strip()]
    if kept and flattened:
        kept[0] = restored(kept[0], original[0].stretches if original else ())
    return tuple(kept)


def _without(paragraph: WrittenParagraph, prompts: list[str]) -> WrittenParagraph:
    first = paragraph.stretches[0]
    prompt = next((one for one in prompts if one and first.text.strip().startswith(one)), "")
    if not prompt:
        return paragraph
    rest = replace(first, text=first.text.strip().removeprefix(prompt).lstrip())
    return replace(paragraph, stretches=tuple(one for one in (rest, *paragraph.stretches[1:]) if one.text))
