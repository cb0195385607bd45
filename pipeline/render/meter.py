"""A bound on how much a template may do, counted and not timed: the same template ends alike on every computer."""

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import Any

from jinja2 import Undefined, nodes
from jinja2.compiler import CodeGenerator
from jinja2.exceptions import SecurityError, TemplateRuntimeError
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment
from jinja2.visitor import NodeTransformer

LIMIT = 3_000_000
SIGNS_READ, SIGNS_MADE = 20, 2
CALL = 5
"""A macro that is called takes as long as five passes."""
UNSIZED = 1_000
SIZED = (str, list, tuple)
EACH, MADE, TEXT = "each pass", "made text", "own text"  # no template can write a filter's name with a space in it
PERMITTED = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Macro, nodes.Assign),
    *(nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem, nodes.Slice, nodes.Filter, nodes.Test, nodes.Call),
    *(nodes.Keyword, nodes.CondExpr, nodes.And, nodes.Or, nodes.Not, nodes.Compare, nodes.Operand, nodes.Concat),
    *(nodes.Add, nodes.Sub, nodes.Neg, nodes.Pos),
)


class TooMuchError(TemplateRuntimeError):
    """A template goes round and round, or makes a text that no one could read."""


def is_permitted(node: nodes.Node) -> bool:
    """Say whether a template may have this in it; lists only of what is written out, so that none can grow."""
    if isinstance(node, nodes.Tuple) and node.ctx == "store":
        return True
    if isinstance(node, nodes.Tuple | nodes.List):
        return all(isinstance(item, nodes.Const) for item in node.items)
    return isinstance(node, PERMITTED)


class _Printing(CodeGenerator):
    """Writes code that prints what `finalize` returns as it stands, for that has been escaped."""

    def _output_child_pre(self, *_: object) -> None:
        self.write("environment.finalize(")

    def _output_child_post(self, *_: object) -> None:
        self.write(")")


class MeteredEnvironment(SandboxedEnvironment):
    """Jinja that counts passes, calls and signs, and stops at `LIMIT`.

    Text costs by its length, so that the document cannot grow past some 60 MB.
    """

    code_generator_class = _Printing
    intercepted_binops = frozenset({"*", "**", "%", "+"})

    def __init__(
        self, *, undefined: type[Undefined], finalize: Callable[[object], str], filters: Iterable[str]
    ) -> None:
        """Take what stands in for a missing field, what prints a value, and which filters a template may use."""
        # not optimized: templates have next to nothing that could be worked out beforehand, and looking takes long
        super().__init__(undefined=undefined, autoescape=True, finalize=finalize, optimized=False)
        known: dict[str, Callable[..., Any]] = {name: self._metered(self.filters[name]) for name in filters}
        self.filters = {**known, "join": self._joined(self.filters["join"])}
        self.filters |= {MADE: self._made, EACH: self._each, TEXT: self._charge}
        self._left = LIMIT

    def restart(self) -> None:
        """Count from nothing again."""
        self._left = LIMIT

    def compile(self, source: Any, *given: Any, **named: Any) -> Any:  # noqa: ANN401 -- Jinja's own signature
        """Compile a template with a counter in each loop, after a look at what is in it."""
        tree = self.parse(source) if isinstance(source, str) else source
        for node in tree.find_all(nodes.Node):
            if not is_permitted(node):
                raise SecurityError(type(node).__name__)
        metered = _Metering().visit(tree)
        metered.set_environment(self)
        return super().compile(metered, *given, **named)

    def call(self, context: Context, obj: Any, /, *given: Any, **named: Any) -> Any:  # noqa: ANN401 -- Jinja's own
        """Let a macro be called, for what it costs."""
        self._charge(CALL)
        return self._read(super().call(context, obj, *given, **named))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 -- Jinja's own
        """Refuse the operators that can make a short template into an endless text."""
        if operator != "+":
            raise SecurityError(operator)
        return self._made(super().call_binop(context, operator, left, right))

    def _charge(self, cost: int) -> None:
        self._left -= cost
        if self._left < 0:
            raise TooMuchError

    def _each(self, items: Iterable[object], cost: int) -> Iterable[object]:
        """Charge for each pass through a loop: at once where it is known how many there will be."""
        if not isinstance(items, list | tuple):
            return self._one_by_one(items, cost)
        self._charge(len(items) * cost)
        return items

    def _one_by_one(self, items: Iterable[object], cost: int) -> Iterator[object]:
        for item in items:
            self._charge(cost)
            yield item

    def _made(self, value: object) -> object:
        self._charge(1 + _size(value) // SIGNS_MADE)
        return value

    def _read(self, value: object) -> object:
        self._charge(1 + _size(value) // SIGNS_READ)
        return value

    def _metered(self, work: Callable[..., object]) -> Callable[..., object]:
        """Return a filter that costs as much as the value it is given is long."""
        place = int(hasattr(work, "jinja_pass_arg"))

        @wraps(work)
        def metered(*given: object, **named: object) -> object:
            self._read(given[place])
            return work(*given, **named)

        return metered

    def _joined(self, join: Callable[..., object]) -> Callable[..., object]:
        """Return the join that first counts how long its text would be."""

        @wraps(join)
        def joined(context: object, value: Iterable[object], d: str = "", attribute: str | None = None) -> object:
            items = list(value)
            length = sum(len(item) if isinstance(item, str) else UNSIZED for item in items) + len(items) * len(d)
            self._charge(1 + length // SIGNS_MADE)
            return join(context, items, d, attribute)

        return joined


def _size(value: object) -> int:
    return len(value) if isinstance(value, SIZED) else 0


class _Metering(NodeTransformer):
    """Puts a counter in each loop, on each text that is put together, and before each block's own text."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 -- the name that Jinja looks for
        self.generic_visit(node)
        cost = nodes.Const(1 + _cost(node.body), lineno=node.lineno)
        node.iter = nodes.Filter(node.iter, EACH, [cost], [], None, None, lineno=node.lineno)
        node.else_ = _counted(node.else_)
        return node

    def visit_If(self, node: nodes.If) -> nodes.If:  # noqa: N802 -- the name that Jinja looks for
        self.generic_visit(node)
        node.body, node.else_ = _counted(node.body), _counted(node.else_)
        return node

    def visit_Macro(self, node: nodes.Macro) -> nodes.Macro:  # noqa: N802 -- the name that Jinja looks for
        self.generic_visit(node)
        node.body = _counted(node.body)
        return node

    def visit_List(self, node: nodes.List) -> nodes.Tuple:  # noqa: N802 -- the name that Jinja looks for
        return nodes.Tuple(node.items, "load", lineno=node.lineno)

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:  # noqa: N802 -- the name that Jinja looks for
        self.generic_visit(node)
        return nodes.Filter(node, MADE, [], [], None, None, lineno=node.lineno)


def _counted(body: list[nodes.Node]) -> list[nodes.Node]:
    """Let a block begin with what its own text costs."""
    if not (found := _cost(body)):
        return body
    line = body[0].lineno
    cost = nodes.Const(found, lineno=line)
    return [nodes.ExprStmt(nodes.Filter(cost, TEXT, [], [], None, None, lineno=line), lineno=line), *body]


def _cost(body: list[nodes.Node]) -> int:
    """Return what a block's own text costs."""
    outputs = [node for node in body if isinstance(node, nodes.Output)]
    signs = sum(len(one.data) for output in outputs for one in output.nodes if isinstance(one, nodes.TemplateData))
    return 1 + signs // SIGNS_READ if signs else 0
