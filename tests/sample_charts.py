"""Sample charts: a sum, a level and a yearly value, and with all that can be missing or strange."""

from dataclasses import replace

from pipeline.blanks import Chart

MONTHS = ("jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sept", "okt", "nov", "dec")

COMPANIES_CHART = Chart(
    titel="Nya företag, antal sedan årets början",
    enhet="antal",
    alternativtext=(
        "Linjediagram: 24 nya företag till och med april 2019, prognos 76 (64–90) mot målet minst 95; 87 år 2018."
    ),
    år=2019,
    perioder=MONTHS,
    tidigare=(
        (2016, (5, 11, 19, 26, 33, 38, 41, 48, 56, 64, 70, 74)),
        (2017, (7, 14, 22, 30, 38, 44, 47, 55, 63, 71, 77, 81)),
        (2018, (8, 16, 24, 33, 41, 47, 50, 58, 67, 76, 83, 87)),
    ),
    hittills=(6, 12, 18, 24),
    prognos=76,
    lägst=64,
    högst=90,
    mål_lägst=95,
    mål_högst=None,
)
UNEMPLOYED_CHART = replace(
    COMPANIES_CHART,
    titel="Inskrivna arbetslösa, antal i slutet av månaden",
    alternativtext="Linjediagram: 262 inskrivna i april 2019, prognos 243 (224–262) mot målet högst 240.",
    tidigare=(
        (2017, (310, 306, 301, 292, 284, 280, 291, 288, 279, 276, 274, 281)),
        (2018, (283, 279, 272, 266, 259, 252, 262, 258, 250, 247, 249, 254)),
    ),
    hittills=(268, 266, 263, 262),
    prognos=243,
    lägst=224,
    högst=262,
    mål_lägst=None,
    mål_högst=240,
)
YEARLY_CHART = replace(
    COMPANIES_CHART,
    titel="Självskattad hälsa, andel i procent",
    enhet="procent",
    alternativtext="Linjediagram: 71,8 procent år 2018, prognos 72,2 (70,9–73,5) mot målet 72–75 procent.",
    perioder=("2014", "2015", "2016", "2017", "2018", "2019"),
    tidigare=(),
    hittills=(70.1, 70.9, 70.4, 71.2, 71.8, None),
    prognos=72.2,
    lägst=70.9,
    högst=73.5,
    mål_lägst=72,
    mål_högst=75,
)
HOSTILE_CHART = replace(
    COMPANIES_CHART,
    titel="<w:p> & co",
    enhet="antal <b> & &quot;",
    alternativtext="Linje <b> & \"citat\" med 'apostrof'",
    perioder=("=1+1", "<&>", "@SUM(A1)", "-1", *MONTHS[4:]),
    måltext='Mål: minst "95" & <mer>',
)
_BLANK = replace(COMPANIES_CHART, prognos=None, lägst=None, högst=None, mål_lägst=None, mål_högst=None)
YEARS = replace(YEARLY_CHART, perioder=(), tidigare=((2017, (71.0,)), (2018, (71.2,))), hittills=())
CHARTS = {
    "sum": COMPANIES_CHART,
    "level": UNEMPLOYED_CHART,
    "yearly": YEARLY_CHART,
    "hostile": HOSTILE_CHART,
    "years without periods": YEARS,
    "one period": replace(YEARLY_CHART, perioder=("helår",), tidigare=((2018, (71.2,)),), hittills=(72.0,)),
    "one year": replace(YEARLY_CHART, perioder=("2019",), hittills=(None,)),
    "this year measured": replace(YEARLY_CHART, perioder=("2018", "2019"), hittills=(72.0, 73.0)),
    "many years": replace(YEARLY_CHART, perioder=tuple(map(str, range(1980, 2020))), hittills=(70.0,) * 40),
    "no forecast": replace(COMPANIES_CHART, prognos=None, lägst=None, högst=None),
    "no target": replace(COMPANIES_CHART, mål_lägst=None),
    "no history": replace(COMPANIES_CHART, tidigare=()),
    "no outcome": replace(COMPANIES_CHART, hittills=()),
    "nothing": replace(_BLANK, tidigare=(), hittills=()),
    "nothing at all": replace(_BLANK, tidigare=(), hittills=(), perioder=()),
    "gaps": replace(COMPANIES_CHART, hittills=(None, None, 3, None)),
    "empty year": replace(COMPANIES_CHART, tidigare=((2017, (None,) * 12), (2018, (1, None)))),
    "one-point target": replace(COMPANIES_CHART, mål_lägst=95, mål_högst=95),
    "words and decimals": replace(COMPANIES_CHART, måltext="Mål: mer än 95", decimaler=1),
    "zeros": replace(_BLANK, tidigare=((2018, (0,) * 12),), hittills=(0, 0)),
    "minus and large": replace(COMPANIES_CHART, hittills=(-5, -1_250_000.5)),
    "very large": replace(_BLANK, hittills=(1e15, 2.5e15), prognos=9e15, lägst=8e15, högst=1e16),
    "very small": replace(_BLANK, enhet="mg", hittills=(0.00012, 0.0002)),
    "flat": replace(_BLANK, enhet="index", tidigare=((2018, (65.0,) * 12),), hittills=(65.0,)),
}
