"""The words that agencies use for a table's dimensions, and what is left of a label when its form doesn't count."""

import re
from collections.abc import Mapping

from pipeline.read.texts import fold

TOTAL = "totalt"
_MEN, _WOMEN = "män", "kvinnor"

WHOLE_PERIODS = frozenset(
    (
        "period", "tid", "tidpunkt", "tidsperiod", "datum", "date", "time", "timeperiod", "mätperiod",
        "årmånad", "årkvartal", "arkvartal", "armanad",
    )
)  # fmt: skip
YEARS = frozenset(("år", "ar", "year", "kalenderår"))
PARTS: Mapping[str, int] = {
    **dict.fromkeys(("månad", "manad", "month", "månadnamn", "manadlong", "månadnr", "månadår"), 12),
    **dict.fromkeys(("kvartal", "quarter"), 4),
    **dict.fromkeys(("tertial",), 3),
}
MUNICIPALITIES = frozenset(
    (
        "kommun", "kommunkod", "kommunnamn", "kommunid", "kommuner", "region", "regionkod", "regionid", "regionnamn",
        "municipality", "municipalityid", "municipalitycode", "municipalityname", "knkod",
    )
)  # fmt: skip
COUNTIES = frozenset(("län", "lan", "länskod", "länkod", "länsnamn", "länskodlän", "county"))
SEX_WORDS = frozenset(("kön", "kon", "sex", "gender"))
MEASURE_WORDS = frozenset(
    (
        "kpi", "kpiid", "nyckeltal", "nyckeltalsid", "tabellinnehåll", "contents", "contentscode", "variabel", "mått",
        "indikator", "indikatorid", "källkod", "id",
    )
)  # fmt: skip
VALUE_WORDS = frozenset(("värde", "value", "värden", "utfall", "resultat", "mätvärde", "data"))
PASSED_WORDS = frozenset(
    ("count", "antalvärden", "status", "municipalitytype", "kommuntyp", "enhet", "kommentar", "sort", "grupp", "källa")
)

LABEL_WORDS = frozenset(
    (
        "ålder", "alder", "age", "åldersgrupp", "åldersklass", "födelseår", "inkomstklass", "storleksklass",
        "antalbarn", "sni", "sni2007",
        "ssyk", "ssyk2012", "sektor", "näringsgren", "yrke", "utbildningsnivå", "kod", "code",
    )
)  # fmt: skip

_SEXES = {
    **dict.fromkeys(
        (
            "totalt", "total", "samtliga", "alla", "båda", "bådakönen", "kvinnorochmän", "mänochkvinnor", "t", "tot",
            "totsa", "totaltsamtligamänochkvinnor", "totaltmänochkvinnor", "bothsexes", "menandwomen", "womenandmen",
        ),
        TOTAL,
    ),
    **dict.fromkeys(("kvinnor", "kvinna", "k", "flickor", "women", "woman", "female", "females"), _WOMEN),
    **dict.fromkeys(("män", "man", "m", "pojkar", "men", "male", "males"), _MEN),
}  # fmt: skip
_SEX_CODES = {"1": _MEN, "2": _WOMEN, "12": TOTAL}
_TOTALS = re.compile(
    r"(?:tot|total|totalt|totala|summa|samtliga|alla|all|båda|bägge|hela|total,|totalt,|samtliga,)(?:\W.*)?",
    re.IGNORECASE,
)
_TOTAL_CODES = frozenset(("totsa", "t"))


def sex_of(text: str, *, codes: bool = False) -> str | None:
    """Return ``totalt``, ``kvinnor`` or ``män``; `codes` allows Statistics Sweden's 1 and 2."""
    folded = fold(text)
    return _SEXES.get(folded) or (_SEX_CODES.get(folded) if codes else None)


def is_total(text: str) -> bool:
    """Say whether a label covers all of its dimension: ``Samtliga 16-64 år``, ``totalt``, ``TotSA``."""
    return text.casefold() in _TOTAL_CODES or _TOTALS.fullmatch(text.strip()) is not None
