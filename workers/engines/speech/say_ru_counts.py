"""Russian numbers that count or number things, in the case that a preposition or the noun asks for."""

import re

from workers.engines.speech.say_ru_context import Around, choose_form, look_around
from workers.engines.speech.say_ru_forms import cardinal, counted, many_forms, ordinal, which_forms
from workers.engines.speech.say_ru_units import say_decimal

_FRACTION = re.compile(r"(?<![\d/.,])(\d+)\s?/\s?(\d+)(?![\d/])")
_PARTS = {2: ("вторая", "вторых"), 3: ("треть", "трети"), 4: ("четверть", "четверти")}
_CLASS = re.compile(r"(?<=\d)-(?=[АБВГД]\b)")
_FROM_TO = re.compile(r"(\d+)\s*(по|до|-)\s*(\d+)(?=\s+(?:класс|курс|этаж|тур|сезон|раунд))", re.I)
_IN_ONE = re.compile(r"(?<=\d) в 1\b(?!\s*[а-яё\d])", re.I)
_NUMBER = re.compile(r"(\d+)(?:[.,](\d+))?(?:(\s?-\s?|\s+(?:и|или)\s+)(\d+)(?![.,]?\d))?")
# What is numbered rather than counted: the singular after 5 and more says so.
_NUMBERED = re.compile(
    r"(?:класс|этаж|курс|сезон|юбиле|тур|раунд|этап|урок|маршрут|кабинет|вагон|подъезд|век|том|квартал)"
    r"(?:|а|у|ом|е|й|я|ю|ем)$"
    r"|(?:мест|числ)(?:о|а|у|ом|е)$|год(?:у|ом|е)$|д(?:ень|ня|ню|нём|нем|не)$|ряд(?:|у|ом|е)$"
    r"|(?:школ|групп|глав|годовщин|квартир|страниц|палат|комнат)(?:а|у|ой|е)$|(?:сери|част)(?:я|ю|ь|ью)$"
)
_FIRST = re.compile("класс|мест|курс|этаж|тур|век")
_ADDRESSED = re.compile(r"(?:номер|квартира|дом|кабинет|палата|автобус|маршрут)\s+$", re.I)


def say_numbers(text: str) -> str:
    """Every number that is left, in the case of its preposition and its noun."""
    text = _FROM_TO.sub(_say_from_to, _CLASS.sub(" ", text))
    text = _FRACTION.sub(_say_fraction, _IN_ONE.sub(" в одном", text))
    return _NUMBER.sub(_say_number, text)


def _say_from_to(match: re.Match[str]) -> str:
    """С первого по одиннадцатый класс; первый-четвёртый классы."""
    if match[2] == "-":
        return f"{ordinal(match[1])}-{ordinal(match[3])}"
    return f"{ordinal(match[1], 'g')} {match[2]} {ordinal(match[3], 'a' if match[2] == 'по' else 'g')}"


def _say_fraction(match: re.Match[str]) -> str:
    part, whole = int(match[1][:9]), int(match[2][:9])
    if not 0 < part < whole <= 100:
        return f"{match[1]} {match[2]}"
    one, many = _PARTS.get(whole, (ordinal(whole, "n", "f"), ordinal(whole, "g", "p")))
    return f"{cardinal(part, 'n', 'f')} {one if part == 1 else many}"


def _say_number(match: re.Match[str]) -> str:
    around = look_around(match)
    if match[2] and match[4] is None:
        gender = "f" if around.noun.endswith(("ы", "и")) else "m"
        return f" {say_decimal(f'{match[1]}.{match[2]}', around.cases[:1] or 'n', gender)} "
    if match[2]:
        return f" {say_decimal(f'{match[1]}.{match[2]}')} {match[3].strip()} {cardinal(match[4])} "
    if match[4]:
        by = "-" if "-" in match[3] else f" {match[3].strip()} "
        return f" {_say_count(match[1], around, match)}{by}{_say_count(match[4], around, match)} "
    return f" {_say_count(match[1], around, match)} "


def _say_count(digits: str, around: Around, match: re.Match[str]) -> str:
    """Пять детей, пятью детьми; and пятый класс, в пятом классе."""
    if len(digits) > 15 or digits.startswith("0") or _ADDRESSED.search(match.string[: match.start()]):
        return cardinal(digits)
    number = int(digits)
    return choose_form((which_forms if _is_numbered(number, around) else many_forms)(digits), number, around)


def _is_numbered(number: int, around: Around) -> bool:
    """Whether the noun's singular says that one of many is meant, not so many."""
    if not _NUMBERED.match(around.noun):
        return False
    counts = counted(number)
    if counts == "few":
        return not around.noun.endswith(("а", "я")) or around.cases in ("g", "d", "i", "p")
    return counts == "many" or bool(_FIRST.match(around.noun))
