"""The workbooks that we write."""

from pipeline.workbooks import lean  # noqa: F401 - before the others, which load openpyxl as they are
from pipeline.workbooks.blank import blank_goal_workbook
from pipeline.workbooks.figure_book import figure_book
from pipeline.workbooks.returned import Returned, returned_workbook
from pipeline.workbooks.summary_book import summary_book

__all__ = ["Returned", "blank_goal_workbook", "figure_book", "returned_workbook", "summary_book"]
