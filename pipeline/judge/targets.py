"""Whether a value meets a target."""

from pipeline.model.records import Target


def meets(value: float, target: Target) -> bool:
    """Say whether a value meets the target; a strict target excludes its bound."""
    low_ok = target.low is None or value > target.low or (value == target.low and not target.strict)
    high_ok = target.high is None or value < target.high or (value == target.high and not target.strict)
    return low_ok and high_ok
