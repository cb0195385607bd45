"""The overview page: bytes of one self-contained HTML file."""

from pipeline.overview.page import overview_page

__all__ = ["overview_page"]
