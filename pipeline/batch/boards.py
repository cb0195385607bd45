"""Which folders are boards."""

from pathlib import Path

from pipeline.problems import Place, Problems, quoted


def boards(folder: Path, problems: Problems) -> tuple[str, ...]:
    """Return the names of the folders that each hold one board's input; what is passed over is told."""
    place = Place(str(folder))
    try:
        found = sorted(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        problems.fault(place, "mappen finns inte: ange den mapp där varje nämnd har en egen mapp med sitt underlag")
        return ()
    except OSError as error:
        problems.fault(place, f"mappen går inte att läsa: datorn säger {quoted(error.strerror)}")
        return ()
    names = tuple(path.name for path in found if _is_board(path, problems))
    if not names:
        problems.fault(place, "här finns ingen nämnds mapp: lägg varje nämnds underlag i en egen mapp här")
    return names


def _is_board(path: Path, problems: Problems) -> bool:
    if path.name.startswith("."):
        why = "dolda filer och mappar hoppas över"
    elif path.is_symlink():
        why = "en genväg hoppas över: lägg nämndens underlag i en egen mapp här"
    elif not path.is_dir():
        why = "bara mappar läses här, så filen hoppas över: lägg den i sin nämnds mapp"
    else:
        return True
    problems.remark(Place(str(path)), why)
    return False
