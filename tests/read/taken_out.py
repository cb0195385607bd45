"""The checks of the reading modules, found in their source, and each one taken out of the running program in turn."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from inspect import getsource
from types import CodeType, FunctionType

_REFUSES = ("raise", "refuse", "too_many", "check_")


@dataclass(frozen=True, slots=True)
class Check:
    """One condition that refuses a file: the function it stands in, and its text."""

    module: str
    function: str
    condition: str


def checks(module: str) -> Iterator[Check]:
    """Go through a module's conditions under which it refuses; each side of an ``or`` is one."""
    for function, node in _functions(ast.parse(getsource(import_module(f"pipeline.read.{module}")))):
        for condition in _conditions(node):
            yield Check(module, function, ast.unparse(condition))


def without(check: Check) -> tuple[FunctionType, CodeType]:
    """Return the function, and the code that it has without the check."""
    module = import_module(f"pipeline.read.{check.module}")
    tree = ast.parse(getsource(module))
    node = dict(_functions(tree))[check.function]
    _TakesOut({id(one) for one in _conditions(node) if ast.unparse(one) == check.condition}).visit(node)
    ast.fix_missing_locations(tree)
    found: object = module
    for name in check.function.split("."):
        found = getattr(found, name)
    assert isinstance(found, FunctionType)
    return found, _code(compile(tree, str(module.__file__), "exec"), check.function)


class _TakesOut(ast.NodeTransformer):
    def __init__(self, conditions: set[int]) -> None:
        self.conditions = conditions

    def visit(self, node: ast.AST) -> ast.AST:
        if id(node) in self.conditions:
            return ast.Constant(value=False)
        self.generic_visit(node)
        return node


def _functions(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        if isinstance(node, ast.ClassDef):
            yield from ((f"{node.name}.{one.name}", one) for one in node.body if isinstance(one, ast.FunctionDef))


def _conditions(function: ast.FunctionDef) -> Iterator[ast.expr]:
    for node in ast.walk(function):
        if isinstance(node, ast.If) and any(map(_refuses, node.body)):
            test = node.test
            yield from test.values if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.Or) else [test]


def _refuses(statement: ast.stmt) -> bool:
    plain = isinstance(statement, (ast.Raise, ast.Expr))
    return plain and ast.unparse(statement).replace("guard.", "").lstrip("_").startswith(_REFUSES)


def _code(code: CodeType, name: str) -> CodeType:
    inside = [one for one in code.co_consts if isinstance(one, CodeType)]
    return next((one for one in inside if one.co_qualname == name), None) or _code(
        next(one for one in inside if name.startswith(f"{one.co_qualname}.")), name
    )
