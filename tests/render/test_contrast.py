"""What is written can be read, and what is drawn can be seen, on every background it stands on.

Contrast as WCAG 2.2 reckons it: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio (1.4.3: text; 1.4.11: graphics).
"""

import io
import re
import zipfile
from collections.abc import Iterator

import pytest
from docx.oxml.ns import qn

from tests.outline import opened
from tests.render.word import TEMPLATES, printed, shipped
from tests.sample_documents import FULL

TEXT, GRAPHICS = 4.5, 3.0
WHITE = "FFFFFF"
FINE = {"C9D1D6"}
"""Guide lines, which tell nothing that is not written beside the axis."""
NAMES = sorted(path.name for path in TEMPLATES.glob("*.docx"))


def contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def parts_of(data: bytes, name: str) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        yield from (package.read(one).decode() for one in package.namelist() if re.fullmatch(name, one))


def colours(xml: str, element: str, attribute: str) -> set[str]:
    return set(re.findall(rf'<{element} [^>]*?{attribute}="([0-9A-Fa-f]{{6}})"', xml))


def too_pale(texts: set[str], backgrounds: set[str], least: float) -> list[tuple[str, str]]:
    return [(one, back) for one in sorted(texts) for back in sorted(backgrounds) if contrast(one, back) < least]


@pytest.mark.parametrize(("pair", "expected"), [(("000000", WHITE), 21.0), (("777777", WHITE), 4.48)])
def test_contrast_is_reckoned_as_in_wcag(pair: tuple[str, str], expected: float) -> None:
    assert contrast(*pair) == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize("name", NAMES)
def test_every_text_colour_of_a_template_can_be_read_on_every_fill_it_has(name: str) -> None:
    xml = "".join(parts_of(shipped(name), r"word/(document|styles|header\d*|footer\d*)\.xml"))
    texts, fills = colours(xml, "w:color", "w:val"), colours(xml, "w:shd", "w:fill")

    assert len(texts) > 5
    assert too_pale(texts, fills | {WHITE}, TEXT) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_style_with_a_fill_of_its_own_can_be_read(name: str) -> None:
    found = []
    for style in opened(shipped(name)).styles.element.iter(qn("w:style")):
        fill, colour = (style.find(f".//{qn(f'w:{one}')}") for one in ("shd", "color"))
        if fill is not None:
            ink = "000000" if colour is None else str(colour.get(qn("w:val")))
            found.append(contrast(ink, str(fill.get(qn("w:fill")))))

    assert found
    assert min(found) >= TEXT


@pytest.mark.parametrize("name", ["arsuppfoljning.docx", "delarsrapport.docx"])
def test_lines_and_labels_of_charts_can_be_seen_on_paper(name: str) -> None:
    charts = [xml for blanks in FULL[name] for xml in parts_of(printed(name, blanks), r"word/charts/chart\d+\.xml")]
    texts, lines = set(), set()
    for xml in charts:
        for written in re.findall(r"<a:(?:defRPr|rPr)\b.*?</a:(?:defRPr|rPr)>", xml, re.DOTALL):
            texts |= colours(written, "a:srgbClr", "val")
        for drawn in re.findall(r"<a:ln\b.*?</a:ln>", xml, re.DOTALL):
            lines |= colours(drawn, "a:srgbClr", "val")

    assert texts
    assert lines > FINE
    assert too_pale(texts, {WHITE}, TEXT) == []
    assert too_pale(lines - FINE, {WHITE}, GRAPHICS) == []
