"""What a unit says of the numbers: counts, percentages that end at 100, and what is expected to stay as it is."""

COUNTS = frozenset({"antal", "st", "st.", "stycken", "personer"})
STEADY = frozenset({"index", "poäng", "betyg", "placering"})
PERCENTAGES = ("procent", "andel", "%")
FULL = 100.0


def is_count(unit: str) -> bool:
    """Say whether the unit counts whole things: antal, ``antal företag``, st, personer."""
    word = _plain(unit)
    return word in COUNTS or word.startswith("antal")


def is_percentage(unit: str) -> bool:
    """Say whether the unit is a share in percent, 0 to 100: procent, ``andel elever``, %."""
    return _plain(unit).startswith(PERCENTAGES)


def is_steady(unit: str) -> bool:
    """Say whether a yearly value is expected to stay: a percentage, an index or a survey result."""
    word = _plain(unit)
    return is_percentage(unit) or word in STEADY or word.startswith("index")


def _plain(unit: str) -> str:
    return unit.strip().casefold()
