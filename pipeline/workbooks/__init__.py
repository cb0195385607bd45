"""The workbooks that we write."""

from pipeline.workbooks.blank import blank_goal_workbook

__all__ = ["blank_goal_workbook"]
