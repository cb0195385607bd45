"""Sample charts: a sum, a level and a yearly value."""

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
