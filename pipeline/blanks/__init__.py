"""The names that a Word template may use, one record per template; every text is ready to print.

Field names are Swedish because clerks write them in Word: ``{{ mål.ambitionsnivå }}``. An empty text is
``""`` and an empty list is ``()``, so that a template can leave out what does not exist.
"""

from pipeline.blanks.documents import (
    TEMPLATES,
    Blanks,
    DialoguePaper,
    FrontPage,
    InterimReport,
    OfficialReport,
    Page,
    Protocol,
    ProtocolExtract,
)
from pipeline.blanks.parts import (
    ActivityRow,
    AreaBlank,
    BasisRow,
    Chart,
    ChartPoint,
    CriterionRow,
    DecisionPart,
    Deviation,
    GoalBlank,
    IndicatorRow,
    MeasureRow,
    Paragraph,
    RuleRow,
    SexRow,
    StatusBox,
    StatusMark,
    Text,
    TotalRow,
    VoteRow,
)

__all__ = [
    "TEMPLATES",
    "ActivityRow",
    "AreaBlank",
    "BasisRow",
    "Blanks",
    "Chart",
    "ChartPoint",
    "CriterionRow",
    "DecisionPart",
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
    "ProtocolExtract",
    "RuleRow",
    "SexRow",
    "StatusBox",
    "StatusMark",
    "Text",
    "TotalRow",
    "VoteRow",
]
