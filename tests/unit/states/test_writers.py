"""A state is written where its table stands and nowhere else: the sources are read for any other hand."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
OURS = ("bot", "db", "handlers", "webapp", "workers", "admin")
MODELS = {"Video", "Order", "PaymentAttempt", "Refund", "Delivery", "Poster", "FaceQuiz"}
TABLES = "videos|orders|payment_attempts|refunds|deliveries|posters|face_quiz_results"
RAW = re.compile(rf"\bUPDATE\s+({TABLES})\b.*\bSET\b.*\bstatus\b", re.IGNORECASE | re.DOTALL)
Function = ast.FunctionDef | ast.AsyncFunctionDef


def state_writes(source: str) -> list[int]:
    """Lines that write a state of one of the models past its function."""
    tree = ast.parse(source)
    found = {node.lineno for node in ast.walk(tree) if isinstance(node, ast.Constant) and is_raw_write(node)}
    if not knows_models(tree):
        return sorted(found)
    for scope in scopes(tree):
        found |= {node.lineno for node in ast.walk(scope) if writes_state(node, scope)}
    return sorted(found)


def is_raw_write(node: ast.Constant) -> bool:
    return isinstance(node.value, str) and RAW.search(node.value) is not None


def knows_models(tree: ast.Module) -> bool:
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    return any(name.name in MODELS for node in imports for name in node.names)


def scopes(tree: ast.Module) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def writes_state(node: ast.AST, scope: Function) -> bool:
    if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        return any(isinstance(target, ast.Attribute) and target.attr == "status" for target in targets)
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    if node.func.attr in ("save", "bulk_update"):
        return names_status(node)
    if node.func.attr not in ("update", "update_from_dict", "update_or_create"):
        return False
    if not (queried(node.func.value, scope) & MODELS or node.func.attr != "update"):
        return False  # a dict's own, or another noun's
    spread = any(keyword.arg is None for keyword in node.keywords)
    return any(keyword.arg == "status" for keyword in node.keywords) or (spread and names_status(scope))


def names_status(node: ast.AST) -> bool:
    """Whether the column is named as text, as in `columns["status"]`."""
    return any(isinstance(inner, ast.Constant) and inner.value == "status" for inner in ast.walk(node))


def queried(value: ast.expr, scope: Function) -> set[str]:
    """The names a chain of calls begins with; where that is a variable, those of what it was set to."""
    while isinstance(value, ast.Call | ast.Attribute | ast.Await):
        value = value.func if isinstance(value, ast.Call) else value.value
    if not isinstance(value, ast.Name):
        return set()
    if value.id in MODELS:
        return {value.id}
    assigned = [node.value for node in ast.walk(scope) if isinstance(node, ast.Assign) and sets_name(node, value.id)]
    return {value.id}.union(*(root_names(source) for source in assigned))


def sets_name(node: ast.Assign, name: str) -> bool:
    return any(isinstance(target, ast.Name) and target.id == name for target in node.targets)


def root_names(value: ast.expr) -> set[str]:
    return {node.id for node in ast.walk(value) if isinstance(node, ast.Name)}


def test_a_state_is_written_only_beside_its_table() -> None:
    places = [path for folder in OURS for path in sorted((ROOT / folder).rglob("*.py"))]
    outside = [path for path in places if path.parent != ROOT / "bot" / "states"]
    assert len(outside) > 300
    writes = {path: state_writes(path.read_text(encoding="utf-8")) for path in outside}
    found = [f"{path.relative_to(ROOT)}:{line}" for path, lines in writes.items() for line in lines]
    assert found == []


HEAD = "from db.videos import Video\nasync def f(video):\n    "


@pytest.mark.parametrize(
    "line",
    [
        "await Video.filter(id=video.id).exclude(code='').update(status=1)",
        "here = Video.filter(id=video.id)\n    await here.update(failure='', status=1)",
        "columns = {'status': 1}\n    await Video.filter(id=video.id).update(**columns)",
        "video.status = 1",
        "await video.save(update_fields=['status'])",
        "await run('UPDATE videos SET failure = $1, status = $2')",
    ],
)
def test_the_search_finds_a_hand_that_writes_a_state(line: str) -> None:
    assert len(state_writes(HEAD + line)) == 1


@pytest.mark.parametrize(
    "line",
    [
        "await Video.filter(status=1).update(failure='')",
        "await Video.create(status=1)",
        "await Review.filter(id=1).update(status=1)",
        "status = video.status",
        "await run('SELECT status FROM videos')",
    ],
)
def test_the_search_lets_others_be(line: str) -> None:
    assert state_writes(HEAD + line) == []
