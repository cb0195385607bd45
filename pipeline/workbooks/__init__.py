"""The workbooks that we write."""

from pipeline.workbooks.blank import blank_goal_workbook
from pipeline.workbooks.figure_book import figure_book

__all__ = ["blank_goal_workbook", "figure_book"]
