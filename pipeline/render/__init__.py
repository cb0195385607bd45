"""A Word template and its blanks become the bytes of a Word document, and what people have written is put into it."""

from pipeline.render.document import render
from pipeline.render.fill import fill
from pipeline.render.printable import printable, without_prompts
from pipeline.render.printed import printed_lines

__all__ = ["fill", "printable", "printed_lines", "render", "without_prompts"]
