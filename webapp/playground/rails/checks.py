"""The result of an official list of cases, line by line."""

from dataclasses import dataclass, field

from webapp.playground.rails.postman import Trace
from webapp.playground.shapes import Json


@dataclass
class Checklist:
    """Lines `{name, expected, got, passed}`; what was said is in `trace`."""

    trace: Trace = field(default_factory=Trace)
    lines: list[Json] = field(default_factory=list)

    def add(self, name: str, expected: object, got: object, passed: bool | None = None) -> None:
        verdict = expected == got if passed is None else passed
        self.lines.append({"name": name, "expected": expected, "got": got, "passed": verdict})

    def told(self) -> Json:
        return {
            "ok": bool(self.lines) and all(line["passed"] for line in self.lines),
            "lines": self.lines,
            "steps": self.trace.steps,
            "warnings": self.trace.warnings,
        }
