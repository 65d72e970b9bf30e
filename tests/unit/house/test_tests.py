"""The tests keep their own word (see `tests/__init__.py`): no sleep without a clock, no assert behind another name."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[2]
POLLS = TESTS / "waiting.py"  # the one helper that sleeps between two looks
SLEEPS = {"sleep", "wait_for_timeout"}
SAYS_SO = re.compile(r"# clock: \w")
NAMED = re.compile(r"_*(test|assert|expect)(_|$)")
Function = ast.FunctionDef | ast.AsyncFunctionDef


def sources() -> Iterator[tuple[str, str]]:
    for path in sorted(TESTS.rglob("*.py")):
        yield str(path.relative_to(TESTS)), path.read_text(encoding="utf-8")


def silent_sleeps(source: str) -> list[int]:
    """Lines that sleep and do not say that they are a clock."""
    lines = source.splitlines()
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and name_of(node) in SLEEPS]
    return sorted(node.lineno for node in calls if not SAYS_SO.search(lines[node.lineno - 1]))


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def secret_asserts(source: str) -> list[str]:
    """Functions that assert something and are not called so."""
    functions = [node for node in ast.walk(ast.parse(source)) if isinstance(node, Function)]
    return [node.name for node in functions if not NAMED.match(node.name) and any(map(is_claim, own_nodes(node)))]


def own_nodes(node: ast.AST) -> Iterator[ast.AST]:
    """What stands in a function itself and not in one inside it."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, Function | ast.ClassDef):
            yield child
            yield from own_nodes(child)


def is_claim(node: ast.AST) -> bool:
    return isinstance(node, ast.Assert) and not is_guard(node.test)


def is_guard(test: ast.expr) -> bool:
    """What only lets a helper go on: the kind of a value, or that a deed of the set-up was done (`assert await …`)."""
    if isinstance(test, ast.BoolOp):
        return isinstance(test.op, ast.And) and all(map(is_guard, test.values))
    if isinstance(test, ast.Compare):
        return isinstance(test.ops[0], ast.IsNot) and ast.unparse(test.comparators[0]) == "None"
    if isinstance(test, ast.Await):
        return isinstance(test.value, ast.Call)
    return isinstance(test, ast.Call) and name_of(test) == "isinstance"


def test_what_sleeps_is_a_clock_and_says_so() -> None:
    assert [f"{path}:{line}" for path, text in sources() if TESTS / path != POLLS for line in silent_sleeps(text)] == []


def test_helpers_that_assert_say_so_by_name() -> None:
    found = {f"{path}:{name}" for path, text in sources() for name in secret_asserts(text)}
    assert found == set()


@pytest.mark.parametrize(
    "line",
    ["await asyncio.sleep(1)", "time.sleep(1)  # a while", "await page.wait_for_timeout(1)", "sleep(0)  # clock:"],
)
def test_the_search_finds_a_silent_sleep(line: str) -> None:
    assert silent_sleeps(f"async def test_it():\n    {line}\n") == [2]


@pytest.mark.parametrize("line", ["await asyncio.sleep(1)  # clock: slow work", "await until(lambda: done)"])
def test_the_search_lets_clocks_and_polls_be(line: str) -> None:
    assert silent_sleeps(f"async def test_it():\n    {line}\n") == []


@pytest.mark.parametrize(
    "claim",
    ["answer.status == 200", "told", "video is None", "video is not None and video.seconds > 2", "await ask() == 1"],
)
@pytest.mark.parametrize("name", ["check", "_check", "expected", "contest_1"])
def test_the_search_finds_a_secret_assert(name: str, claim: str) -> None:
    assert secret_asserts(f"async def {name}():\n    assert {claim}\n") == [name]
    assert secret_asserts(f"class A:\n    @fixture\n    async def {name}(self):\n        assert {claim}\n") == [name]
    assert secret_asserts(f"async def test_it():\n    async def {name}():\n        assert {claim}\n") == [name]


@pytest.mark.parametrize(
    ("name", "claim"),
    [
        ("test_it", "told"),
        ("expect", "told"),
        ("expect_paid", "told"),
        ("_assert_paid", "told"),
        ("make", "video is not None"),
        ("make", "isinstance(event, Message) and event.text is not None"),
        ("make", "await start(order)"),
    ],
)
def test_the_search_lets_names_and_guards_be(name: str, claim: str) -> None:
    assert secret_asserts(f"async def {name}():\n    assert {claim}\n") == []
    assert secret_asserts(f"async def {name}():\n    async def expect_inner():\n        assert told\n") == []
