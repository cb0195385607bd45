"""docxtpl: docxtpl_side TEMPLATE CONTEXT.json [reused]. A `DocxTemplate` for each document, as its manual has it."""

import io
import json
import sys
from pathlib import Path

from docxtpl import DocxTemplate

from benchmarks.peers.turns import take_turns


class Mark(dict[str, str]):
    """A status, which a template may print as it is."""

    def __html__(self) -> str:
        """Write the status as a run of its own, as the shipped template asks for it."""
        text = f"{self['symbol']} {self['ord']}".lstrip()
        return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def marked(found: dict[str, str]) -> dict[str, str]:
    """Return a status as a template may print it, and anything else as it is."""
    return Mark(found) if found.keys() == {"symbol", "ord", "stil"} else found


def main() -> None:
    """Take turns; `reused` keeps one `DocxTemplate` for all documents."""
    template, context, *reused = sys.argv[1:]
    fields = json.loads(Path(context).read_text(encoding="utf-8"), object_hook=marked)
    kept = DocxTemplate(template)

    def make() -> bytes:
        document = kept if reused else DocxTemplate(template)
        document.render(fields, autoescape=True)
        content = io.BytesIO()
        document.save(content)
        return content.getvalue()

    take_turns(make)


if __name__ == "__main__":
    main()
