"""Every fault of a template is told at once, in Swedish, with the place where a clerk finds it."""

import pytest

from pipeline.blanks import InterimReport, Protocol, guide
from pipeline.problems import Problems
from pipeline.render.checks import check_template, template_faults
from tests.outline import opened
from tests.render.word import TEMPLATES, saved, shipped, template

MACRO = ("{%p macro stycken(text) %}", "{%p for s in text %}", "{{ s.text }}", "{%p endfor %}", "{%p endmacro %}")
GOALS = ("{%p for område in programområden %}", "{%p for mål in område.mål %}")
ENDS = ("{%p endfor %}", "{%p endfor %}")
REFUSED = "mallen gör något som en mall inte får; den får bara skriva ut fält, gå igenom listor och välja"
TOP = (
    "det som finns här är avvikelser, avvikelser_i_korthet, datum, diarienummer, egna_bedömningar, exempeltext, "
    "förbehåll, förvaltning, grund, innehållsförteckning, kommun, metod med flera; alla står i docs/mallfalt.md"
)


def told(*lines: str) -> list[str]:
    return [fault.text for fault in template_faults(template(*lines), InterimReport)]


@pytest.mark.parametrize("name", sorted(path.name for path in TEMPLATES.glob("*.docx")))
def test_shipped_template_has_no_fault(name: str) -> None:
    problems = Problems()
    check_template(name, shipped(name), guide.TEMPLATES[name], problems)

    assert [str(problem) for problem in problems] == []


def test_all_faults_are_told_at_once_in_their_order_with_their_places() -> None:
    problems = Problems()
    check_template("protokoll.docx", template("Rubrik", "{{ titl }}", "{%p if jäv %}", "{{ åår }}"), Protocol, problems)

    assert [str(problem) for problem in problems] == [
        "protokoll.docx, brödtext, stycke 2 (”{{ titl }}”): ”{{ titl }}” finns inte; menar du ”{{ titel }}”?",
        (
            "protokoll.docx, brödtext, stycke 3 (”{%p if jäv %}”): ”{%p if jäv %}” stängs aldrig; skriv "
            "”{%p endif %}” där blocket ska sluta"
        ),
        "protokoll.docx, brödtext, stycke 4 (”{{ åår }}”): ”{{ åår }}” finns inte; menar du ”{{ år }}”?",
    ]


UNKNOWN = [
    ("{{ mål.titel }}", "”{{ mål.titel }}” finns inte; menar du ”{{ mål.namn }}”?"),
    ("{{ mål.ansvarg }}", "”{{ mål.ansvarg }}” finns inte; menar du ”{{ mål.ansvarig }}”?"),
    ("{{ mål.Ansvarig }}", "”{{ mål.Ansvarig }}” finns inte; menar du ”{{ mål.ansvarig }}”?"),
    ("{{ mål.kommun }}", "”{{ mål.kommun }}” finns inte; menar du ”{{ kommun }}”?"),
    ("{{ nummer }}", "”{{ nummer }}” finns inte; menar du ”{{ mål.nummer }}”?"),
    ("{{ mål.namn.kort }}", "”mål.namn” är en text och har inga fält, så ”.kort” går inte"),
    ("{{ mål.analys.text }}", "”mål.analys” är en lista och har inga fält, så ”.text” går inte"),
    ("{% if mål.orsk %}x{% endif %}", "”mål.orsk” finns inte; menar du ”mål.orsak”?"),
    ("{% for rad in mål.indikatorr %}{% endfor %}", "”mål.indikatorr” finns inte; menar du ”mål.indikatorer”?"),
    (
        "{% for i in mål.indikatorer %}{{ i.utfal }}{% endfor %}",
        "”{{ i.utfal }}” finns inte; menar du ”{{ i.utfall }}”?",
    ),
    ("{% for i in mål.indikatorer if i.anlys %}{% endfor %}", "”i.anlys” finns inte; menar du ”i.analys”?"),
    (
        "{% set alla = mål.indikatorer %}{% for i in alla %}{{ i.enhe }}{% endfor %}",
        "”{{ i.enhe }}” finns inte; menar du ”{{ i.enhet }}”?",
    ),
    ("{{ mål.indikatorer|map(attribute='nam')|join(', ') }}", "”nam” finns inte; menar du ”namn”?"),
    ("{{ 'Mål ' ~ mål.numer }}", "”{{ mål.numer }}” finns inte; menar du ”{{ mål.nummer }}”?"),
]


@pytest.mark.parametrize(("tag", "message"), UNKNOWN)
def test_unknown_field_is_told_with_the_nearest_right_one(tag: str, message: str) -> None:
    assert told(*GOALS, tag, *ENDS) == [message]


def test_field_outside_its_loop_is_told_where_it_can_stand() -> None:
    assert told(*GOALS, "x", *ENDS, "{{ mål.namn }}") == [
        "”mål” finns bara mellan ”{%p for mål in område.mål %}” och slutet på den slingan; flytta fältet dit"
    ]


def test_a_field_like_no_other_is_told_with_those_to_choose_from() -> None:
    assert told("{{ xyzzy }}") == [f"”{{{{ xyzzy }}}}” finns inte; {TOP}"]


def test_fault_in_a_macro_is_told_where_it_stands_and_once() -> None:
    lines = [line.replace("s.text", "s.txt") for line in MACRO]
    faults = template_faults(template(*lines, "{{p stycken(metod) }}", "{{p stycken(målregel) }}"), InterimReport)

    assert [str(fault) for fault in faults] == [
        "brödtext, stycke 3 (”{{ s.txt }}”): ”{{ s.txt }}” finns inte; menar du ”{{ s.text }}”?"
    ]


BLOCKS = [
    (["{%p if titel %}", "x"], ["”{%p if titel %}” stängs aldrig; skriv ”{%p endif %}” där blocket ska sluta"]),
    (
        ["{% for a in regler %}x"],
        ["”{% for a in regler %}” stängs aldrig; skriv ”{% endfor %}” där blocket ska sluta"],
    ),
    (
        ["x", "{%p endif %}"],
        ["”{%p endif %}” stänger inget block; ta bort taggen, eller skriv ”{%p if … %}” där blocket ska börja"],
    ),
    (["{%p else %}"], ["”{%p else %}” hör inte till något ”{%p if … %}”; ta bort taggen"]),
    (
        ["{% for a in regler %}{% if titel %}x{% endfor %}"],
        ["”{% if titel %}” stängs aldrig; skriv ”{% endif %}” där blocket ska sluta"],
    ),
    (
        ["{%p if titel %}", "x", "{% endif %}"],
        ["”{% endif %}” hör till ”{%p if titel %}” i stycke 1, så skriv ”{%p endif %}”"],
    ),
    (
        ["{% if titel %}", "x", "{% endif %}"],
        [
            (
                "”{% endif %}” hör till ”{% if titel %}” i stycke 1; båda ska stå i samma stycke, eller ensamma i var "
                "sitt stycke som {%p … %}"
            )
        ],
    ),
    (["{% iff titel %}"], ["taggen ”{% iff titel %}” finns inte; menar du ”if”?"]),
    (["{% vm %}"], ["taggen ”{% vm %}” finns inte; en mall kan bara ha for, if, macro och set, och skriva ut fält"]),
    (
        ["{% if titel %}x{% else if år %}y{% endif %}"],
        ["taggen ”{% else if år %}” är felskriven; skriv ”{% elif år %}”"],
    ),
    (
        ["{% for a on regler %}{% endfor %}"],
        ["taggen ”{% for a on regler %}” är felskriven vid ”on”; en slinga skrivs {% for namn in lista %}"],
    ),
]
TAGS = [
    ("{{ titel + }}", "taggen ”{{ titel + }}” är felskriven; jämför den med originalmallen"),
    ("{{ titel", "taggen ”{{ titel” stängs inte i sitt stycke; skriv ”}}” där den ska sluta"),
    ("{{ titel {{ år }}", "taggen ”{{ titel” stängs inte i sitt stycke; skriv ”}}” där den ska sluta"),
    ("titel }}", "”}}” stänger ingen tagg; skriv ”{{” där taggen ska börja"),
    ("{{ }}", "taggen ”{{ }}” är tom; skriv ett fält i den eller ta bort den"),
    ("{%- if titel %}x{% endif %}", "taggen ”{% - if titel %}” har - eller + intill klammern, och det går inte här"),
    ("{{ titel|uper }}", "filtret ”uper” finns inte; menar du ”upper”?"),
    ("{{ titel|safe }}", "filtret ”safe” finns inte; ta bort ”|safe”"),
    ("{% if titel is definied %}x{% endif %}", "provet ”definied” finns inte; menar du ”defined”?"),
    ("{{ range(9) }}", "”range(…)” finns inte; en mall kan bara anropa sina egna makron"),
    ("{{ titel.__class__ }}", f"”{{{{ titel.__class__ }}}}”: {REFUSED}"),
    ("{{ titel['__class__'] }}", f"”{{{{ titel['__class__'] }}}}”: {REFUSED}"),
    ("{{ titel.upper() }}", f"”{{{{ titel.upper() }}}}”: {REFUSED}"),
    ("{{ 'x' * 99 }}", f"”{{{{ 'x' * 99 }}}}”: {REFUSED}"),
    ("{{ (titel, år) }}", f"”{{{{ (titel, år) }}}}”: {REFUSED}"),
]


@pytest.mark.parametrize(("lines", "messages"), BLOCKS)
def test_block_that_is_not_whole_is_told_where_it_opens_or_ends(lines: list[str], messages: list[str]) -> None:
    assert told(*lines) == messages


@pytest.mark.parametrize(("tag", "message"), TAGS)
def test_misspelt_tag_is_told(tag: str, message: str) -> None:
    assert told(tag) == [message]


def test_tag_too_deep_to_read_is_told() -> None:
    (message,) = told("{{ " + "(" * 140 + "titel" + ")" * 140 + " }}")
    assert message.endswith("är felskriven; jämför den med originalmallen")


def test_tag_that_would_take_long_to_read_is_read_at_once() -> None:
    assert told("{{ titel" + ".a" * 140 + " }}") == ["”titel” är en text och har inga fält, så ”.a” går inte"]


PRINTED = [
    ("{{ mål.status }}", "”mål.status” är en status; skriv ”{{r mål.status }}”"),
    ("{{r mål.status }}", "”mål.status” kan saknas; skriv det mellan ”{% if mål.status %}” och ”{% endif %}”"),
    ("{{ mål.status.ord }}", "”mål.status” kan saknas; skriv det mellan ”{% if mål.status %}” och ”{% endif %}”"),
    ("{{r mål.namn }}", "{{r … }} passar inte för ”mål.namn”; skriv ”{{ mål.namn }}”"),
    ("{{p mål.namn }}", "{{p … }} passar inte för ”mål.namn”; skriv ”{{ mål.namn }}”"),
    ("{{ mål.analys }}", "”mål.analys” är flera stycken; skriv ”{{p stycken(mål.analys) }}”, ensam i sitt stycke"),
    ("{{ stycken(mål.analys) }}", "makrot ”stycken” skrivs ut med ”{{p stycken(mål.analys) }}”"),
    ("{{ mål.indikatorer }}", "”mål.indikatorer” är en lista och kan inte skrivas ut; gå igenom den med {%p for … %}"),
    (
        "{{ mål.indikatorer[0].namn }}",
        "”mål.indikatorer” kan vara tom; skriv det mellan ”{% if mål.indikatorer %}” och ”{% endif %}”",
    ),
    ("{{ område }}", "”område” är en grupp av fält och kan inte skrivas ut; skriv ett av fälten i den: namn, mål"),
    (
        "{{ loop.last }}",
        (
            "”loop.last” är ett ja eller nej "
            "och kan inte skrivas ut; skriv ”{% if loop.last %}” och texten som ska stå där"
        ),
    ),
    ("{% for a in mål.namn %}{% endfor %}", "”mål.namn” är en text och ingen lista att gå igenom"),
    ("{{p stycken() }}", "makrot ”stycken” anropas med fel antal värden; det skrivs ”stycken(text)”"),
    (
        "{{p styken(mål.analys) }}",
        "”styken(…)” finns inte; en mall kan bara anropa sina egna makron; menar du ”stycken(…)”?",
    ),
    ("{{ stycken }}", "”stycken” är ett makro; skriv ”stycken(…)”"),
]


@pytest.mark.parametrize(("tag", "message"), PRINTED)
def test_what_cannot_be_printed_like_that_is_told_with_how(tag: str, message: str) -> None:
    assert told(*MACRO, *GOALS, tag, *ENDS) == [message]


SOUND = [
    "{{ mål.nummer }}. {{ mål.namn|upper }}",
    "{% if mål.status %}{{r mål.status }} {{ mål.status.ord }}{% endif %}",
    "{{ mål.status.ord if mål.status else 'ingen' }}",
    "{% if mål.status and mål.status.ord == “uppfylls” %}x{% endif %}",
    "{% if mål.indikatorer %}{{ mål.indikatorer[0].namn }}{% endif %}",
    "{{ mål.indikatorer|map(attribute='namn')|join(', ') }}",
    "{% for i in mål.indikatorer if i.analys %}{{ loop.index }}{{ i.namn }}{% else %}–{% endfor %}",
    "{% macro m(i, s='.') %}{{ i.id }}{{ s }}{% endmacro %}{% for i in mål.indikatorer %}{{ m(i) }}{% endfor %}",
    "{% set n = mål.nummer %}{{ n ~ '.' }}",
    "{{ organ[:1]|lower }}{{ organ[1:] }}",
    "{% if mål.klass in ['styrande', 'stödjande'] %}x{% endif %}",
    "{% if mål.namn is defined and not mål.avsteg %}x{% endif %}",
]


@pytest.mark.parametrize("tag", SOUND)
def test_what_can_be_written_is_not_told(tag: str) -> None:
    assert told(*GOALS, tag, *ENDS) == []


BOXES = ("{%p for ruta in statusfigur %}", "{{r ruta.status }}", "{%p endfor %}")


@pytest.mark.parametrize(
    ("style", "lines", "spot"),
    [
        ("Status osäkert", (*GOALS, "{% if mål.status %}{{r mål.status }}{% endif %}", *ENDS), 3),
        ("Status kan inte bedömas", ("{%p for r in regler %}", "{{r r.status }}", "{%p endfor %}"), 2),
        ("Statusruta", BOXES, 2),
    ],
)
def test_a_style_that_a_status_needs_and_the_template_lacks_is_told(
    style: str, lines: tuple[str, ...], spot: int
) -> None:
    document = opened(template(*lines))
    document.styles[style].delete()

    (fault,) = template_faults(saved(document), InterimReport)
    assert fault.text == f"formatmallen ”{style}” saknas i mallen; kopiera den från originalmallen"
    assert fault.spot is not None
    assert fault.spot.where == f"stycke {spot}"


def test_a_style_that_nothing_in_the_template_needs_may_be_lacking() -> None:
    document = opened(template(*BOXES))
    document.styles["Status osäkert"].delete()

    assert template_faults(saved(document), InterimReport) == ()
