import zipfile

import pytest

from tests.read.inbox import Inbox

DAMAGED = "filen är skadad: öppna den i Excel och spara den på nytt, eller lägg dit en hel kopia"
SHEET = "xl/worksheets/sheet1.xml"
MANY = 200_000


TAGS = ["<c ", "<row ", "<mergeCell ", "<col ", '<c r="A1" ', '<mergeCell ref="A1 ', "<c" + ' r="A1"' * 9, ' r="A1"']


@pytest.mark.parametrize("tag", TAGS)
def test_tags_that_never_close_are_refused_at_once(inbox: Inbox, tag: str) -> None:
    inbox.workbook("bara.xlsx", {"A": [["x"]]})
    path = inbox.folder / "bara.xlsx"
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, b"<worksheet><c " + tag.encode() * MANY if name == SHEET else part)
    assert path.stat().st_size < 50_000
    assert inbox.told() == [f"bara.xlsx: {DAMAGED}"]


def test_two_parts_with_one_name_are_refused(inbox: Inbox) -> None:
    inbox.goals()
    path = inbox.folder / "mål.xlsx"
    with zipfile.ZipFile(path) as archive:
        part = archive.read(SHEET)
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(SHEET, part)
    assert inbox.told() == [f"mål.xlsx: {DAMAGED}"]
