"""Inputs that nobody has written: goals, indicators and texts drawn by chance, and valid."""

import csv
import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from random import Random

from openpyxl import Workbook

from pipeline.sheets import SHEETS

YEAR = 2019
KINDS = ("summa", "läge", "medel", "årsvärde")
UNITS = ("antal", "procent", "tkr", "mnkr", "index", "antal per 1 000 invånare", "andel 16–24 år")
TEXTS = (
    "Mellan 44 och 52 om året 2015–2017, se § 12.",
    "Ökar med 3,5 procent.\n- 1 av 4 svarade\n- 20 kronor per besök",
    "Lokalen på Storgatan 5 öppnade den 3 mars 2019 kl. 13.30.",
    "Inga kommentarer.",
)
Values = list[tuple[str, str, str]]


def generated(folder: Path, seed: int, goals: int = 6, indicators: int = 3) -> Path:
    """Write a goal workbook and a file of values in the folder, and return it."""
    chance = Random(seed)  # noqa: S311 -- examples, not secrets
    folder.mkdir(parents=True, exist_ok=True)
    book = Workbook()
    book.remove(book.worksheets[0])
    records: dict[str, list[dict[str, object]]] = {sheet.name: [] for sheet in SHEETS}
    values: Values = []
    for number in range(1, goals + 1):
        records["Mål"].append(_goal(number, chance))
        records["Uppföljning"] += _follow_ups(number, chance)
        records["Åtgärder"] += _measures(number, chance)
        for index in range(1, chance.randint(0, indicators) + 1):
            one = _indicator(number, index, chance)
            records["Indikatorer"].append(one)
            values += _values(one, chance)
    records["Möten"] = [_meeting(occasion, chance) for occasion in ("ambitionsnivå", "april", "augusti")]
    for sheet in SHEETS:
        _write(book, sheet.name, [column.heading for column in sheet.columns], records[sheet.name])
    book.save(folder / "mål.xlsx")
    with (folder / "värden 1.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([("Indikator", "Period", "Värde"), *values])
    return folder


def _write(book: Workbook, name: str, headings: list[str], records: list[dict[str, object]]) -> None:
    page = book.create_sheet(name)
    if name == "Inställningar":
        lines: list[list[object]] = [["Namn", "Värde"], ["kommun", "Ekbro kommun"], ["organ", "Kommunstyrelsen"]]
        lines += [["förvaltning", "Kansliet"], ["år", YEAR], ["gräns för uppfylls", 0.7], ["anslag", "ja"]]
    else:
        lines = [[*headings], *([record.get(heading) for heading in headings] for record in records)]
    if name == "Möten":
        lines = [list(line) for line in zip(*lines, strict=True)]
    for line in lines:
        page.append(line)


def _goal(number: int, chance: Random) -> dict[str, object]:
    return {
        "Nr": number,
        "Programområde": chance.choice(("Arbete", "Skola 2030")),
        "Mål": chance.choice((f"Agenda 2030, del {number}", "Fler i arbete", f"Minst {number * 10} nya hem")),
        "Ambitionsnivå": chance.choice(("Minst 95 under året.", "Att 3 av 4 är nöjda.", None)),
        "Beslutsläge": "preliminär" if chance.random() < 0.5 else "fastställd",
        "Fastställd": f"2019-02-{number + 9:02} § {number + 20}",
        "Påverkbart": "ja",
        "Mätbart": chance.choice(("kvantitativt", "kvantitativt", "kvalitativt")),
        "Resurser": "ja",
        "Inriktningsmål": "ja" if chance.random() < 0.1 else "nej",
    }


def _indicator(goal: int, index: int, chance: Random) -> dict[str, object]:
    base = round(chance.choice((5, 60, 1800)) * chance.uniform(0.8, 1.2), chance.choice((0, 1)))
    rise = chance.random() < 0.5
    return {
        "Id": f"{goal}.{index}",
        "Mål nr": goal,
        "Indikator": chance.choice(
            (f"BNP {goal}{index}", f"Besök {goal}.{index} per dag", f"Andel {goal} – {index} åk 9")
        ),
        "Enhet": chance.choice(UNITS),
        "Slag": chance.choice(KINDS),
        "Värdena är": "per period",
        "Önskad riktning": "öka" if rise else "minska",
        "Basvärde": base,
        "Basår": YEAR - 1,
        "Målvärde": None if chance.random() < 0.1 else round(base * chance.uniform(0.9, 1.1), 1),
        "Målår": YEAR,
        "Källa": chance.choice(("SCB 2019", "Egen mätning", "Kolada N07403")),
    }


def _values(one: dict[str, object], chance: Random) -> Iterator[tuple[str, str, str]]:
    per_year = 1 if one["Slag"] == "årsvärde" else chance.choice((3, 4, 12))
    mean = float(str(one["Basvärde"])) / (per_year if one["Slag"] == "summa" else 1)
    for year in range(YEAR - chance.choice((1, 3, 5)), YEAR + (per_year > 1)):
        for part in range(per_year if year < YEAR else per_year * 2 // 3):
            period = {1: f"{year}", 3: f"{year}T{part + 1}", 4: f"{year}K{part + 1}", 12: f"{year}-{part + 1:02}"}
            value = f"{mean * chance.uniform(0.9, 1.1):.1f}".replace(".", ",")
            yield str(one["Id"]), period[per_year], value


def _follow_ups(goal: int, chance: Random) -> Iterator[dict[str, object]]:
    for occasion in ("april", "augusti"):
        yield {
            "Mål nr": goal,
            "Tillfälle": occasion,
            "Analys": chance.choice(TEXTS),
            "Orsak": chance.choice(TEXTS),
            "Egen bedömning": "positiv",
            "Egen prognos": chance.choice((None, 85, "omkring 1 200")),
            "Bedömd av": "chefen",
        }


def _measures(goal: int, chance: Random) -> Iterator[dict[str, object]]:
    for index in range(chance.randint(0, 2)):
        yield {
            "Mål nr": goal,
            "Beslutad vid": "KS 2019-02-20 § 22" if index else None,
            "Åtgärd": chance.choice((f"Etapp {index + 2}", "Ett nytt kontor på plan 3")),
            "Ansvarig": "chefen",
            "Klart senast": dt.date(YEAR, 10, 1 + goal % 28),
            "Läge": "pågår",
            "Kostnad": chance.choice((150000, "1,5 mnkr", "Ryms i budget")),
            "Kräver politiskt beslut": "ja" if chance.random() < 0.5 else "nej",
        }


def _meeting(occasion: str, chance: Random) -> dict[str, object]:
    month = {"ambitionsnivå": 2, "april": 5, "augusti": 9}[occasion]
    held = chance.random() < 0.5
    own: dict[str, object] = {
        "Tillfälle": occasion,
        "Läge": "genomfört" if held else "inför",
        "Organ": "Kommunstyrelsens arbetsutskott",
        "Förkortning": "KSAU",
        "Datum": dt.date(YEAR, month, 20),
        "Ärende": f"Mål {YEAR} per {month} månader",
        "Diarienummer": f"KS 2018/{month}",
        "Beslutsform": "föreslår",
        "Till": "Kommunstyrelsen",
        "Tjänsteskrivelse daterad": dt.date(YEAR, month, 8),
        "Nästa möte": dt.date(YEAR, month + 1, 12),
        "Sammanfattning": chance.choice((None, *TEXTS)),
        "Ärendebeskrivning": chance.choice(TEXTS),
        "Förslag till beslut": "att godkänna rapporten för 2019\natt avsätta 2,5 mnkr",
    }
    if held:
        own |= {"Paragraf": str(month * 7), "Beslut": "att godkänna 2 rapporter", "Ordförande": "Ledamot A (M)"}
        own |= {"Röster": "A (M): ja\nB (S): ja\nC (L): nej", "Justerare": "Ledamot B (S)"}
        own |= {"Justerad": dt.date(YEAR, month, 24), "Anslaget": dt.date(YEAR, month, 25)}
    return own
