"""What a greeting can be for, in the order people are offered it; the name is the Fluent text `occasion-<id>`."""

OCCASIONS = {
    "birthday": "🎂",
    "wedding": "💍",
    "newborn": "👶",
    "graduation": "🎓",
    "new_year": "🎄",
    "navruz": "🌷",
    "eid": "🌙",
    "womens_day": "💐",
    "get_well": "🍵",
    "just_because": "💛",
}


def occasion_emoji(occasion: str) -> str:
    """The picture beside an occasion's name; a spark for one that is no longer offered."""
    return OCCASIONS.get(occasion, "✨")
