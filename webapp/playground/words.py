"""Words of the chat page in the language of the chosen person, from `playground.ftl`."""

import re
from functools import lru_cache

from bot.i18n import LOCALES_DIR, text

KEY = re.compile(r"^(playground-[a-z-]+)\s*=", re.M)


@lru_cache
def page_words(language: str) -> dict[str, str]:
    """Every text of the page by its key without the prefix. Raises MissingText for a missing one."""
    keys = KEY.findall((LOCALES_DIR / "en" / "playground.ftl").read_text("utf-8"))
    return {key.removeprefix("playground-"): text(language, key) for key in keys}
