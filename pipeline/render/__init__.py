"""A Word template and its blanks become the bytes of a Word document."""

from pipeline.render.document import render

__all__ = ["render"]
