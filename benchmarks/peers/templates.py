"""The same template in each engine's own tags: templates FOLDER. A table for each goal, a row for each indicator."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from docx import Document
from docx.table import Table

HEADS = ("Id", "Indikator", "Enhet", "Basvärde", "Utfall", "Målvärde", "Prognos")
NAMES = ("id", "namn", "enhet", "basvärde", "utfall", "målvärde", "prognos")
PARAGRAPHS = ("rubrik", "klassmotivering", "prognosmening", "räkning")
ASCII = str.maketrans("åäö", "aao")


@dataclass(frozen=True, slots=True)
class Tags:
    """How an engine writes loops and fields. `before` and `after` stand around the goals, `first` and `last` rows."""

    goal: str
    row: str
    before: Sequence[str] = ()
    after: Sequence[str] = ()
    first: str = ""
    last: str = ""
    row_last: str = ""
    ascii: bool = True

    def of(self, tag: str, name: str) -> str:
        """Return the tag of a field."""
        return tag.format(name.translate(ASCII) if self.ascii else name)


ENGINES = {
    "jinja": Tags(
        "{{{{ mål.{} }}}}",
        "{{{{ rad.{} }}}}",
        ("{%p for område in programområden %}", "{%p for mål in område.mål %}"),
        ("{%p endfor %}", "{%p endfor %}"),
        "{%tr for rad in mål.indikatorer %}",
        "{%tr endfor %}",
        ascii=False,
    ),
    "carbone": Tags(
        "{{d.mal[i].{}}}",
        "{{d.mal[i].indikatorer[i].{}}}",
        after=("{d.mal[i+1].rubrik}",),
        row_last="{d.mal[i].indikatorer[i+1].id}",
    ),
    "docxtemplater": Tags("{{{}}}", "{{{}}}", ("{#mal}",), ("{/mal}",)),
}


def write(tags: Tags, columns: int, path: Path) -> None:
    """Write the template with so many columns."""
    document = Document()
    for text in tags.before:
        document.add_paragraph(text)
    for style, name in zip(("Heading 1", None, None, None), PARAGRAPHS, strict=True):
        document.add_paragraph(tags.of(tags.goal, name), style)
    table = document.add_table(0, columns, "Table Grid")
    _row(table, HEADS[:columns])
    if tags.first:
        _row(table, (tags.first,))
    fields = [tags.of(tags.row, name) for name in NAMES[:columns]]
    if not (tags.first or tags.row_last):
        fields = [f"{{#indikatorer}}{fields[0]}", *fields[1:-1], f"{fields[-1]}{{/indikatorer}}"]
    _row(table, fields)
    if tags.last or tags.row_last:
        _row(table, (tags.last or tags.row_last,))
    for text in tags.after:
        document.add_paragraph(text)
    document.save(str(path))


def _row(table: Table, texts: Sequence[str]) -> None:
    for cell, text in zip(table.add_row().cells, texts, strict=False):  # type: ignore[no-untyped-call]
        cell.text = text


def main() -> None:
    """Write a template of all columns and one of four, for each engine."""
    folder = Path(sys.argv[1])
    for name, tags in ENGINES.items():
        write(tags, len(HEADS), folder / f"report-{name}.docx")
        write(tags, 4, folder / f"rows-{name}.docx")


if __name__ == "__main__":
    main()
