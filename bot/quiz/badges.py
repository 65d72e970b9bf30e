"""What a percent is called: seven badges, from a distant star to a twin."""

from bot.i18n import text_key

# The least percent that earns a badge. From 90 on the engine takes two photos for one person (see
# workers/engines/face/likeness.py); below that, each step is rarer among strangers than the one before.
BADGES = {
    "distant_star": 0.0,
    "passer_by": 30.0,
    "acquaintance": 45.0,
    "cousin": 60.0,
    "lookalike": 70.0,
    "sibling": 80.0,
    "twin": 90.0,
}


def badge_of(percent: float) -> str:
    """The badge of a likeness in percent; its name is the text `quiz-badge-<id>`, underscores as hyphens."""
    return [badge for badge, least in BADGES.items() if percent >= least or not least][-1]


def badge_key(badge: str) -> str:
    """The key of a badge's name."""
    return text_key("quiz-badge", badge)
