"""What a run keeps of its fields, ``underlag/falt.json``: as generated, as the spreadsheet gave them, as carried."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, get_args

from pipeline.earlier.looks import Kind
from pipeline.model.written import Stretch, Written, WrittenParagraph
from pipeline.run_folders import FIELDS

Json = dict[str, object]
_KINDS: Mapping[str, Kind] = {kind: kind for kind in get_args(Kind)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What someone has written in a field in Word; without content it gives the field back to the spreadsheet.

    `saved` is when the document was saved, `origin` where it lies, `sheet` what the spreadsheet said then. One that
    the spreadsheet has taken up is `released`: its field follows the spreadsheet again.
    """

    content: Written
    saved: dt.datetime
    origin: str
    sheet: Written
    released: bool = False

    @property
    def stands(self) -> bool:
        """Say whether its text is to stand in the field."""
        return bool(self.content) and not self.released


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A field as a run left it: `text` as the document holds it, `sheet` as the spreadsheet gave it.

    `prompt` is what the document shows in the field when it is empty, `lost` what it holds that is not text.
    """

    title: str
    prompt: str = ""
    text: Written
    sheet: Written
    carried: Edit | None = None
    lost: tuple[str, ...] = ()


Record = Mapping[str, Mapping[str, Kept]]
"""Fields by document and tag."""


def record_json(record: Record) -> Json:
    """Return the record as JSON values."""
    return {document: {tag: _kept(one) for tag, one in found.items()} for document, found in record.items()}


def read_record(run: Path) -> Record | None:
    """Return what the run kept of its fields, or None where that is missing or damaged."""
    try:
        found = json.loads((run / FIELDS).read_bytes())
        return {name: {tag: _read_kept(one) for tag, one in fields.items()} for name, fields in found.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def content_json(content: Written) -> list[Json]:
    """Return the content as JSON values."""
    return [asdict(paragraph) for paragraph in content]


def _kept(one: Kept) -> Json:
    edit = one.carried
    carried = (
        None
        if edit is None
        else {
            "content": content_json(edit.content),
            "saved": edit.saved.astimezone(dt.UTC).isoformat(),
            "from": edit.origin,
            "sheet": content_json(edit.sheet),
            "released": edit.released,
        }
    )
    texts = {"text": content_json(one.text), "sheet": content_json(one.sheet)}
    return {"title": one.title, "prompt": one.prompt, **texts, "carried": carried, "lost": list(one.lost)}


def _read_kept(one: Mapping[str, object]) -> Kept:
    carried = one["carried"]
    edit = None
    if isinstance(carried, dict):
        saved = dt.datetime.fromisoformat(_text(carried["saved"])).astimezone(dt.UTC)
        content, sheet = _content(carried["content"]), _content(carried["sheet"])
        released = carried["released"] is True
        edit = Edit(content=content, saved=saved, origin=_text(carried["from"]), sheet=sheet, released=released)
    return Kept(
        title=_text(one["title"]),
        prompt=_text(one["prompt"]),
        text=_content(one["text"]),
        sheet=_content(one["sheet"]),
        carried=edit,
        lost=tuple(_text(what) for what in _list(one["lost"])),
    )


def _content(value: object) -> Written:
    return tuple(_paragraph(one) for one in _list(value))


def _paragraph(value: Mapping[str, object]) -> WrittenParagraph:
    level, stretches = value["level"], _list(value["stretches"])
    if not isinstance(level, int):
        raise TypeError
    read = tuple(Stretch(_text(s["text"]), s["bold"] is True, s["italic"] is True, _text(s["link"])) for s in stretches)
    return WrittenParagraph(read, _KINDS[_text(value["kind"])], level)


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
