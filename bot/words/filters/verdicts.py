"""What the filter says about a text: limits in, a judgement with reasons out."""

from dataclasses import dataclass, field
from typing import Any, Literal

Verdict = Literal["pass", "review", "blocked"]


@dataclass(frozen=True)
class Limits:
    """What one artist allows: topic ids (or plain words) and the longest greeting in seconds."""

    whitelist: tuple[str, ...] = ()
    blacklist: tuple[str, ...] = ()
    max_seconds: int = 60


@dataclass(frozen=True)
class Reason:
    """Why a text did not pass.

    `key` and `values` make a Fluent text a person understands; `fragment` is the piece of their own text
    that is meant, "" where the whole text is; `verdict` is what this reason alone would lead to.
    """

    key: str
    values: dict[str, Any] = field(hash=False)
    category: str
    fragment: str = ""
    verdict: Verdict = "blocked"


@dataclass(frozen=True)
class Judgement:
    """The verdict on a text; `seconds` is the estimated length of its speech."""

    verdict: Verdict
    categories: tuple[str, ...]
    reasons: tuple[Reason, ...]
    language: str
    rules_version: str
    seconds: float


def settle_verdict(reasons: tuple[Reason, ...]) -> Verdict:
    """The gravest verdict among the reasons; "pass" when there is none."""
    verdicts = {reason.verdict for reason in reasons}
    return "blocked" if "blocked" in verdicts else "review" if "review" in verdicts else "pass"
