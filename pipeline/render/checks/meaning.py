"""Whether the tags, read in their order, ask for what exists and print what can be printed."""

import re
from collections.abc import Iterator

from jinja2 import nodes

from pipeline.blanks import StatusBox
from pipeline.problems import quoted
from pipeline.render.checks.blocks import Block, Branch
from pipeline.render.checks.expressions import Expressions, mentions, path
from pipeline.render.checks.found import Faults
from pipeline.render.checks.kinds import LOOP, UNKNOWN, Kind, Shape, fields_of, is_paragraphs
from pipeline.render.checks.names import Macro, Scope
from pipeline.render.checks.syntax import read
from pipeline.render.checks.tags import Tag

Asked = frozenset[str]
IN_RUNS = (Shape.STATUS, Shape.CHART)
PRINTABLE = (Shape.TEXT, Shape.NUMBER, Shape.UNKNOWN)
DEEPEST, MOST = 8, 1000
LOOP_NAME = re.compile(r"for\s+(\w+)\s+in\b")


class Meaning:
    """Goes through one part of a template as a run would, with kinds in place of values."""

    def __init__(self, blanks: Kind, faults: Faults) -> None:
        """Take the kind of blanks that the template is filled in with."""
        self._top = Scope({}, Scope(dict(fields_of(blanks))))
        self._faults = faults
        self._called: set[tuple[Macro, tuple[Kind, ...]]] = set()
        self._depth = 0
        self._loops: dict[str, str] = {}
        self.statuses: list[tuple[Tag, bool]] = []
        """The tags that print a status, and whether it is a box of page 1's figure."""

    def check(self, items: "list[Tag | Block]") -> None:
        """Go through the tags and blocks of the part."""
        self._loops = dict(_loops(items))
        self._items(items, self._top, frozenset())

    def _items(self, items: "list[Tag | Block]", scope: Scope, asked: Asked) -> None:
        for item in items:
            if isinstance(item, Block):
                {"for": self._for, "if": self._if, "macro": self._macro}[item.tag.word](item, scope, asked)
            elif item.prints:
                self._print(item, scope, asked)
            else:
                self._set(item, scope, asked)

    def _expressions(self, tag: Tag, scope: Scope, asked: Asked) -> Expressions:
        def tell(text: str) -> None:
            self._faults.add(text, tag.line.spot)

        found = Expressions(tag, scope, tell, self._call)
        found.asked_for, found.loops = asked, self._loops
        return found

    def _for(self, block: Block, scope: Scope, asked: Asked) -> None:
        said = read(block.tag, self._faults)
        names: dict[str, Kind | Macro] = {"loop": LOOP}
        if isinstance(said, nodes.For):
            kind = self._expressions(block.tag, scope, asked).kind(said.iter)
            if kind.shape not in {Shape.LIST, Shape.UNKNOWN}:
                text = f"{quoted(path(said.iter) or '…')} är {kind.shape.value} och ingen lista att gå igenom"
                self._faults.add(text, block.tag.line.spot)
            names |= _targets(said.target, kind.item or UNKNOWN)
        inner = Scope(names, scope)
        if isinstance(said, nodes.For) and said.test is not None:
            self._expressions(block.tag, inner, asked).kind(said.test)
            asked |= mentions(said.test)
        self._items(block.branches[0].items, inner if said is not None else _anything(inner), asked)
        for branch in block.branches[1:]:
            self._branch(branch, scope, asked)

    def _if(self, block: Block, scope: Scope, asked: Asked) -> None:
        for branch in block.branches:
            asked |= self._branch(branch, scope, asked)

    def _branch(self, branch: Branch, scope: Scope, asked: Asked) -> Asked:
        said = read(branch.tag, self._faults)
        found: Asked = frozenset()
        if isinstance(said, nodes.If) and branch.tag.word != "else":
            self._expressions(branch.tag, scope, asked).kind(said.test)
            found = mentions(said.test)
        self._items(branch.items, scope, asked | found)
        return found

    def _macro(self, block: Block, scope: Scope, asked: Asked) -> None:
        said = read(block.tag, self._faults)
        if isinstance(said, nodes.Macro):
            names = tuple(one.name for one in said.args)
            required = len(names) - len(said.defaults)
            macro = Macro(said.name, names, required, block.tag.prefix, block.branches[0].items)
            scope.names[said.name] = macro
            self._call(macro, (UNKNOWN,) * len(names))
        else:
            self._items(block.branches[0].items, _anything(scope), asked)

    def _call(self, macro: Macro, kinds: tuple[Kind, ...]) -> None:
        """Go through a macro with the kinds that it is called with, once for each set of them."""
        if (macro, kinds) in self._called or self._depth > DEEPEST or len(self._called) > MOST:
            return
        self._called.add((macro, kinds))
        self._depth += 1
        self._items(macro.items, Scope(dict(zip(macro.parameters, kinds, strict=True)), self._top), frozenset())
        self._depth -= 1

    def _set(self, tag: Tag, scope: Scope, asked: Asked) -> None:
        said = read(tag, self._faults)
        if isinstance(said, nodes.Assign):
            scope.names |= _targets(said.target, self._expressions(tag, scope, asked).kind(said.node))

    def _print(self, tag: Tag, scope: Scope, asked: Asked) -> None:
        said = read(tag, self._faults)
        if said is None:
            return
        expressions = self._expressions(tag, scope, asked)
        kind = expressions.kind(said)
        called = said.node if isinstance(said, nodes.Call) else None
        macro = scope.find(called.name) if isinstance(called, nodes.Name) else None
        text = _printed_macro(tag, macro) if isinstance(macro, Macro) else _printed(tag, path(said), kind, scope)
        if text:
            self._faults.add(text, tag.line.spot)
        else:
            expressions.may_lack(said, kind)
            if kind.shape is Shape.STATUS:
                around = scope.find(path(said).partition(".")[0])
                self.statuses.append((tag, isinstance(around, Kind) and around.record is StatusBox))


def _loops(items: "list[Tag | Block]") -> Iterator[tuple[str, str]]:
    """Return the names that loops give, with the tags that begin them."""
    for block in (item for item in items if isinstance(item, Block)):
        if found := LOOP_NAME.match(block.tag.inside):
            yield found[1], str(block.tag)
        for branch in block.branches:
            yield from _loops(branch.items)


def _anything(scope: Scope) -> Scope:
    """Return a scope for what follows a tag that could not be read, so that nothing false is told of it."""
    return _Blind({}, scope)


class _Blind(Scope):
    """Knows every name."""

    def find(self, name: str) -> Kind | Macro:
        """Return what the name is known as, or something unknown."""
        return Scope.find(self, name) or UNKNOWN


def _targets(target: nodes.Node, kind: Kind) -> dict[str, Kind | Macro]:
    if isinstance(target, nodes.Name):
        return {target.name: kind}
    return {one.name: UNKNOWN for one in target.find_all(nodes.Name)}


def _printed_macro(tag: Tag, macro: Macro) -> str:
    fits = tag.prefix == macro.prefix or (tag.prefix, macro.prefix) == ("r", "")
    right = str(Tag(tag.opener, macro.prefix, tag.inside, tag.line))
    return "" if fits else f"makrot {quoted(macro.name)} skrivs ut med {quoted(right)}"


def _printed(tag: Tag, name: str, kind: Kind, scope: Scope) -> str:
    """Say why the value cannot be printed like this, or nothing when it can."""
    shown = quoted(name or tag.inside)
    if is_paragraphs(kind):
        macro = next((known for known, one in scope.visible() if isinstance(one, Macro)), None)
        by_macro = f"skriv {quoted(f'{{{{p {macro}({name}) }}}}')}, ensam i sitt stycke"
        return f"{shown} är flera stycken; {by_macro if macro else 'gå igenom dem med {%p for … %}'}"
    if kind.shape in IN_RUNS:
        right = str(Tag(tag.opener, "r", tag.inside, tag.line))
        return "" if tag.prefix == "r" else f"{shown} är {kind.shape.value}; skriv {quoted(right)}"
    if kind.shape in PRINTABLE:
        right = str(Tag(tag.opener, "", tag.inside, tag.line))
        fits = not tag.prefix or kind is UNKNOWN
        return "" if fits else f"{{{{{tag.prefix} … }}}} passar inte för {shown}; skriv {quoted(right)}"
    return f"{shown} är {kind.shape.value} och kan inte skrivas ut; {_instead(name, kind)}"


def _instead(name: str, kind: Kind) -> str:
    match kind.shape:
        case Shape.LIST:
            return "gå igenom den med {%p for … %}"
        case Shape.YES_NO:
            return f"skriv {quoted(f'{{% if {name} %}}')} och texten som ska stå där"
        case _:
            return f"skriv ett av fälten i den: {', '.join(fields_of(kind))}"
