"""JSON that almost is what it should be: each mutant is read or refused with a sentence, and none raises."""

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest

from pipeline.model.records import InputFile
from pipeline.problems import Problems
from pipeline.read.documents import open_json
from pipeline.read.sort import Sorted, sort_book
from tests.read.layouts.test_jsonstat import table
from tests.read.layouts.test_kolada_api import RECORDS

MUTANTS = 1500
KOLADA = {"count": 3, "values": list(RECORDS), "next_page": None}
ODD: tuple[object, ...] = (None, True, 0, -1, 3.5, "", "x", [], {}, [1], {"a": 1}, "0665", "2018", [[]], 10**20)
Path = tuple[str | int, ...]


def paths(node: object, path: Path = ()) -> Iterator[Path]:
    yield path
    if isinstance(node, (dict, list)):
        for key, value in node.items() if isinstance(node, dict) else enumerate(node):
            yield from paths(value, (*path, key))


def mutant(content: str, chance: random.Random) -> Any:  # noqa: ANN401
    found = json.loads(content)
    path = chance.choice([path for path in paths(found) if path])
    parent = found
    for key in path[:-1]:
        parent = parent[key]
    if chance.random() < 1 / 4:
        del parent[path[-1]]
    else:
        parent[path[-1]] = chance.choice(ODD)
    return found


@pytest.mark.parametrize("content", [table(), KOLADA], ids=["jsonstat", "kolada"])
def test_every_mutant_is_read_or_refused(content: object) -> None:
    chance = random.Random(20190220)  # noqa: S311  (a fixed seed, for the same mutants every time)
    outcomes = {"read": 0, "refused": 0}
    for _ in range(MUTANTS):
        problems, into = Problems(), Sorted()
        book = open_json(InputFile("a.json", json.dumps(mutant(json.dumps(content), chance)).encode()), problems)
        if book is not None:
            sort_book(book, into, problems)
        assert bool(into.values) != bool(problems.faults())
        outcomes["read" if into.values else "refused"] += 1
    assert min(outcomes.values()) > 0
