"""The goal workbook's sheets: what may stand in them, and the question each column asks a clerk."""

from pipeline.sheets.column import CellKind, Column, Sheet
from pipeline.sheets.followups import ACTIVITIES, FOLLOW_UPS, MEASURES
from pipeline.sheets.goals import GOALS, INDICATORS
from pipeline.sheets.meetings import ATTENDANCE, MEETINGS, SETTINGS

SHEETS = (GOALS, INDICATORS, FOLLOW_UPS, MEASURES, ACTIVITIES, MEETINGS, ATTENDANCE, SETTINGS)

REVIEW_SHEET = "Granskning"
"""The first sheet of a workbook that is given back with its faults; it holds nothing to read."""

__all__ = [
    "ACTIVITIES",
    "ATTENDANCE",
    "FOLLOW_UPS",
    "GOALS",
    "INDICATORS",
    "MEASURES",
    "MEETINGS",
    "REVIEW_SHEET",
    "SETTINGS",
    "SHEETS",
    "CellKind",
    "Column",
    "Sheet",
]
