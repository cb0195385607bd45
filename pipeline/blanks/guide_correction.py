"""What the fields of a correction mean, for `guide`."""

from pipeline.blanks.guide_group import Group
from pipeline.blanks.parts import ChangeRow, CorrectionBlank

CORRECTION: dict[type, Group] = {
    CorrectionBlank: Group(
        "Rättelse",
        "rättelse",
        "{%p if rättelse %}",
        {
            "datum": ("rättelsens datum", "2019-06-10"),
            "skäl": ("varför det rättas", "Ett värde för april var fel."),
            "avser": ("vilka handlingar som rättas", "Rättelsen gäller delårsrapporten per den 30 april 2019."),
            "ändringar": ("de uppgifter som har ändrats", "3.1 Nystartade företag, Utfall"),
            "övrigt": ("vilka texter som har ändrats, eller att inga siffror har det", "Inga siffror har ändrats."),
        },
    ),
    ChangeRow: Group(
        "Ändring i en rättelse",
        "rad",
        "{%tr for rad in rättelse.ändringar %}",
        {
            "gäller": ("målet eller indikatorn", "3.1 Nystartade företag"),
            "uppgift": ("vilken uppgift som har ändrats", "Utfall"),
            "tidigare": ("vad som stod i det som skickades ut", "24 (2019-04)"),
            "rättat": ("vad som står nu", "26 (2019-04)"),
        },
    ),
}
