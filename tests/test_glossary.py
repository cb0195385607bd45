import dataclasses
import importlib
import inspect
import pkgutil
import re
from enum import Enum

from pipeline import model
from tests.conftest import ROOT

ROW = re.compile(r"^\| ([^|]+) \| (?:`([^`]+)`|–) \| ([^|]+\.) \|$")


def rows() -> list[tuple[str, str, str]]:
    lines = (ROOT / "docs" / "ordlista.md").read_text(encoding="utf-8").splitlines()
    table = [line for line in lines if line.startswith("|") and not line.startswith(("| ---", "| Svenska"))]
    matches = [(line, ROW.match(line)) for line in table]
    assert [line for line, match in matches if match is None] == []
    return [(match[1], match[2] or "", match[3]) for _, match in matches if match]


def words() -> dict[str, type]:
    modules = (
        importlib.import_module(f"pipeline.model.{module.name}") for module in pkgutil.iter_modules(model.__path__)
    )
    return {
        name: word
        for module in modules
        for name, word in inspect.getmembers(module, inspect.isclass)
        if word.__module__ == module.__name__
    }


def members(word: type) -> dict[str, str]:
    """Return what may stand after the word and a dot: an enum's members with their Swedish, or a record's fields."""
    if issubclass(word, Enum):
        return {member.name: member.value for member in word}
    return {field.name: "" for field in dataclasses.fields(word)} if dataclasses.is_dataclass(word) else {}


def test_every_word_of_the_model_has_its_row() -> None:
    assert sorted(set(words()) - {code for _, code, _ in rows()}) == []


def test_every_choice_has_its_row_with_its_swedish() -> None:
    listed = {(code, swedish) for swedish, code, _ in rows()}
    choices = {
        (f"{name}.{member}", swedish)
        for name, word in words().items()
        if issubclass(word, Enum)
        for member, swedish in members(word).items()
    }

    assert sorted(choices - listed) == []


def test_no_row_names_a_word_that_the_code_has_not() -> None:
    known = {f"{name}.{member}" for name, word in words().items() for member in members(word)} | set(words())

    assert [code for _, code, _ in rows() if code and code not in known] == []


def test_one_code_word_has_one_row() -> None:
    codes = [code for _, code, _ in rows() if code]

    assert sorted(codes) == sorted(set(codes))
