"""What is wrong with a template, told to the clerk who can mend it."""

import difflib
import re

from jinja2.exceptions import SecurityError, TemplateAssertionError, TemplateError, TemplateSyntaxError

from pipeline.problems import quoted
from pipeline.render.environment import NoSuchRowError, UnknownFieldError, UnprintableError
from pipeline.render.meter import TooMuchError

NOT_WORD = "filen är ingen Word-mall (.docx) eller är skadad; hämta en ny kopia av mallen eller spara om den i Word"
BROKEN = (
    "taggarna står så att Word-dokumentet går sönder; {%p … %} ska stå ensam i sitt stycke, {%tr … %} ensam i sin "
    "tabellrad, och {{r … }} används bara för status och diagram"
)
NOT_ALLOWED = "mallen gör något som en mall inte får; den får bara skriva ut fält, gå igenom listor och välja"
NOT_TEXT = "mallen skriver ut en lista eller ett ja/nej-värde som om det vore text; gå igenom listan med {%p for … %}"
TOO_MUCH = "mallen går så många varv att dokumentet aldrig skulle bli klart; jämför slingorna med originalmallens"
TOLD: dict[type[TemplateError], str] = {UnprintableError: NOT_TEXT, SecurityError: NOT_ALLOWED, TooMuchError: TOO_MUCH}
NOT_COMPUTABLE = "en tagg i mallen går inte att räkna ut; jämför den med originalmallen"
UNCLOSED = re.compile(r"innermost block that needs to be closed is '(\w+)'")
UNKNOWN_TAG = re.compile(r"unknown tag '(\w+)'")
NO_FILTER = re.compile(r"No filter named '(\w+)'")


class TemplateFaultError(Exception):
    """The template cannot be filled in; the text says in Swedish what to mend in it."""


def missing_style(name: str) -> str:
    """Say that a style the document needs is not in the template."""
    return f"formatmallen {quoted(name)} saknas i mallen; kopiera den från originalmallen"


def explained(error: TemplateError, fields: tuple[str, ...]) -> str:
    """Return in Swedish what is wrong; `fields` are the names that the whole template may use."""
    if isinstance(error, UnknownFieldError):
        return _unknown_field(error.name, fields if error.known is None else error.known)
    if isinstance(error, NoSuchRowError):
        return f"listan har ingen rad nummer {error.row + 1}; pröva med {{% if … %}} först"
    if isinstance(error, TemplateSyntaxError):
        return _syntax(error)
    return next((text for kind, text in TOLD.items() if isinstance(error, kind)), NOT_COMPUTABLE)


def _unknown_field(name: str, known: tuple[str, ...]) -> str:
    if not known:
        return f"fältet {quoted(name)} finns inte; det som står före punkten är en text eller en lista"
    nearest = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    if nearest:
        return f"fältet {quoted(name)} finns inte; menar du {quoted(nearest[0])}?"
    return f"fältet {quoted(name)} finns inte; de fält som finns här är {', '.join(sorted(known))}"


def _syntax(error: TemplateSyntaxError) -> str:
    message = error.message or ""
    near = _near(error)
    if isinstance(error, TemplateAssertionError):
        found = NO_FILTER.search(message)
        return f"filtret {quoted(found[1])} finns inte{near}" if found else NOT_COMPUTABLE
    if found := UNCLOSED.search(message):
        return f"taggen {quoted(found[1])} stängs inte som den ska; skriv {{% end{found[1]} %}} där den ska sluta{near}"
    if found := UNKNOWN_TAG.search(message):
        return f"taggen {quoted(found[1])} är okänd eller hör inte ihop med någon tidigare tagg{near}"
    return f"en tagg är felskriven{near}; jämför den med originalmallen"


def _near(error: TemplateSyntaxError) -> str:
    """Return the template's own text where the fault was seen, which docxtpl gives as seven lines around it."""
    lines = list(getattr(error, "docx_context", ()))
    at = error.lineno - 1 - max(error.lineno - 4, 0)
    text = lines[at].strip() if at < len(lines) else ""
    return f" (i närheten av {quoted(text)})" if text else ""
