"""The whole figure appendix, from what the documents print."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.compose.appendix.explain import UNEXPLAINED, count_origin, goal_of, origin_of
from pipeline.compose.appendix.facts import Facts, facts_of
from pipeline.compose.appendix.fixed import FixedText
from pipeline.compose.appendix.goal_rows import goal_rows
from pipeline.compose.appendix.inputs import input_rows
from pipeline.compose.appendix.leaves import Leaf, Leaves
from pipeline.compose.appendix.matching import Matcher, Stretch, stretch_at
from pipeline.compose.appendix.numbering import rows_of_goals
from pipeline.compose.appendix.tokens import Token, count_words, tokens
from pipeline.compose.brief import Brief
from pipeline.compose.documents import Document, occasion_folder
from pipeline.compose.goals import heading
from pipeline.model.figures import FigureAppendix, FigureRow, Origin, PrintedLine
from pipeline.wording import iso

TEMPLATE = "Fast text i mallen"
CHART = "Diagrammets punkter är indikatorns värden; prognos, intervall och mål som i tabellen"
_COUNTING = frozenset({
    "sammanfattning", "summering", "bedömning", "inledning", "räkning", "takt", "perioder", "text", "prognosmening",
})  # fmt: skip
_ONES = {
    "perioder": ("en", "ett"),
    **dict.fromkeys(("sammanfattning", "summering", "bedömning", "inledning"), ("ett",)),
}
_SHOWN = 60


def appendix_name(brief: Brief) -> str:
    """Return the appendix's file name: ``sifferbilaga-2019-april.xlsx``."""
    return f"sifferbilaga-{occasion_folder(brief.results)}.xlsx"


def figure_appendix(
    brief: Brief, documents: Sequence[Document], printed: Mapping[str, Sequence[PrintedLine]]
) -> FigureAppendix:
    """Return every number that the documents print, with where it comes from.

    `printed` holds the lines of the documents and of the templates that they are made from, by their names.
    """
    inputs, spans = input_rows(brief.results)
    facts = facts_of(brief, spans, rows_of_goals(brief.results))
    rows = tuple(row for one in documents for row in _document(facts, one, printed[one.name], printed[one.template]))
    return FigureAppendix(
        title=f"Sifferbilaga: {documents[0].blanks.titel}",
        about=_about(brief),
        figures=rows,
        goals=goal_rows(brief, rows),
        inputs=inputs,
    )


def _about(brief: Brief) -> tuple[str, ...]:
    example = "Underlaget innehåller exempelvärden." if brief.source.settings.example else ""
    draft = "UTKAST: bilagan hör till ett utkast." if brief.draft else ""
    dated = f"Dokumentens datum: {iso(brief.date)}." if brief.date else ""
    return tuple(
        line
        for line in (
            dated,
            draft,
            example,
            "Siffror: varje tal som dokumenten skriver, i den ordning de står, och varifrån det kommer.",
            "Mål och beslut: varje mål med beslut, målvärde, utfall, prognos och källa. Rapporten hänvisar hit.",
            "Indata: de värden som utfall och prognoser är räknade ur, var och en med sin cell.",
            "En cell i procentformat läses som den visas: 0,046 som 4,6 procent.",
            "Länkarna leder till filerna som de lästes, i mappen underlag/inputs bredvid bilagan.",
            "Nummer som Word sätter framför punkter i listor står inte med.",
        )
        if line
    )


def _document(
    facts: Facts, document: Document, lines: Sequence[PrintedLine], template: Sequence[PrintedLine]
) -> Iterator[FigureRow]:
    headings = {heading(goal.goal): number for number, goal in facts.goals.items()}
    indicators = {f"{id_} {one.indicator.name}": id_ for id_, one in facts.indicators.items()}
    matcher = Matcher(Leaves(headings, indicators).of(document.blanks))
    fixed = FixedText(template)
    for line in lines:
        parts = fixed.parts(line.text)
        stretches = matcher.stretches(line.text, parts)
        if line.kind == "diagram":
            yield _chart(facts, document.name, stretches)
        else:
            yield from _line(facts, document.name, line, stretches, parts)


def _line(
    facts: Facts, document: str, line: PrintedLine, stretches: Sequence[Stretch], fixed: Sequence[tuple[int, int]]
) -> Iterator[FigureRow]:
    for token in tokens(line.text):
        found = stretch_at(stretches, token.start)
        if found is None:
            known = any(start <= token.start < end for start, end in fixed)
            yield _of_template(document, line, token, TEMPLATE if known else UNEXPLAINED)
        else:
            own = _moved(token, found.start)
            goal = goal_of(facts, found.leaf, own)
            yield _row(document, replace(found.leaf, goal=goal), token, origin_of(facts, found.leaf, own))
    yield from _counts(facts, document, stretches)


def _counts(facts: Facts, document: str, stretches: Sequence[Stretch]) -> Iterator[FigureRow]:
    """Go through the counts in words, in the texts that the program words by itself."""
    for found in (one for one in stretches if one.leaf.field in _COUNTING):
        for token in count_words(found.leaf.text):
            told = token.count != 1 or token.text.casefold() in _ONES.get(found.leaf.field, ())
            origin = count_origin(facts, found.leaf, token) if told else None
            if origin is not None:
                yield _row(document, found.leaf, token, origin)


def _moved(token: Token, back: int) -> Token:
    return Token(token.start - back, token.end - back, token.text, token.printed)


def _row(document: str, leaf: Leaf, token: Token, origin: Origin) -> FigureRow:
    return FigureRow(
        document=document,
        place=leaf.place,
        printed=token.printed,
        origin=origin,
        goal=leaf.goal,
        indicator=leaf.indicator,
    )


def _of_template(document: str, line: PrintedLine, token: Token, rule: str) -> FigureRow:
    text = " ".join(line.text.split())
    place = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
    return FigureRow(document=document, place=f"”{place}”", printed=token.printed, origin=Origin(rule=rule))


def _chart(facts: Facts, document: str, stretches: Sequence[Stretch]) -> FigureRow:
    leaf = stretches[0].leaf if stretches else Leaf(field="diagram")
    spans = facts.spans.get(leaf.indicator)
    origin = Origin(rule=CHART, inputs=None if spans is None else spans.every)
    place = ", ".join(leaf.names) or "diagram"
    return FigureRow(
        document=document, place=place, printed="diagram", origin=origin, goal=leaf.goal, indicator=leaf.indicator
    )
