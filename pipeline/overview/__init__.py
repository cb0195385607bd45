"""The overview page: bytes of one self-contained HTML file."""

from pipeline.overview.page import OVERVIEW, overview_page

__all__ = ["OVERVIEW", "overview_page"]
