"""Whether a recipient's name can be spoken and shown: letters in it, no numbers, links or insults."""

import re
import unicodedata
from collections.abc import Iterator

from bot.words.filters.canonical import clean_text, split_words
from bot.words.filters.matcher import find_plain_hits
from bot.words.filters.personal import find_personal
from bot.words.filters.verdicts import Reason
from bot.words.filters.words import letters_reason, rule_reasons, with_fragment
from bot.words.letters import drawn_form, has_sound, strange_letters

MAX_NAME = 60
_STRANGE = re.compile(r"[<>{}\[\]\\/|=_^~*#$%@+]")


def tidy_name(name: str) -> str:
    """The name as it will be spoken and shown: single spaces, plain letters, no emoji, no invisible characters."""
    kept = (_keep_letter(letter) for letter in drawn_form(name))
    return " ".join("".join(kept).split()).strip(" ,;:")


def _keep_letter(letter: str) -> str:
    category = unicodedata.category(letter)
    if category == "Cf":
        return ""
    return letter if category[0] in "LNP" or category in ("Mn", "Mc", "Sk") else " "


def name_reasons(name: str) -> Iterator[Reason]:
    """Everything that stands against a name, the plainest first."""
    stripped = name.strip()
    if not stripped:
        yield Reason("moderation-name-empty", {}, "name")
        return
    if len(stripped) > MAX_NAME:
        yield Reason("moderation-name-long", {"length": len(stripped), "limit": MAX_NAME}, "name")
        return
    clean = clean_text(stripped)
    personal = next(iter(find_personal(clean.text)), None)
    if personal:
        yield with_fragment(Reason("moderation-name-link", {}, "name"), clean, (personal.start, personal.end))
    elif any(letter.isdigit() for letter in clean.text):
        yield Reason("moderation-name-digits", {}, "name", stripped)
    elif not has_sound(stripped):
        yield Reason("moderation-name-letters", {}, "name", stripped)
    elif _STRANGE.search(clean.text):
        yield Reason("moderation-name-signs", {}, "name", stripped)
    elif strange := strange_letters(stripped):
        yield letters_reason("moderation-name-strange", strange, "name")
    tokens = split_words(clean.text)
    yield from rule_reasons(clean, tokens, find_plain_hits(tokens))
