"""The way of a greeting as a person sees it: steps behind, the step at hand, steps ahead."""

from dataclasses import dataclass

from bot.i18n import text
from db.videos import Video

_ORDER = ("review", "payment", "queue", "voice", "video", "approval", "sending")


@dataclass(frozen=True)
class Step:
    """`state` is done, now or ahead."""

    stage: str
    words: str
    state: str


def list_steps(video: Video, stage: str, is_paid: bool, language: str) -> list[Step]:
    """Steps of this greeting: a review, a payment and the artist's look only where they belong to it."""
    optional = {
        "review": bool(video.categories) or stage == "review",
        "payment": is_paid,
        "approval": bool(video.artist.asks_approval),
    }
    names = [name for name in _ORDER if optional.get(name, True)]
    at = names.index(stage) if stage in names else len(names)
    states = ["done" if place < at else "now" if place == at else "ahead" for place in range(len(names))]
    return [
        Step(name, text(language, f"miniapp-step-{name}"), state) for name, state in zip(names, states, strict=True)
    ]
