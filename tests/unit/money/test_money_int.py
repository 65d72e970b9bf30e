"""MONEY_INT: money is a whole number from the wire to the column – no float is made of it, and no fraction of it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tortoise import fields
from tortoise.models import Model

import db.models
from bot.adapters.click_wire import is_amount, to_tiyin, write_amount
from bot.adapters.payme_wire import PaymeFault, take_amount
from bot.adapters.payme_wire import to_tiyin as to_payme
from bot.adapters.stripe import from_minor, to_minor
from bot.rails.telegram.goods_invoices import from_smallest

ROOT = Path(__file__).parents[3]
PLACES = [path for folder in ("bot", "db", "webapp", "handlers", "admin") for path in (ROOT / folder).rglob("*.py")]
PLACES = [path for path in PLACES if not {"static", "demo", "playground"} & set(path.parts)]
MONEY = re.compile(r"(_uzs|_xtr|tiyin|price|amount|money|discount)s?$")
WHOLE = (fields.IntField, fields.BigIntField)


def names_in(node: ast.AST) -> set[str]:
    found = {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}
    return found | {part.attr for part in ast.walk(node) if isinstance(part, ast.Attribute)}


def is_money(node: ast.AST) -> bool:
    return any(MONEY.search(name) for name in names_in(node))


def find_floats(tree: ast.AST) -> Iterator[int]:
    """Lines where money is made a float, divided into fractions, or multiplied by one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("float", "round"):
            if any(is_money(argument) for argument in node.args):
                yield node.lineno
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
            if is_money(node.left) or is_money(node.right):
                yield node.lineno
        elif isinstance(node, ast.BinOp) and is_money(node):
            if any(
                isinstance(part, ast.Constant) and isinstance(part.value, float) for part in (node.left, node.right)
            ):
                yield node.lineno
        elif isinstance(node, ast.AnnAssign) and is_money(node.target) and "float" in names_in(node.annotation):
            yield node.lineno


def test_the_search_finds_what_it_looks_for() -> None:
    for line in ("float(order.total_uzs)", "price_uzs / 100", "amount * 1.12", "round(amount)", "price_uzs: float = 0"):
        assert list(find_floats(ast.parse(line))) == [1], line
    for line in ("price_uzs // 100", "float(progress)", "seconds / 2", "amount * 12 // 100"):
        assert not list(find_floats(ast.parse(line))), line


def test_money_int_in_the_code() -> None:
    assert len(PLACES) > 100
    found = [f"{path.relative_to(ROOT)}:{line}" for path in PLACES for line in find_floats(ast.parse(path.read_text()))]
    assert not found


def test_money_int_in_the_columns() -> None:
    models = [model for model in vars(db.models).values() if isinstance(model, type) and issubclass(model, Model)]
    columns = [
        (model.__name__, name, field)
        for model in models
        for name, field in model._meta.fields_map.items()
        if name.endswith(("_uzs", "_xtr")) or name == "amount"
    ]
    assert len(columns) > 20
    assert not [(model, name) for model, name, field in columns if not isinstance(field, WHOLE)]


@given(st.integers(1, 10**14))
def test_money_int_round_trips(amount: int) -> None:
    """So'm out and in again is the same so'm on every wire."""
    assert take_amount({"amount": to_payme(amount)}) == amount
    assert is_amount(write_amount(amount), amount) and to_tiyin(amount) == to_payme(amount)
    assert from_minor(to_minor(amount), "uzs") == amount
    assert from_smallest(amount * 100) == amount


@given(st.integers(1, 10**12), st.integers(1, 99))
def test_money_int_knows_no_tiyin(amount: int, rest: int) -> None:
    """An amount with a remainder is nobody's price: it is refused, not rounded."""
    tiyin = amount * 100 + rest
    with pytest.raises(PaymeFault):
        take_amount({"amount": tiyin})
    assert not is_amount(f"{amount}.{rest:02}", amount)
    assert from_minor(tiyin, "uzs") is None and from_smallest(tiyin) is None
