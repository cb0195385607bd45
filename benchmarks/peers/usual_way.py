"""The usual way to the same three documents: pandas and openpyxl read, matplotlib draws, docxtpl fills in.

usual_way INPUT OUTPUT. It does less: it checks nothing and forecasts nothing (the year's mean so far, times twelve,
is its forecast), judges nothing, keeps no run folder, writes no figure appendix, no overview and no manifest, and its
charts are pictures. Its templates are its own, as large as a plain python-docx document.
"""

import io
import sys
from pathlib import Path

import matplotlib as mpl
import pandas as pd
from docx import Document
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from openpyxl import load_workbook

mpl.use("Agg")
from matplotlib import pyplot as plt

NAMES = ("delarsrapport", "tjansteskrivelse", "protokoll")
DRAWN = 5  # as many indicators have a chart in the shipped case


def sheets(folder: Path) -> dict[str, pd.DataFrame]:
    """Return the goal workbook's sheets."""
    book = load_workbook(next(folder.glob("kommunstyrelsens-mal-*.xlsx")), data_only=True)
    tables = {page.title: list(page.values) for page in book}
    return {name: pd.DataFrame(lines[1:], columns=lines[0]) for name, lines in tables.items() if lines}


def values(folder: Path) -> dict[str, pd.Series]:
    """Return each indicator's values by period, from the files that have them row by row."""
    tables = [pd.read_csv(path, sep=None, engine="python") for path in folder.glob("*.csv")]
    tables += [pd.read_excel(path) for path in folder.glob("*.xlsx") if "mal" not in path.name]
    usable = [one for one in tables if {"Indikator", "Period", "Värde"} <= set(one.columns)]
    every = pd.concat(usable).astype({"Indikator": str})
    return {str(name): one.set_index("Period")["Värde"] for name, one in every.groupby("Indikator")}


def chart(name: str, series: pd.Series) -> io.BytesIO:
    """Draw one indicator."""
    figure, axes = plt.subplots(figsize=(6, 2.5), dpi=150)
    axes.plot(range(len(series)), pd.to_numeric(series, errors="coerce"))
    axes.set_title(name)
    content = io.BytesIO()
    figure.savefig(content)
    plt.close(figure)
    return content


def template() -> io.BytesIO:
    """Make a template with a heading, a text and a table for each goal, and its charts."""
    document = Document()
    document.add_paragraph("{%p for mål in målen %}")
    document.add_paragraph("Mål {{ mål.nummer }}. {{ mål.namn }}", "Heading 1")
    document.add_paragraph("{{ mål.ambitionsnivå }}")
    table = document.add_table(0, 5, "Table Grid")
    for texts in (
        ("Indikator", "Enhet", "Målvärde", "Utfall", "Prognos"),
        ("{%tr for rad in mål.rader %}",),
        ("{{ rad.namn }}", "{{ rad.enhet }}", "{{ rad.mål }}", "{{ rad.utfall }}", "{{ rad.prognos }}"),
        ("{%tr endfor %}",),
    ):
        for cell, text in zip(table.add_row().cells, texts, strict=False):
            cell.text = text
    for text in ("{%p for bild in mål.bilder %}", "{{ bild }}", "{%p endfor %}", "{%p endfor %}"):
        document.add_paragraph(text)
    content = io.BytesIO()
    document.save(content)
    return content


def goals(word: DocxTemplate, folder: Path, *, drawn: int) -> list[dict[str, object]]:
    """Return what the template prints."""
    tables, series = sheets(folder), values(folder)
    made = []
    for _, goal in tables["Mål"].iterrows():
        own = tables["Indikatorer"][tables["Indikatorer"]["Mål nr"].astype(str) == str(goal["Nr"])]
        ids = [str(one) for one in own["Id"] if str(one) in series]
        shown, drawn = ids[:drawn], max(drawn - len(ids), 0)
        pictures = [InlineImage(word, chart(one, series[one]), width=Mm(150)) for one in shown]
        rows = [_row(one, series.get(str(one["Id"]))) for _, one in own.iterrows()]
        made.append(
            {
                "nummer": goal["Nr"],
                "namn": goal["Mål"],
                "ambitionsnivå": goal["Ambitionsnivå"],
                "rader": rows,
                "bilder": pictures,
            }
        )
    return made


def _row(one: pd.Series, series: pd.Series | None) -> dict[str, object]:
    numbers: list[float] = [] if series is None else pd.to_numeric(series, errors="coerce").dropna().tolist()
    outcome = f"{numbers[-1]:.1f}" if numbers else ""
    forecast = f"{12 * sum(numbers) / len(numbers):.1f}" if numbers else ""
    return {
        "namn": one["Indikator"],
        "enhet": one["Enhet"],
        "mål": one["Målvärde"],
        "utfall": outcome,
        "prognos": forecast,
    }


def main() -> None:
    """Write three documents, the first with charts."""
    source, output = map(Path, sys.argv[1:])
    output.mkdir(parents=True)
    for name in NAMES:
        word = DocxTemplate(template())
        word.render({"målen": goals(word, source, drawn=DRAWN if name == NAMES[0] else 0)}, autoescape=True)
        word.save(output / f"{name}.docx")


if __name__ == "__main__":
    main()
