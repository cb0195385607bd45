"""Every real download: its layout, how many values it holds, the periods they span, and some of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.model.records import InputFile
from pipeline.problems import Problems
from pipeline.read.layouts import recognise, recognise_document
from pipeline.read.layouts.reading import Extract, Fact
from pipeline.read.opening import open_file
from pipeline.read.periods import combined, period_of
from pipeline.read.sniff import sniff
from tests.read.inbox import Inbox

pytestmark = pytest.mark.shared
FK, DALARNA, PX = "forsakringskassan_mucf", "scb_af_bolagsverket_dalarna", "scb_px"
MIGRATION = ("2003", "2003")


@dataclass(frozen=True, slots=True)
class Expected:
    """What a file's table should give: the values by their names, region, sex, splits and period."""

    agency: str
    values: int
    span: tuple[str, str]
    some: dict[str, object]


REAL = {
    (f"{FK}/ohalsotal.xlsx", "Sheet 1"): Expected(
        "Försäkringskassan",
        12,
        ("2024-12", "2024-12"),
        {
            "Ohälsotalet|20 Dalarnas län|Kvinnor och män|Samtliga 16-64 år|2024-12": 26.7,
            "Ohälsotalet|00 Riket|Män|Samtliga 16-64 år|2024-12": 18.1,
        },
    ),
    (f"{FK}/sjukpenningtal_2024_11_06.xlsx", "tabell"): Expected(
        "Försäkringskassan",
        756,
        ("2024-01", "2024-09"),
        {
            "Sjukpenningtal 1.0|Riket|Kvinnor och män|Samtliga 16-64 år|2024-09": 10.3,
            "Sjukpenningtal 1.0|21 Gävleborgs län|Män|60-64 år|2024-01": 16.9,
        },
    ),
    (f"{FK}/pagaende_sjukfall_diagnos_2024_11_06.xlsx", "tabell"): Expected(
        "Försäkringskassan",
        144,
        ("2024-01", "2024-04"),
        {"Andel pågående sjukfall (%)|20 Dalarnas län|Kvinnor och män|Samtliga diagnoskapitel|2024-04": 100},
    ),
    (f"{FK}/MUCF_20241108.xlsx", "Inläs"): Expected(
        "",
        54,
        ("2022", "2022"),
        {
            "Andel|Dalarna|Kvinnor|16-24 år|Inrikes födda|2022": 0.046,
            "Andel|Värmland|Totalt|25-29 år|Totalt|2022": 0.115,
        },
    ),
    ("indicator_lists/overrep.xlsx", "Sheet 1"): Expected(
        "",
        96,
        ("2008", "2022"),
        {"overrep||1|G99|Okänt|2022": 0.369870267407996, "andel_chef_man||1|G04|Bygg|2008": 0.930434782608696},
    ),
    ("jsonstat2/TAB6471_data.json", ""): Expected(
        "SCB",
        2772,
        ("2026-01", "2026-04"),
        {
            "Folkmängden per månad|Stockholms län|totalt, samtliga män och kvinnor|0-9 år|2026-01": 245284,
            "Folkmängden per månad|Stockholms län|män|0-9 år|2026-02": 126402,
            "Folkmängden per månad|Norrbottens län|kvinnor|100+ år|2026-04": 54,
        },
    ),
    ("jsonstat2/tab4_fewcells.px", ""): Expected(
        "Statistics Sweden",
        1,
        ("2017", "2017"),
        {"Ämne|||LÖSNINGSMEDEL OCH ÖVRIG PRODUKTANVÄNDNING, TOTALT|Koldioxid (CO2) (kt)|2017": "445"},
    ),
    (f"{DALARNA}/Bolagsverket_2024_02_12.csv", ""): Expected(
        "",
        49 * 26,
        ("2020-01", "2024-01"),
        {"Aktiebolag|20||2020-01": "128", "Enskild näringsidkare|20||2020-03": "43"},
    ),
    (f"{DALARNA}/Tillvaxtananalys_2024_08_21.xlsx", "BE0101G9"): Expected(
        "",
        53,
        ("2011K1", "2024K1"),
        {
            "antal nystartade företag|20 Dalarnas län||antal nystartade företag|2024K1": 433,
            "antal nystartade företag|20 Dalarnas län||antal nystartade företag|2011K1": 467,
        },
    ),
    (f"{DALARNA}/andel_arblosa_2020M01_2022M12.xlsx", "Sheet 1"): Expected(
        "",
        1224,
        ("2020-01", "2022-12"),
        {
            "andel|00||20-64 år|inrikes född|januari 2020|2020-01": 3.2,
            "andel|2085||20-64 år|utrikes född|december 2022|2022-12": 19.3,
        },
    ),
    (f"{DALARNA}/arbetsloshet_kommun.xlsx", "Arbetsloshet kommun"): Expected(
        "",
        15,
        ("2026-04", "2026-04"),
        {"arbetslöshet|2021|totalt|20-64 år|totalt|2026-04": 3, "arbetslöshet|2084|totalt|20-64 år|totalt|2026-04": 6},
    ),
    (f"{DALARNA}/arbetsmarknadsstatus_tidsserie.xlsx", "Sheet 1"): Expected(
        "",
        1078,
        ("2020-01", "2024-01"),
        {
            "arbetslöshet|00|totalt|20-64 år|totalt|2020-05": 6.6,
            "arbetslöshet|25|totalt|20-64 år|totalt|2024-01": 3.4,
        },
    ),
    (f"{DALARNA}/byggande.xlsx", "Nybyggnation"): Expected(
        "",
        784,
        ("1975K1", "2023K4"),
        {"Paborjade|Dalarnas län||flerbostadshus|1975K1": 84, "Fardigstallda|Dalarnas län||småhus|2023K4": 79},
    ),
    (f"{DALARNA}/byggande.xlsx", "Bygglov"): Expected(
        "", 448, ("1996K1", "2023K4"), {"Antal|Dalarnas län||fritidshus|2023K4": 70}
    ),
    ("scb_csv_latin1/0000002T.csv", ""): Expected(
        "",
        10,
        ("2014", "2018"),
        {"|SE21 Småland and islands|total|214 Engineering professionals|2018": "43300"},
    ),
    ("scb_csv_latin1/000000CG.csv", ""): Expected(
        "",
        9,
        ("2018", "2018"),
        {
            "|SE Sweden|total|5 non-manual workers private sector|214 Engineering professionals|2018": "45900",
        },
    ),
    ("scb_csv_latin1/000000NL.csv", ""): Expected(
        "",
        8,
        ("2014", "2017"),
        {"|06 Jönköping county|women|311 Physical and engineering science technicians|2017": "702"},
    ),
    (f"{PX}/BE0101A1det.px", ""): Expected(
        "Statistics Sweden",
        9984,
        ("2002", "2005"),
        {
            "|00 Sweden|men|38|single|2002": "32910",
            "|0665 Vaggeryd|women|38|single|2005": "22",
            "|2584 Kiruna|women|38|divorced|2005": "24",
        },
    ),
    (f"{PX}/BE0101D1.px", ""): Expected(
        "Statistiska centralbyrån (SCB)",
        46176,
        ("2002", "2003"),
        {
            "|00 Whole Sweden|women|-14|2003": "1",
            "|0665 Vaggeryd|men|total|2002": "67",
            "|2584 Kiruna|women|total|2003": "109",
        },
    ),
    (f"{PX}/BE0101F1langensvfiolikacelln.px", ""): Expected(
        "Statistics Sweden",
        48,
        MIGRATION,
        {"Inflyttade|00 Riket|män|20|2003": "456", "Utflyttade|0115 Vallentuna|kvinnor|22|2003": "35"},
    ),
    (f"{PX}/BE0101F1nilSymbol.px", ""): Expected(
        "Statistics Sweden",
        48,
        MIGRATION,
        {
            "Inmigrated|00 Sweden|women|20|2003": None,
            "Outmigrated|00 Sweden|men|20|2003": "0",
            "Inmigrated|01 Stockholm county|women|20|2003": None,
        },
    ),
    (f"{PX}/BE0101F1nildotsymbols.px", ""): Expected(
        "Statistics Sweden",
        48,
        MIGRATION,
        {"Outmigrated|00 Sweden|women|20|2003": None, "Inmigrated|00 Sweden|men|21|2003": "0"},
    ),
    (f"{PX}/BE0101F1symbnot.px", ""): Expected(
        "Statistics Sweden",
        48,
        MIGRATION,
        {"Inmigrated|01 Stockholm county|women|22|2003": None, "Inmigrated|00 Sweden|men|20|2003": "456"},
    ),
    (f"{PX}/EXEMPEL1.PX", ""): Expected(
        "Statistics Sweden",
        48,
        MIGRATION,
        {"Inmigrated|00 Sweden|women|21|2003": None, "Outmigrated|0115 Vallentuna|women|22|2003": "35"},
    ),
    (f"{PX}/PR0101D8.px", ""): Expected(
        "Statistics Sweden", 58, ("2004-09", "2009-06"), {"|||2004-09": "99.6700", "|||2009-06": "108.9500"}
    ),
    ("skr_scb/bef_r_tot.csv", ""): Expected(
        "",
        231,
        ("2008", "2018"),
        {"Folkmängd|01 Stockholms län||totalt ålder|2008": "1981263"},
    ),
}


def key(fact: Fact) -> str:
    names, regions = ([*(cell.text for cell in cells), ""][0] for cells in (fact.names, fact.region))
    sex = "" if fact.sex is None else fact.sex.text
    splits = (cell.text.replace("\N{NO-BREAK SPACE}", " ") for cell in fact.splits.values())
    return "|".join((names, regions, sex, *splits, period(fact)))


def period(fact: Fact) -> str:
    values = [cell.value for cell in fact.period]
    return str(period_of(*values) if len(values) == 1 else combined(values[0], values[1], fact.per_year))


def extracts(path: Path) -> Iterator[tuple[str, Extract]]:
    """Go through what is recognised in a file, sheet by sheet, with no problem told."""
    problems = Problems()
    content = path.read_bytes()
    book = open_file(InputFile(path.name, content), sniff(path.name, content).kind, problems)
    assert book is not None
    found = [(table.place.sheet, recognise(table)) for table in book.tables]
    found += [(document.place.sheet, recognise_document(document)) for document in book.documents]
    assert list(problems) == []
    return ((sheet, one) for sheet, one in found if isinstance(one, Extract))


@pytest.mark.parametrize(("where", "expected"), REAL.items(), ids=[" ".join(where) for where in REAL])
def test_every_value_of_a_real_file_is_read(shared: Path, where: tuple[str, str], expected: Expected) -> None:
    name, sheet = where
    extract = dict(extracts(shared / "data" / "real" / name))[sheet]
    periods = sorted({period(fact) for fact in extract.facts})
    values = {key(fact): fact.value.value for fact in extract.facts}
    assert (extract.agency, len(extract.facts)) == (expected.agency, expected.values)
    assert (periods[0], periods[-1]) == expected.span
    assert {name: values[name] for name in expected.some} == expected.some


LONG = "lägg värdena i kolumnerna Indikator, Period och Värde"
OR_WIDE = f"{LONG}, eller med en rad för varje indikator och en kolumn för varje period"
METADATA = "filen beskriver bara vad tabellen innehåller och har inga värden: hämta själva tabellen"
REFUSED = {
    "newsroom_kommun/kommundata.xlsx": (
        "innehållet känns inte igen (i bladet ”Blad1” står ”code”, ”name”, ”medianIncome”, ”youthUnemployment2010”, "
        f"”youthUnemployment2013”, ”unemployment2010”): {OR_WIDE}"
    ),
    "skr_scb/Tabell7 LP 2008.xlsx": (
        "innehållet känns inte igen (i bladet ”Blad1” står ”kvinnor, %”, ”kvinnor”, ”män”, ”-29”, ”30-39”, ”40-49”): "
        + OR_WIDE
    ),
    "skr_scb/Tabell10 2010.xlsx": (
        "innehållet känns inte igen (här står ”Kommun”, ”-29”, ”30-39”, ”40-49”, ”50-54”, ”55-59”): " + OR_WIDE
    ),
    "indicator_lists/Översikt.xlsx": (
        "innehållet känns inte igen (här står ”Indikator”, ”Källa”, ”Insamlingsmetod”, ”Kommunnivå”, ”Könsuppdelad”): "
        + OR_WIDE
    ),
    "jsonstat2/TAB6471_metadata.json": METADATA,
    "jsonstat2/MetadataById_tab003_js2.json": METADATA,
    "scb_af_bolagsverket_dalarna/Bolagsverket_2024_05_08.csv": (
        "å, ä och ö är förstörda i filen (”Ã\x85” i stället): hämta den på nytt och spara den i Excel som CSV UTF-8 "
        "eller som .xlsx"
    ),
    "indicator_lists/test_fohm.xlsx": (
        "Vaggeryds kommun (0665) finns inte här (här finns ”00 Riket”, ”2021 Vansbro”, ”2023 Malung-Sälen”, "
        f"”2026 Gagnef”, ”2029 Leksand”, ”2031 Rättvik” och 10 till): hämta tabellen för kommunen, eller {LONG}"
    ),
}


@pytest.mark.parametrize(("name", "told"), REFUSED.items(), ids=list(REFUSED))
def test_a_real_file_of_another_kind_is_refused_with_what_was_found(
    shared: Path, inbox: Inbox, name: str, told: str
) -> None:
    path = shared / "data" / "real" / name
    inbox.ours("Hälsa efter region, kön och år. Andel")
    (inbox.folder / path.name).write_bytes(path.read_bytes())
    said = [line for line in inbox.told() if "anmärkning" not in line]
    assert len(said) == 1
    assert said[0].endswith(f": {told}")


def test_every_real_file_is_read_or_refused_here(shared: Path) -> None:
    folder = shared / "data" / "real"
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert files - {"manifest.csv"} == {name for name, _ in REAL} | REFUSED.keys()


def test_a_real_px_file_gives_the_municipalitys_total_by_sex(shared: Path, inbox: Inbox) -> None:
    inbox.ours("BE0101D1")
    (inbox.folder / "BE0101D1.px").write_bytes((shared / "data" / "real" / PX / "BE0101D1.px").read_bytes())
    source, told = inbox.read()
    by_sex = source.series["1.1"].by_sex
    assert {sex: [(str(o.period), o.value) for o in seen] for sex, seen in by_sex.items()} == {
        "kvinnor": [("2002", 74), ("2003", 84)],
        "män": [("2002", 67), ("2003", 77)],
    }
    assert told == []
