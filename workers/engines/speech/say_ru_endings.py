"""Russian numbers with the ending of their word written to them: 1-ая, 2-х, 5-ти, 90-е."""

import re
from collections.abc import Sequence

from workers.engines.speech.say_ru_context import Around, choose_form, look_around
from workers.engines.speech.say_ru_forms import Form, all_forms, ordinal, word_list
from workers.engines.speech.say_ru_time import MONTHS

_ENDING = re.compile(
    r"(?<![\d.,])(?P<first>\d+\s?-\s?)?(?P<number>\d+)(?:-\s?(?P<ending>[а-яё]{1,3})|(?P<close>[йяеёхюи]|[а-яё]{2,3}))"
    r"(?![а-яё-])",
    re.I,
)
_JOINED_UNITS = frozenset(
    word_list("м г л ч с к кг км см мм мл мин сек лет раз час год дня дом сум руб тыс млн шт чел")
)
_WHOLE_WORDS = {"раз", "лет", "год", "дня", "дом", "час"}
_CLASSES = frozenset("АБВГД")  # 5-А is a class of a school
_OTHER_SPELLINGS = {"ей": "ой", "ий": "ой", "ый": "ой", "ых": "их", "ым": "им", "ого": "его", "ому": "ему", "ое": "ье"}
_ENDINGS_OF_MANY = {"х", "ти", "и", "мя", "ью", "ми", "ка", "ро", "ух", "ёх", "ех"}
_DECADE_CASES = {"е": "n", "ые": "n", "х": "g", "ых": "g", "ми": "i", "ыми": "i"}
_RARE = ("which", "p")
_DAY = "число"  # what a month's number stands for
# An ending that is no word of its own was torn off by mistake: 7 го ноября.
_APART = re.compile(r"(?<=\d) (?=(?:го|му|ый|ая|ое|ого|ому|ой|ую|ые|ых|ым)(?!\w))")


def say_endings(text: str) -> str:
    """1-ая, 2-х, 5-ти, 90-е: the form of the number that ends so and suits its place."""
    return _ENDING.sub(_say_ending, _APART.sub("-", text))


def _say_ending(match: re.Match[str]) -> str:
    ending = (match["ending"] or match["close"]).lower()
    if ending in _WHOLE_WORDS or (match["close"] and ending in _JOINED_UNITS) or match["ending"] in _CLASSES:
        return match[0]
    around = _ending_context(match)
    said = [_form_ending_so(number, ending, around) for number in _numbers_of(match)]
    return "-".join(said) if all(said) else match[0]


def _numbers_of(match: re.Match[str]) -> list[str]:
    """5–6-ти and 80–90-х have one ending for two numbers."""
    first = (match["first"] or "").rstrip(" -")
    return [first, match["number"]] if first else [match["number"]]


def _form_ending_so(number: str, ending: str, around: Around) -> str:
    if decade := _decade(number, ending, around):
        return ordinal(number, decade, "p")
    forms = all_forms(number)
    for tail in (ending, _OTHER_SPELLINGS.get(ending, ending), ending[-2:], ending[-1:]):
        fitting = [form for form in forms if form.text.replace("ё", "е").endswith(tail.replace("ё", "е"))]
        if fitting:
            return choose_form(_prefer(fitting, tail), int(number), around)
    return ""


def _prefer(forms: Sequence[Form], tail: str) -> list[Form]:
    """Cardinals before ordinals where the ending is theirs: двух, пяти, двумя. Ordinals are rarely many."""
    many_first = tail in _ENDINGS_OF_MANY
    return sorted(forms, key=lambda form: ((form.kind, form.gender) == _RARE, (form.kind == "which") == many_first))


def _decade(number: str, ending: str, around: Around) -> str:
    """The case of девяностые; "" where it is none: 20-е число is one day."""
    single = ending == "е" and around.noun.endswith(("о", "е"))
    if not number.endswith("0") or len(number) < 2 or number == "10" or single or around.noun == _DAY:
        return ""
    return _DECADE_CASES.get(ending, "")


def _ending_context(match: re.Match[str]) -> Around:
    around = look_around(match)
    return Around(around.cases, _DAY) if around.noun in MONTHS else around
