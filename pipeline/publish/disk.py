"""Writing that reaches the disk, and Swedish words for when it cannot."""

import errno
import os
from collections.abc import Mapping
from pathlib import Path

from pipeline.problems import Place, Problems, quoted

_REASONS = {
    errno.ENOSPC: "disken är full; frigör plats och kör igen",
    errno.EDQUOT: "utrymmet på disken är slut; frigör plats och kör igen",
    errno.EFBIG: "en fil blir större än datorn tillåter; tala med it-stödet eller välj en annan mapp med --output",
    errno.EIO: "disken svarar med fel; kör igen, och tala med it-stödet om felet kommer tillbaka",
    errno.EROFS: "mappen är skrivskyddad; välj en annan med --output",
    errno.EACCES: "skrivrätt saknas; stäng filer som är öppna därifrån, eller välj en annan mapp med --output",
    errno.EPERM: "skrivrätt saknas; stäng filer som är öppna därifrån, eller välj en annan mapp med --output",
    errno.ENOTDIR: "det ligger en fil där en mapp behövs; flytta den eller välj en annan mapp med --output",
    errno.EEXIST: "det ligger en fil där en mapp behövs; flytta den eller välj en annan mapp med --output",
    errno.ENAMETOOLONG: "ett namn är för långt; korta filnamnet eller välj en mapp med kortare sökväg med --output",
}
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM, errno.EBADF}


def tell(error: OSError, output: Path, problems: Problems) -> None:
    """Add a fault that says why nothing can be written in `output`."""
    told = f"datorn säger {quoted(error.strerror or error)}; välj en annan mapp med --output"
    reason = _REASONS.get(error.errno or 0, told)
    problems.fault(Place(str(output)), f"det går inte att skriva i mappen: {reason}")


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files in the folder, each and its folder all the way to the disk."""
    for name, content in files.items():
        path = inside(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_through(path, content)
    for made in {above for name in files for above in (folder / name).parents if above not in folder.parents}:
        sync_folder(made)


def inside(folder: Path, name: str) -> Path:
    """Return the path of the named file below the folder; a name that leads elsewhere is a fault of ours."""
    path = folder / name
    if ".." in Path(name).parts or folder not in path.parents:
        message = f"{name!r} leads out of {folder}"
        raise ValueError(message)
    return path


def write_through(path: Path, content: bytes) -> None:
    """Write the file and wait until the disk has it."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def replace_file(path: Path, content: bytes) -> None:
    """Put the content in place at once: a reader sees the old file or the new one."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        write_through(fresh, content)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Wait until the disk has the folder's list of names, where the system can do that."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)
