"""LibreOffice: found where it is usually installed, run once with a profile of its own, and always ended."""

import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

if sys.platform != "win32":
    from os import killpg

_NAMES = ("soffice", "libreoffice")
_USUAL = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
)
"""Where LibreOffice lies on a Mac and in Windows, which put it on no PATH. ``soffice.com`` waits until it is done."""
_PDF_A_2 = 2
_EXPORT = {
    "PDFUACompliance": ("boolean", "true"),
    "SelectPdfVersion": ("long", str(_PDF_A_2)),
    "UseTaggedPDF": ("boolean", "true"),
    "ExportBookmarks": ("boolean", "true"),
}
_ITEM = '<item oor:path="/org.openoffice.{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'
_NOWHERE, _DISCARD = "127.0.0.1", "9"
_SETTINGS = (
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Writer/Content/Update", "Link", "2"),
    ("Inet/Settings", "ooInetProxyType", "1"),
    ("Inet/Settings", "ooInetHTTPProxyName", _NOWHERE),
    ("Inet/Settings", "ooInetHTTPProxyPort", _DISCARD),
    ("Inet/Settings", "ooInetHTTPSProxyName", _NOWHERE),
    ("Inet/Settings", "ooInetHTTPSProxyPort", _DISCARD),
    ("Office.Common/Cache/Writer", "OLE_Objects", "1000"),
)
"""A document fetches nothing, neither from the network nor from the disk: linked pictures and texts stay away.

The cache holds every chart of a long report: those beyond it (20, by default) would be squashed.
"""


def office() -> str | None:
    """Return the path of LibreOffice, or None where it is not installed."""
    found = (shutil.which(name) for name in (*_NAMES, *_USUAL))
    return next((path for path in found if path is not None), None)


def exported(program: str, documents: Mapping[str, bytes], limit: float) -> dict[str, bytes]:
    """Return the PDF of each document that LibreOffice could export, under the document's own name.

    Raises:
        subprocess.TimeoutExpired: LibreOffice needed more than `limit` seconds, and was ended.
        OSError: LibreOffice could not be started, or the folder for its work not be written in.
    """
    with TemporaryDirectory(prefix="malprognos-", ignore_cleanup_errors=True) as folder:
        word, made, profile = (Path(folder, name) for name in ("word", "pdf", "profile"))
        for path in (word, made, profile / "user"):
            path.mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_registry(), encoding="utf-8")
        for name, content in documents.items():
            (word / name).write_bytes(content)
        _run(_command(program, profile, made, [word / name for name in documents]), limit)
        return {name: path.read_bytes() for name in documents if (path := made / f"{Path(name).stem}.pdf").is_file()}


def _registry() -> str:
    items = "".join(_ITEM.format(*setting) for setting in _SETTINGS)
    return f'<?xml version="1.0"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'


def _command(program: str, profile: Path, made: Path, word: list[Path]) -> list[str]:
    options = json.dumps({name: {"type": kind, "value": value} for name, (kind, value) in _EXPORT.items()})
    return [
        program,
        f"-env:UserInstallation={profile.resolve().as_uri()}",
        *("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
        *("--convert-to", f"pdf:writer_pdf_Export:{options}", "--outdir", str(made)),
        *(str(path) for path in word),
    ]


def _run(command: list[str], limit: float) -> None:
    silent = subprocess.DEVNULL
    process = subprocess.Popen(  # noqa: S603 - a fixed command; the documents' names are ours
        command, stdin=silent, stdout=silent, stderr=silent, start_new_session=True
    )
    try:
        process.wait(limit)
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and all that it has started; nothing to do where it has ended by itself."""
    if process.poll() is not None:
        return
    with suppress(OSError):
        if sys.platform == "win32":
            tree = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
            subprocess.run(tree, check=False, capture_output=True)  # noqa: S603 - a program of Windows
        else:
            killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()
