"""From forecast and target to status; from indicators to goal; from goals to totals. Pure."""

from pipeline.judge.board import judge

__all__ = ["judge"]
