"""A fault in a template is told to the clerk in one Swedish line, and there is no document."""

import io
import time
import zipfile

import pytest

from pipeline.blanks import Paragraph, Protocol
from tests.outline import opened, texts
from tests.render.word import part, refused, rendered, saved, shipped, template
from tests.sample_meetings import MINUTES
from tests.samples import empty

BLANKS = empty(Protocol, titel="T", rubrik="R", genomfört=True, sammanfattning=(Paragraph("Ett"), Paragraph("Två")))

UNKNOWN = [
    ("{{ rubrikk }}", "fältet ”rubrikk” finns inte; menar du ”rubrik”?"),
    ("{{ sammanfatning }}", "fältet ”sammanfatning” finns inte; menar du ”sammanfattning”?"),
    ("{{ sammanfattning[0].txt }}", "fältet ”txt” finns inte; menar du ”text”?"),
    ("{{ sammanfattning[0].qqqq }}", "fältet ”qqqq” finns inte; de fält som finns här är slag, text"),
    ("{% if rubrikk %}x{% endif %}", "fältet ”rubrikk” finns inte; menar du ”rubrik”?"),
    ("{% for a in besluten %}x{% endfor %}", "fältet ”besluten” finns inte; menar du ”beslut”?"),
    ("{{ sammanfattning.text }}", "fältet ”text” finns inte; det som står före punkten är en text eller en lista"),
    ("{{ beslut[4] }}", "listan har ingen rad nummer 5; pröva med {% if … %} först"),
]
UNREADABLE = [
    (
        "{% if rubrik %}här",
        "taggen ”if” stängs inte som den ska; skriv {% endif %} där den ska sluta (i närheten av ”{% if rubrik %}här”)",
    ),
    (
        "{% for a in beslut %}{{ a }}",
        (
            "taggen ”for” stängs inte som den ska; skriv {% endfor %} där den ska sluta "
            "(i närheten av ”{% for a in beslut %}{{ a }}”)"
        ),
    ),
    (
        "text {% endif %}",
        "taggen ”endif” är okänd eller hör inte ihop med någon tidigare tagg (i närheten av ”text {% endif %}”)",
    ),
    ("{{ rubrik|safe }}", "filtret ”safe” finns inte (i närheten av ”{{ rubrik|safe }}”)"),
    ("{{ rubrik + }}", "en tagg är felskriven (i närheten av ”{{ rubrik + }}”); jämför den med originalmallen"),
    (
        "{{ sammanfattning }}",
        "mallen skriver ut en lista eller ett ja/nej-värde som om det vore text; gå igenom listan med {%p for … %}",
    ),
    (
        "{{ genomfört }}",
        "mallen skriver ut en lista eller ett ja/nej-värde som om det vore text; gå igenom listan med {%p for … %}",
    ),
]
REFUSED = "mallen gör något som en mall inte får; den får bara skriva ut fält, gå igenom listor och välja"
HOSTILE = [
    "{{ ''.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ rubrik.__init__.__globals__ }}",
    "{{ rubrik.format(1) }}",
    "{{ rubrik['__class__'] }}",
    "{{ sammanfattning.append(1) }}",
    "{{ sammanfattning[0].items() }}",
    "{{ self.__init__ }}",
    "{{ cycler('a', 'b') }}",
    "{{ range(10**9)|list }}",
    "{% for a in range(99999) %}{% endfor %}",
    "{{ lipsum(n=9999) }}",
    "{{ 'x' * 10**10 }}",
    "{{ 9**9**9 }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ namespace(a=1) }}",
    "{% include 'x' %}",
    "{{ loop.__class__ }}",
    "{% for a in beslut %}{{ loop.cycle('x') }}{% endfor %}{{ joiner() }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{{ 1 / 0 }}",
    "{{ 1 < 'a' }}",
]


@pytest.mark.parametrize(("tag", "message"), [*UNKNOWN, *UNREADABLE])
def test_fault_is_told_whole(tag: str, message: str) -> None:
    assert refused(template("Rubrik", tag), BLANKS) == [f"protokoll.docx: {message}"]


@pytest.mark.parametrize("tag", HOSTILE)
def test_template_cannot_reach_or_do_anything_else(tag: str) -> None:
    start = time.monotonic()
    (message,) = refused(template(tag), BLANKS)
    assert message.startswith("protokoll.docx: ")
    assert time.monotonic() - start < 5


def test_operators_that_make_bombs_are_named_as_refused() -> None:
    assert refused(template("{{ 'x' * 10**10 }}"), BLANKS) == [f"protokoll.docx: {REFUSED}"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"%PDF-1.7", b"x" * 999])
def test_what_is_not_a_word_file_is_refused(data: bytes) -> None:
    told = "filen är ingen Word-mall (.docx) eller är skadad; hämta en ny kopia av mallen eller spara om den i Word"
    assert refused(data, BLANKS) == [f"protokoll.docx: {told}"]


def _changed(name: str, old: str, new: str) -> bytes:
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template("{{ rubrik }}"))) as source, zipfile.ZipFile(result, "w") as target:
        for one in source.namelist():
            text = source.read(one)
            target.writestr(one, text.replace(old.encode(), new.encode()) if one == name else text)
    return result.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        shipped("protokoll.docx")[:-30],
        shipped("protokoll.docx")[:3000],
        _changed("word/document.xml", "</w:body>", ""),
        _changed("word/document.xml", "<w:document ", '<!DOCTYPE w:document [<!ENTITY x "y">]><w:document '),
        _changed("[Content_Types].xml", "wordprocessingml.document.main", "spreadsheetml.sheet.main"),
        _changed("word/styles.xml", "<w:style ", "<w:style <"),
    ],
)
def test_damaged_template_is_refused(data: bytes) -> None:
    (message,) = refused(data, BLANKS)
    assert "skadad" in message


def test_missing_status_style_is_named() -> None:
    word = opened(template("{%p for o in programområden %}", "{{r o.mål[0].status }}", "{%p endfor %}"))
    word.styles["Status kan inte bedömas"].delete()

    assert refused(saved(word), MINUTES) == [
        "protokoll.docx: formatmallen ”Status kan inte bedömas” saknas i mallen; kopiera den från originalmallen"
    ]


@pytest.mark.parametrize("tag", ["{{p rubrik }}", "{{r rubrik }}", "{%p if rubrik %}", "{{tr rubrik }}"])
def test_tags_that_break_the_document_are_refused(tag: str) -> None:
    (message,) = refused(template("Rubrik", tag), BLANKS)
    assert message.startswith("protokoll.docx: ")


def test_fault_in_a_header_is_told() -> None:
    source, target = io.BytesIO(shipped("protokoll.docx")), io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"{{ organ }}", b"{{ orgn }}"))
    assert refused(target.getvalue(), MINUTES) == ["protokoll.docx: fältet ”orgn” finns inte; menar du ”organ”?"]


def test_a_macro_of_the_templates_own_may_be_called() -> None:
    word = template(
        "{%p macro visa(text) %}",
        "{%p for s in text %}",
        "– {{ s.text }}",
        "{%p endfor %}",
        "{%p endmacro %}",
        "{{p visa(sammanfattning) }}",
    )
    assert texts(rendered(word, BLANKS)) == ["– Ett", "– Två"]


def test_word_may_have_cut_a_tag_into_runs() -> None:
    word = template("{{ rubrik }}")
    cut = '{{ rub</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t>rik }}'
    assert "{{ rubrik }}" in part(word, "word/document.xml")
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word)) as old, zipfile.ZipFile(result, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"{{ rubrik }}", cut.encode()))
    assert texts(rendered(result.getvalue(), BLANKS)) == ["R"]
