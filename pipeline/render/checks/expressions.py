"""What an expression in a tag gives, and what in it does not exist."""

from collections.abc import Callable, Iterable, Iterator

from jinja2 import nodes

from pipeline.problems import quoted
from pipeline.render.checks.kinds import NUMBER, TEXT, UNKNOWN, YES_NO, Kind, Shape, fields_of
from pipeline.render.checks.names import Macro, Scope, elsewhere, nearest, no_such
from pipeline.render.checks.syntax import SANDBOX
from pipeline.render.checks.tags import Tag
from pipeline.render.faults import NOT_ALLOWED

TEXT_FILTERS = {"capitalize", "join", "lower", "trim", "upper"}
NUMBER_FILTERS = {"count", "length"}
ITEM_FILTERS = {"first", "last"}
FIELD_FILTERS = {"rejectattr", "selectattr"}
CONSTANTS: dict[type, Kind] = {str: TEXT, bool: YES_NO, int: NUMBER, float: NUMBER}
RESULTS: dict[tuple[type, ...], Kind] = {
    (nodes.Test, nodes.Compare, nodes.Not): YES_NO,
    (nodes.Concat,): TEXT,
}
Call = Callable[[Macro, tuple[Kind, ...]], None]


def path(node: nodes.Node) -> str:
    """Return a field as it is written with dots and numbers, or nothing for what is more than a field."""
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            base = path(node.node)
            return f"{base}.{node.attr}" if base else ""
        case nodes.Getitem(arg=nodes.Const(value=int(number))):
            base = path(node.node)
            return f"{base}[{number}]" if base else ""
        case _:
            return ""


def mentions(condition: nodes.Node) -> frozenset[str]:
    """Return the fields that a condition asks for as such, and not only for what is in them."""
    every = [condition, *condition.find_all(nodes.Expr)]
    bases = {id(one.node) for one in every if isinstance(one, nodes.Getattr | nodes.Getitem)}
    return frozenset(path(one) for one in every if id(one) not in bases and path(one))


class Expressions:
    """Reads the expressions of one tag."""

    def __init__(self, tag: Tag, scope: Scope, tell: Callable[[str], None], call: Call) -> None:
        """Take the tag, what it can see, and where to tell of faults and of calls."""
        self._tag, self._scope = tag, scope
        self._tell, self._call = tell, call
        self.asked_for: frozenset[str] = frozenset()
        self.loops: dict[str, str] = {}

    def kind(self, node: nodes.Node | None) -> Kind:
        """Return what the expression gives."""
        found = UNKNOWN
        match node:
            case nodes.Name():
                found = self._name(node)
            case nodes.Getattr():
                found = self._field(node, node.node, node.attr)
            case nodes.Getitem():
                found = self._item(node)
            case nodes.Filter():
                found = self._filtered(node)
            case nodes.Call():
                found = self._called(node)
            case nodes.Expr():
                found = self._made_of(node)
            case _:
                pass
        return found

    def may_lack(self, node: nodes.Node, kind: Kind) -> None:
        """Tell of a value that can be missing where no condition has asked for it."""
        if kind.may_lack and path(node) not in self.asked_for:
            self._tell(_guard(path(node), "kan saknas"))

    def _made_of(self, node: nodes.Expr) -> Kind:
        if isinstance(node, nodes.CondExpr | nodes.And | nodes.Or):
            return self._chosen(node)
        if isinstance(node, nodes.Test) and node.name not in SANDBOX.tests:
            self._tell(f"provet {quoted(node.name)} finns inte{_maybe(node.name, SANDBOX.tests)}")
        for one in node.iter_child_nodes():
            self.kind(one.expr if isinstance(one, nodes.Operand) else one)
        if isinstance(node, nodes.Const):
            return CONSTANTS.get(type(node.value), UNKNOWN)
        return next((kind for types, kind in RESULTS.items() if isinstance(node, types)), UNKNOWN)

    def _chosen(self, node: nodes.CondExpr | nodes.And | nodes.Or) -> Kind:
        before = self.asked_for
        self.asked_for |= mentions(node.test if isinstance(node, nodes.CondExpr) else node)
        found = [self.kind(one) for one in node.iter_child_nodes(exclude=("test",))]
        if isinstance(node, nodes.CondExpr):
            self.kind(node.test)
        self.asked_for = before
        return found[0] if len(set(found)) == 1 else UNKNOWN

    def _name(self, node: nodes.Name) -> Kind:
        found = self._scope.find(node.name)
        if isinstance(found, Kind):
            return found
        if found is not None:
            self._tell(f"{quoted(node.name)} är ett makro; skriv {quoted(node.name + '(…)')}")
            return UNKNOWN
        if node.name in self.loops:
            here = f"{quoted(node.name)} finns bara mellan {quoted(self.loops[node.name])} och slutet på den slingan"
            self._tell(f"{here}; flytta fältet dit")
            return UNKNOWN
        names = [name for name, value in self._scope.visible() if isinstance(value, Kind)]
        meant = elsewhere(node.name, self._scope) or nearest(node.name, names)
        self._tell(no_such(self._shown(node.name), meant and self._shown(meant), names))
        return UNKNOWN

    def _shown(self, name: str) -> str:
        """Return the name in the tag's own braces, when it is all that stands in them."""
        alone = self._tag.prints and not self._tag.inside.rstrip().endswith(")") and "|" not in self._tag.inside
        return f"{{{{{self._tag.prefix} {name} }}}}" if alone else name

    def _field(self, whole: nodes.Node, node: nodes.Node, name: str) -> Kind:
        if name.startswith("_"):
            self._tell(f"{quoted(self._tag)}: {NOT_ALLOWED}")
            return UNKNOWN
        kind = self.kind(node)
        known = fields_of(kind)
        if kind.shape is Shape.UNKNOWN:
            return UNKNOWN
        if name in known:
            self.may_lack(node, kind)
            return known[name]
        self._tell(self._no_field(path(node), path(whole), name, kind))
        return UNKNOWN

    def _no_field(self, base: str, asked: str, name: str, kind: Kind) -> str:
        known = fields_of(kind)
        if not known:
            return f"{quoted(base or '…')} är {kind.shape.value} och har inga fält, så {quoted('.' + name)} går inte"
        near = nearest(name, known)
        meant = f"{base or '…'}.{near}" if near else elsewhere(name, self._scope)
        return no_such(self._shown(asked or name), meant and self._shown(meant), known)

    def _item(self, node: nodes.Getitem) -> Kind:
        match node.arg:
            case nodes.Const(value=str(name)):
                return self._field(node, node.node, name)
            case nodes.Const(value=int()):
                kind = self.kind(node.node)
                if kind.shape is Shape.LIST and path(node.node) not in self.asked_for:
                    self._tell(_guard(path(node.node), "kan vara tom"))
                return kind if kind.shape is Shape.TEXT else kind.item or UNKNOWN
            case nodes.Slice():
                return self.kind(node.node)
            case _:
                self._made_of(node)
                return UNKNOWN

    def _filtered(self, node: nodes.Filter) -> Kind:
        kind = self.kind(node.node)
        for one in (*node.args, *node.kwargs):
            self.kind(one.value if isinstance(one, nodes.Keyword) else one)
        if node.name not in SANDBOX.filters:
            remedy = _maybe(node.name, SANDBOX.filters) or f"; ta bort {quoted('|' + node.name)}"
            self._tell(f"filtret {quoted(node.name)} finns inte{remedy}")
        if node.name in TEXT_FILTERS | NUMBER_FILTERS:
            return TEXT if node.name in TEXT_FILTERS else NUMBER
        if node.name in ITEM_FILTERS:
            return kind.item or UNKNOWN
        for name in _fields_asked_for(node):
            if kind.item is not None and fields_of(kind.item) and name not in fields_of(kind.item):
                self._tell(no_such(name, nearest(name, fields_of(kind.item)), fields_of(kind.item)))
        return UNKNOWN if node.name == "map" else kind

    def _called(self, node: nodes.Call) -> Kind:
        kinds = tuple(self.kind(one) for one in node.args)
        found = self._scope.find(node.node.name) if isinstance(node.node, nodes.Name) else None
        if isinstance(found, Macro):
            self._call_macro(found, node, kinds)
        elif isinstance(node.node, nodes.Name):
            own = [name for name, value in self._scope.visible() if isinstance(value, Macro)]
            near = nearest(node.node.name, own)
            known = f"; menar du {quoted(near + '(…)')}?" if near else ""
            text = f"{quoted(node.node.name + '(…)')} finns inte; en mall kan bara anropa sina egna makron"
            self._tell(text + known)
        else:
            self._tell(f"{quoted(self._tag)}: {NOT_ALLOWED}")
        return UNKNOWN

    def _call_macro(self, macro: Macro, node: nodes.Call, kinds: tuple[Kind, ...]) -> None:
        named = {one.key: self.kind(one.value) for one in node.kwargs}
        given = [*kinds, *(named.get(name, UNKNOWN) for name in macro.parameters[len(kinds) :])]
        too_few = len(kinds) + len(named) < macro.required
        if too_few or len(given) > len(macro.parameters) or set(named) - set(macro.parameters):
            wanted = quoted(f"{macro.name}({', '.join(macro.parameters)})")
            self._tell(f"makrot {quoted(macro.name)} anropas med fel antal värden; det skrivs {wanted}")
            return
        self._call(macro, tuple(given))


def _maybe(name: str, known: Iterable[str]) -> str:
    near = nearest(name, (one for one in known if " " not in one))
    return f"; menar du {quoted(near)}?" if near else ""


def _guard(name: str, how: str) -> str:
    begin, end = quoted(f"{{% if {name or '…'} %}}"), quoted("{% endif %}")
    return f"{quoted(name or '…')} {how}; skriv det mellan {begin} och {end}"


def _fields_asked_for(node: nodes.Filter) -> Iterator[str]:
    """Return the fields that a filter looks for in each item of a list."""
    first = [*node.args[:1]] if node.name in FIELD_FILTERS else []
    first += [one.value for one in node.kwargs if one.key == "attribute"]
    yield from (str(one.value).partition(".")[0] for one in first if isinstance(one, nodes.Const))
