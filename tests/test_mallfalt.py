"""`docs/mallfalt.md` tells of every field, as the blanks have them now, and what it shows can be written."""

import dataclasses
import re
from collections.abc import Iterator
from typing import get_args, get_type_hints

import pytest

from pipeline.blanks import Blanks, Chart, Page, Paragraph
from pipeline.blanks.guide import GUIDE, Group
from pipeline.render.checks import template_faults
from pipeline.render.checks.kinds import Kind, Shape, fields_of, is_paragraphs, kind_of
from tests.conftest import ROOT
from tests.render.word import template

GUIDE_FILE = ROOT / "docs" / "mallfalt.md"
MARK = "<!-- Nedanför raden skriver programmet: ändra i pipeline/blanks/guide.py och kör make golden. -->\n"
HEADER = "| Så skrivs det | Var | Vad det är | Exempel |\n| --- | --- | --- | --- |\n"
MACRO = ("{%p macro stycken(text) %}", "{%p for s in text %}", "{{ s.text }}", "{%p endfor %}", "{%p endmacro %}")
DOCUMENTS = get_args(Blanks)
LOOP = re.compile(r"\{%\w+ (for \w+ in|if) (\w+)(?:[.](\w+))? %\}")


def own_fields(record: type) -> list[str]:
    if record is Chart:
        return list(fields_of(kind_of(Chart)))
    inherited = {field.name for field in dataclasses.fields(Page)} if record in DOCUMENTS else set()
    return [name for name in get_type_hints(record) if name not in inherited]


def reached(kind: Kind) -> Iterator[type]:
    for one in (kind, kind.item):
        if one is not None and one.record is not None:
            yield one.record
            for inner in fields_of(one).values():
                yield from reached(inner)


def written(kind: Kind, path: str) -> tuple[str, str]:
    """Return how a field is written, and where it may stand."""
    inside = f", mellan `{{% if {path} %}}` och `{{% endif %}}`" if kind.may_lack else ""
    ways = {
        Shape.STATUS: (f"{{{{r {path} }}}}", f"löpande text eller tabellcell{inside}"),
        Shape.CHART: (f"{{{{r {path} }}}}", f"ensamt i sitt stycke{inside}"),
        Shape.YES_NO: (f"{{% if {path} %}}", "villkor"),
        Shape.RECORD: (f"{{%p if {path} %}}", "villkor"),
    }
    if is_paragraphs(kind):
        return f"{{{{p stycken({path}) }}}}", "ensamt i sitt stycke"
    if kind.shape is Shape.LIST:
        return _loop(kind.item, path)
    return ways.get(kind.shape, (f"{{{{ {path} }}}}", "löpande text eller tabellcell"))


def _loop(item: Kind | None, path: str) -> tuple[str, str]:
    group = GUIDE.get(item.record) if item is not None and item.record is not None else None
    name, prefix = (group.name, group.begins[2:4].strip()) if group else ("punkt", "p")
    return f"{{%{prefix} for {name} in {path} %}}", "egen tabellrad" if prefix == "tr" else "eget stycke"


def rows(record: type, group: Group) -> Iterator[tuple[str, str, str, str]]:
    kinds = fields_of(kind_of(record))
    for name, (meaning, example) in group.fields.items():
        yield (*written(kinds[name], f"{group.name}.{name}".lstrip(".")), meaning, example)


def page() -> str:
    """Return what the program writes: a heading and a table for each record."""
    parts = []
    for record, group in GUIDE.items():
        inside = f"Inne i `{group.begins}`.\n\n" if group.begins else ""
        table = "".join(f"| `{tag}` | {' | '.join(rest)} |\n" for tag, *rest in rows(record, group))
        parts.append(f"\n## {group.title}\n\n{inside}{HEADER}{table}")
    return "".join(parts)


def begins(group: Group) -> list[str]:
    """Return the tags that must stand around a field of the group, outermost first."""
    found = LOOP.fullmatch(group.begins)
    name, field = (found[2], found[3]) if found else tuple([*group.name.split("."), ""][:2])
    around = next((one for one in GUIDE.values() if one.name == name and field in one.fields), None)
    return [*(begins(around) if around else []), *([group.begins] if found else [])]


def test_every_field_has_its_row_and_no_row_is_stale() -> None:
    assert {record: list(group.fields) for record, group in GUIDE.items()} == {
        record: own_fields(record) for record in GUIDE
    }


def test_every_record_that_a_template_can_reach_is_in_the_guide() -> None:
    records = {record for document in DOCUMENTS for record in reached(kind_of(document))}

    assert {one.__name__ for one in records | {Page}} == {one.__name__ for one in GUIDE}


def test_no_row_breaks_its_table() -> None:
    texts = [text for group in GUIDE.values() for row in group.fields.values() for text in row]

    assert [text for text in texts if "|" in text or "\n" in text or not text.strip()] == []


def closed(tag: str, group: Group) -> list[str]:
    """Return the tag in a paragraph of its own, with what has to stand around it."""
    own = re.sub(r"\{%(tr)? ", "{%p ", tag)
    if found := re.match(r"\{%p (for|if) ", own):
        return [own, f"{{%p end{found[1]} %}}"]
    path = group.name if "." in group.name else tag[3:].strip(" }")
    return [f"{{%p if {path} %}}", own, "{%p endif %}"] if tag.startswith("{{r") or "." in group.name else [own]


@pytest.mark.parametrize("record", [one for one in GUIDE if one is not Paragraph], ids=lambda one: str(one.__name__))
def test_what_the_guide_shows_can_be_written(record: type) -> None:
    group = GUIDE[record]
    around = [re.sub(r"\{%tr ", "{%p ", tag) for tag in begins(group)]
    shown = [line for tag, *_ in rows(record, group) for line in closed(tag, group)]
    ends = [f"{{%p end{tag.split()[1]} %}}" for tag in reversed(around)]
    root = around[0].split()[-2] if around else ""
    documents = (one for one in DOCUMENTS if root in fields_of(kind_of(one)) or record in {one, Page})

    assert [str(one) for one in template_faults(template(*MACRO, *around, *shown, *ends), next(documents))] == []


def test_the_guide_is_current(request: pytest.FixtureRequest) -> None:
    text = GUIDE_FILE.read_text(encoding="utf-8")
    ours, mark, _ = text.partition(MARK)
    assert mark
    if request.config.getoption("--accept-golden"):
        GUIDE_FILE.write_text(text := ours + mark + page(), encoding="utf-8", newline="\n")

    assert text == ours + mark + page(), "docs/mallfalt.md is not current: make golden"
