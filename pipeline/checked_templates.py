"""The Word templates, checked before anything is filled in."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from pipeline.blanks import Blanks
from pipeline.compose import template_blanks
from pipeline.problems import Place, Problems
from pipeline.publish import write_review
from pipeline.render.checks import check_template, commented, tell_faults, template_faults


def checked_templates(folder: Path, used: Mapping[str, type[Blanks]], problems: Problems) -> dict[str, bytes]:
    """Return the templates that will be used, having told every fault in them."""
    templates = _templates(folder, used, problems)
    for name, content in templates.items():
        check_template(name, content, used[name], problems)
    return templates


def _templates(folder: Path, used: Iterable[str], problems: Problems) -> dict[str, bytes]:
    found = {}
    for name in used:
        try:
            found[name] = (folder / name).read_bytes()
        except OSError:
            text = f"mallen finns inte i {folder}. Lägg tillbaka den, eller ange rätt mapp med --templates."
            problems.fault(Place(name), text)
    return found


def review_templates(folder: Path, review: Path, problems: Problems) -> tuple[Path, ...]:
    """Check all templates; write a copy of each faulty one, its faults as comments, and return the copies."""
    faulty = {}
    for name, content in _templates(folder, template_blanks(None), problems).items():
        found = template_faults(content, template_blanks(None)[name])
        tell_faults(name, found, problems)
        if found and (copy := commented(content, found)) is not None:
            faulty[f"granskad-{name}"] = copy
    return write_review(review, faulty, problems)
