"""A Word template and its blanks become the bytes of a Word document."""

from pipeline.render.document import render
from pipeline.render.printed import printed_lines

__all__ = ["printed_lines", "render"]
