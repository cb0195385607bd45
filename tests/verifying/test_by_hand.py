"""What someone changes by hand in the documents of a run: outside the fields all is found, inside them nothing."""

import random
from collections import Counter
from collections.abc import Callable, Mapping

import pytest

from pipeline.earlier import read_record
from pipeline.problems import Problems
from pipeline.verifying.documents import check_documents
from pipeline.verifying.saved import Saved, saved_run
from tests.runs import APRIL, AUGUST, published
from tests.verifying.hand import OUTSIDE, Changed, outside
from tests.verifying.written import INSIDE, inside

TIMES = 200


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Saved, ...]:
    """April's and August's runs."""
    output = tmp_path_factory.mktemp("skrivet")
    found = tuple(saved_run(published(*one, "--output", output), Problems()) for one in (APRIL, AUGUST))
    assert found[0] is not None
    assert found[1] is not None
    return found[0], found[1]


def made(run: Saved) -> Mapping[str, bytes]:
    return {name: content for name in run.documents() if (content := run.generated(name)) is not None}


def told(run: Saved, name: str, content: bytes) -> tuple[list[str], list[str]]:
    """Lay the document in its folder, and return the faults and the fields that are told of."""
    path, problems, record = run.folder / name, Problems(), read_record(run.folder)
    assert record is not None
    whole = path.read_bytes()
    path.write_bytes(content)
    try:
        fields = list(check_documents(run, made(run), record, problems))
    finally:
        path.write_bytes(whole)
    return [str(one) for one in problems.faults()], fields


def many(
    runs: tuple[Saved, ...], change: Callable[[bytes, random.Random], Changed], seed: int
) -> list[tuple[Changed, list[str], list[str]]]:
    chance, found = random.Random(seed), []  # noqa: S311 -- the same each time
    for _ in range(TIMES):
        run = chance.choice(runs)
        name = chance.choice(run.documents())
        one = change((run.folder / name).read_bytes(), chance)
        found.append((one, *told(run, name, one.content)))
    return found


def test_every_change_outside_the_fields_is_found_and_named(
    runs: tuple[Saved, ...], record_property: Callable[[str, object], None]
) -> None:
    tried = many(runs, outside, seed=20190430)

    missed = [(one.kind, one.named, faults) for one, faults, _ in tried if not named(one.named, faults)]
    record_property("changes outside the fields", f"{TIMES - len(missed)} of {TIMES} found and named")
    assert missed == [], "\n".join(map(str, missed))
    assert Counter(one.kind for one, _, _ in tried).keys() == OUTSIDE.keys()


def named(lines: str, faults: list[str]) -> bool:
    """Say whether one of the lines stands in a fault; of a long one its beginning."""
    told = [bare(text) for text in faults]
    return any(bare(line)[:60] in text for line in lines.splitlines() for text in told)


def bare(text: str) -> str:
    """Return the text without spaces and line breaks, which documents write in several ways."""
    return "".join(text.replace(" / ", "").replace("\N{SOFT HYPHEN}", "").split())


def test_nothing_that_is_written_in_a_field_is_an_alarm_and_each_such_field_is_listed(
    runs: tuple[Saved, ...], record_property: Callable[[str, object], None]
) -> None:
    tried = many(runs, inside, seed=20190831)

    alarms = [(one.kind, one.named, faults) for one, faults, _ in tried if faults]
    not_listed = [(one.kind, one.named, fields) for one, _, fields in tried if not listed(one.named, fields)]
    record_property("changes inside the fields", f"{len(alarms)} of {TIMES} told as faults")
    assert (alarms, not_listed) == ([], [])
    assert Counter(one.kind for one, _, _ in tried).keys() == INSIDE.keys()


def listed(title: str, fields: list[str]) -> bool:
    return len(fields) == 1 and f"fältet ”{title}” är ändrat" in fields[0]
