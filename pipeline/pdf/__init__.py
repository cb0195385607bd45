"""The Word documents of a run become tagged PDF files, made by LibreOffice and mended after it."""

from pipeline.pdf.making import pdfs

__all__ = ["pdfs"]
