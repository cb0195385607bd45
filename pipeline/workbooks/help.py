"""The help beside a cell: what the column asks, and the list to choose from."""

from textwrap import shorten
from typing import Final

from openpyxl.worksheet.datavalidation import DataValidation

from pipeline.sheets import Column

TITLE_LENGTH: Final = 32  # more, and Excel calls the file damaged
TEXT_LENGTH: Final = 255


def help_for(column: Column, cells: str) -> DataValidation:
    """Return the input help of the cells, with a drop-down list where only some words may stand."""
    rule = DataValidation(type=None, allow_blank=True, showInputMessage=True)
    rule.promptTitle = shorten(column.heading, TITLE_LENGTH, placeholder=" …")
    rule.prompt = _prompt(column)
    if column.allowed:
        _only(rule, column.allowed)
    rule.add(cells)
    return rule


def _prompt(column: Column) -> str:
    parts = [column.question]
    if column.allowed:
        parts.append("Välj ur listan.")
    if column.required:
        parts.append("Måste fyllas i.")
    return shorten(" ".join(parts), TEXT_LENGTH, placeholder=" …")


def _only(rule: DataValidation, words: tuple[str, ...]) -> None:
    """Let only these words stand in the cells, and say so when another is typed."""
    rule.type = "list"
    rule.formula1 = f'"{",".join(words)}"'
    rule.showErrorMessage = True
    rule.errorStyle = "stop"
    rule.errorTitle = "Ordet finns inte i listan"
    rule.error = f"Här kan det bara stå {_either(words)}. Välj ur listan, eller lämna cellen tom."


def _either(words: tuple[str, ...]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} eller {words[-1]}"
