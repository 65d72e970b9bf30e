"""The house stays walkable: small rooms, no import that hides in a function, and a map that is true."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[3]
OURS = ("bot", "db", "handlers", "webapp", "workers", "admin")
LOOKS_UP = ROOT / "bot" / "__main__.py"  # the one file that starts every part
MOST_FILES = 14
README = (ROOT / "README.md").read_text(encoding="utf-8")


def sources() -> Iterator[Path]:
    for folder in OURS:
        yield from sorted((ROOT / folder).rglob("*.py"))


def inner_imports(source: str) -> list[int]:
    """Lines on which a function imports a module of ours."""
    tree = ast.parse(source)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    found = {node.lineno for function in functions for node in ast.walk(function) if is_ours(node)}
    return sorted(found)


def is_ours(node: ast.AST) -> bool:
    if isinstance(node, ast.ImportFrom):
        return node.level > 0 or (node.module or "").split(".")[0] in OURS
    return isinstance(node, ast.Import) and any(name.name.split(".")[0] in OURS for name in node.names)


def test_no_import_of_ours_hides_in_a_function() -> None:
    hidden = {
        f"{path.relative_to(ROOT)}:{line}"
        for path in sources()
        if path != LOOKS_UP
        for line in inner_imports(path.read_text(encoding="utf-8"))
    }
    assert hidden == set()


def test_the_search_for_hidden_imports_finds_one() -> None:
    assert inner_imports("import os\nasync def f():\n    import re\n    from bot.work import CLASS_OF_JOB\n") == [4]
    assert inner_imports("from bot.work import CLASS_OF_JOB\n") == []


def test_no_room_of_bot_holds_more_files_than_one_reads_at_a_glance() -> None:
    rooms = [ROOT / "bot", *(path for path in (ROOT / "bot").rglob("*") if path.is_dir())]
    counts = {str(room.relative_to(ROOT)): files_in(room) for room in rooms if room.name != "__pycache__"}
    assert len(counts) > 20
    assert {room: count for room, count in counts.items() if count > MOST_FILES} == {}


def files_in(room: Path) -> int:
    return sum(path.is_file() for path in room.iterdir())


def test_every_room_says_what_it_is_for() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in sources()
        if path.name == "__init__.py" and "migrations" not in path.parts
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_the_map_names_every_room_of_bot_and_none_that_is_not() -> None:
    rooms = {path.name for path in (ROOT / "bot").iterdir() if (path / "__init__.py").exists()}
    named = set(re.findall(r"^\| `bot/(\w+)/` ", README, re.MULTILINE))
    assert named == rooms


def test_every_file_that_the_readme_names_is_there() -> None:
    named = re.findall(r"`([\w./<>*-]+/[\w./<>*-]*)(?::[^`]*)?`", README)
    places = [name for name in named if name.split("/")[0] in (*OURS, "tests", "locales", "docker")]
    assert len(places) > 40
    assert [name for name in places if not list(ROOT.glob(as_pattern(name)))] == []


def as_pattern(name: str) -> str:
    return re.sub(r"<\w+>", "*", name).rstrip("/")
