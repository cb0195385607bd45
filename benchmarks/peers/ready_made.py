"""The usual way with the project's own templates: ready_made READY.json INPUT OUTPUT.

What the documents and the figure appendix say is given, so that nothing is checked, forecast, judged or worded. pandas
and openpyxl read the input all the same, matplotlib draws the charts, docxtpl fills in the shipped templates, and
pandas writes the appendix without looks and links.
"""

import json
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage

from benchmarks.peers.docxtpl_side import marked
from benchmarks.peers.usual_way import chart, sheets, values

BEFORE, AFTER = "</w:t></w:r>", '<w:r><w:t xml:space="preserve">'


class Drawn(dict[str, Any]):
    """A chart: its fields, and a picture where a template prints it."""

    def __init__(self, fields: dict[str, Any], word: DocxTemplate) -> None:
        """Draw the chart."""
        super().__init__(fields)
        earlier = [value for _, year in fields["tidigare"] for value in year]
        drawn = chart(fields["titel"], pd.Series([*earlier, *fields["hittills"]]))
        self._picture = InlineImage(word, drawn, width=Mm(160))

    def __html__(self) -> str:
        """Write the picture as a run of its own, as the shipped template asks for it."""
        return str(self._picture).removeprefix(BEFORE).removesuffix(AFTER)


def _printable(word: DocxTemplate, found: dict[str, Any]) -> dict[str, Any]:
    return Drawn(found, word) if "alternativtext" in found else marked(found)


def main() -> None:
    """Write the documents and the appendix."""
    ready, source, output = map(Path, sys.argv[1:])
    output.mkdir(parents=True)
    sheets(source)
    values(source)
    told = json.loads(ready.read_text(encoding="utf-8"))
    for name, one in told["documents"].items():
        word = DocxTemplate(one["template"])
        word.render(json.loads(one["fields"], object_hook=partial(_printable, word)), autoescape=True)
        word.save(output / name)
    with pd.ExcelWriter(output / told["appendix"]["name"]) as book:
        for title, rows in told["appendix"]["sheets"].items():
            pd.DataFrame(rows).to_excel(book, sheet_name=title, index=False, header=False)


if __name__ == "__main__":
    main()
