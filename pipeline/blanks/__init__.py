"""The names that a Word template may use, one record per template; every text is ready to print.

Field names are Swedish because clerks write them in Word: ``{{ mål.ambitionsnivå }}``. An empty text is
``""`` and an empty list is ``()``, so that a template can leave out what does not exist.
"""

from pipeline.blanks.documents import Blanks, DialoguePaper, FrontPage, InterimReport, OfficialReport, Page, Protocol
from pipeline.blanks.parts import (
    ActivityRow,
    AreaBlank,
    BasisRow,
    Chart,
    ChartPoint,
    CriterionRow,
    Deviation,
    GoalBlank,
    IndicatorRow,
    MeasureRow,
    Paragraph,
    RuleRow,
    SexRow,
    StatusMark,
    Text,
    TotalRow,
)

__all__ = [
    "ActivityRow",
    "AreaBlank",
    "BasisRow",
    "Blanks",
    "Chart",
    "ChartPoint",
    "CriterionRow",
    "Deviation",
    "DialoguePaper",
    "FrontPage",
    "GoalBlank",
    "IndicatorRow",
    "InterimReport",
    "MeasureRow",
    "OfficialReport",
    "Page",
    "Paragraph",
    "Protocol",
    "RuleRow",
    "SexRow",
    "StatusMark",
    "Text",
    "TotalRow",
]
