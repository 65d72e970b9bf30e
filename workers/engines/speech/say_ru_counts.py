"""Russian numbers with something written to them: an ending, the rest of a word, or a noun that they count."""

import re
from collections.abc import Sequence

from workers.engines.speech.say_ru_context import Around, choose_form, look_around
from workers.engines.speech.say_ru_forms import (
    Form,
    all_forms,
    cardinal,
    counted,
    head_of_word,
    many_forms,
    ordinal,
    which_forms,
    word_list,
)
from workers.engines.speech.say_ru_time import MONTHS
from workers.engines.speech.say_ru_units import say_decimal

# Words that begin with a number, however they are joined to it; `часов` alone is a noun.
_REST = (
    "лет(?:и[еюяйи]|н|к)|кратн|этаж[нк]|минутн|секундн|дневн|недельн|месячн|комнатн|местн|процентн|зв[её]здочн|зв[её]здн|"
    "тысячн|миллионн|градусн|метров(?=[ыоаух])|литров(?=[ыоаух])|килограммов(?=[ыоаух])|километров(?=[ыоаух])|"
    "часов(?=[ыоаух])|рубл[её]в|долларов(?=[ыоаух])|значн|серийн|томн|сторонн|угольн|колёсн|дверн|ядерн|слойн|цветн|"
    "гранн|язычн|полосн|страничн|классник|классниц|годичн|годовал|вековой|ступенчат|ярусн|уровнев|разов|балльн|"
    "борь|тонн(?=[ыоаи][йгмея])|мерн|палубн|струнн"
)
_SPLIT_REST = re.compile(
    rf"(?<![\d.,])(?:(\d+)\s?-\s?)?(\d+)(\s*-?\s*)(?:(?:ти|и|х|ми)\s*-?\s*)?((?:{_REST})[а-яё]*)", re.I
)
# 5 летних дней are five: only a singular after the blank makes one word of the two.
_ONE_WORD = re.compile(r"лет(?:и[еюя]|к)|(?:ый|ий|ой|ая|яя|ое|ее|ого|его|ому|ему|ым|им|ом|ем|ую|юю)$", re.I)
_JOINED_REST = re.compile(
    r"(?<![\d.,])(\d+)-(?:(?:ти|х|ми)-?)?([а-яё]{3,}(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ом|ем|ую|юю|ых|их|ыми|ими))\b",
    re.I,
)
_PERCENT_REST = re.compile(r"(?<![\d.,])(\d+)\s*%\s*-?\s*(?:процент)?(н[а-яё]+)", re.I)
_HALF_REST = re.compile(rf"(?<!\d)1[.,]5\s*-?\s*((?:{_REST})[а-яё]*)", re.I)
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
_FRACTION = re.compile(r"(?<![\d/.,])(\d+)\s?/\s?(\d+)(?![\d/])")
_PARTS = {2: ("вторая", "вторых"), 3: ("треть", "трети"), 4: ("четверть", "четверти")}
_CLASS = re.compile(r"(?<=\d)-(?=[АБВГД]\b)")
_FROM_TO = re.compile(r"(\d+)\s*(по|до|-)\s*(\d+)(?=\s+(?:класс|курс|этаж|тур|сезон|раунд))", re.I)
_IN_ONE = re.compile(r"(?<=\d) в 1\b(?!\s*[а-яё\d])", re.I)
_NUMBER = re.compile(r"(\d+)(?:[.,](\d+))?(?:(\s?-\s?|\s+(?:и|или)\s+)(\d+)(?![.,]?\d))?")
# What is numbered rather than counted: the singular after 5 and more says so.
_NUMBERED = re.compile(
    r"(?:класс|этаж|курс|сезон|юбиле|тур|раунд|этап|урок|маршрут|кабинет|вагон|подъезд|век|том|квартал)(?:|а|у|ом|е|й|я|ю|ем)$"
    r"|(?:мест|числ)(?:о|а|у|ом|е)$|год(?:у|ом|е)$|д(?:ень|ня|ню|нём|нем|не)$|ряд(?:|у|ом|е)$"
    r"|(?:школ|групп|глав|годовщин|квартир|страниц|палат|комнат)(?:а|у|ой|е)$|(?:сери|част)(?:я|ю|ь|ью)$"
)
_FIRST = re.compile("класс|мест|курс|этаж|тур|век")
_ADDRESSED = re.compile(r"(?:номер|квартира|дом|кабинет|палата|автобус|маршрут)\s+$", re.I)


def say_words(text: str) -> str:
    """С 25-летием, 1,5-годовалый, 100%-ный: the number heads the word."""
    text = _PERCENT_REST.sub(lambda m: f"{head_of_word(m[1])}процент{m[2]}", text)
    text = _HALF_REST.sub(lambda m: f"полутора{m[1]}", text)
    text = _SPLIT_REST.sub(_say_split, text)
    return _JOINED_REST.sub(lambda m: _join_word(m[1], m[2]), text)


def _say_split(match: re.Match[str]) -> str:
    """20–30-летний has two heads; and what follows a blank may be a word of its own."""
    apart = match[3].isspace() and (match[2].endswith("1") or not _ONE_WORD.search(match[4]))
    first = f"{head_of_word(match[1])}-" if match[1] else ""
    return match[0] if apart else first + _join_word(match[2], match[4])


def _join_word(number: str, rest: str) -> str:
    return head_of_word(number) + rest.lower()


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
