"""The floor: floor_side TEMPLATE CONTEXT.json. Jinja, once compiled, fills in the text and zlib packs it: no more."""

import json
import sys
import zlib
from pathlib import Path

from docxtpl import DocxTemplate
from jinja2 import Environment

from benchmarks.peers.turns import take_turns


def main() -> None:
    """Take turns."""
    template, context = sys.argv[1:]
    fields = json.loads(Path(context).read_text(encoding="utf-8"))
    word = DocxTemplate(template)
    word.init_docx()
    body = Environment(autoescape=True).from_string(word.patch_xml(word.get_xml()))
    take_turns(lambda: zlib.compress(body.render(fields).encode(), level=6))


if __name__ == "__main__":
    main()
