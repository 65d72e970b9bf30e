"""Days, years, decades and the clock in Russian, each in the case that its sentence asks for."""

import re

from workers.engines.speech.say_ru_context import PREPOSITIONS, asked_cases, noun_after, words_before
from workers.engines.speech.say_ru_forms import cardinal, ordinal, word_list
from workers.engines.speech.say_ru_units import HOUR, count_noun

MONTHS = word_list("января февраля марта апреля мая июня июля августа сентября октября ноября декабря")
_MONTH = "|".join(MONTHS)
_DAY = re.compile(rf"(?<![\d.,:])([0-3]?\d)(?:\s*(-|и|или|по|до)\s*([0-3]?\d))?\s*-?\s*({_MONTH})\b", re.I)
_DAY_YEAR = re.compile(
    rf"\b({_MONTH}),?\s+([12]\d{{3}})(?:\s*-?\s*(?:го|ого))?(?:\s*(?:г\.|г\b|года?\b)|(?![\d\w]))", re.I
)
_DATE = re.compile(r"(?<![\d.,:/])([0-3]?\d)([./])([01]?\d)(?:\2(\d{4}|\d\d))?(?![\d:])(?:\s*(?:г\.|года?\b))?", re.I)
_NOUN = r"(год(?:а|у|ом|е|ы|ов|ам|ами|ах)?(?!\w)|гг?\.)"
_MIDDLE = r"((?:учебн|календарн|финансов|бюджетн|юбилейн)\w+\s+)?"
_YEARS = re.compile(rf"(?<![\d.,])([12]\d{{3}})\s*([-/]|и|или)\s*([12]\d{{3}}|\d\d)\s*-?\s*{_MIDDLE}{_NOUN}", re.I)
_YEAR = re.compile(rf"(?<![\d.,])([12]\d{{3}})\s*-?\s*{_MIDDLE}{_NOUN}", re.I)
_BARE_YEAR = re.compile(r"(?<![\d.,:№])((?:19|20)\d\d)(?![\d%]|[.,:]\d|\s*[%$€₽°+/×-]|-?[а-яё])", re.I)
_CLOCK = re.compile(r"(?<![\d.,:])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])")
# 18.30 and 18-00 after a preposition; a hyphen before other minutes needs an end or a word of the day after it.
_APART = r"(?:\.|-(?=00)|-(?=[134][05]\s*(?:[,.!?]|$|до |и |утра|вечера)))"
_DOT_CLOCK = re.compile(
    rf"(?<=[а-яё] )([01]?\d|2[0-3]){_APART}([0-5]\d)(?![.,]?\d|\s*(?:[кс]?[гм]|л|%|млн|тыс)\b)", re.I
)
_DAY_CASES = {"g": "g", "d": "d", "a": "a", "i": "i", "p": "p", "gi": "i", "ap": "a", "ai": "a", "ad": "a"}
_YEAR_CASES = {"g": "g", "d": "d", "a": "n", "i": "i", "p": "p", "gi": "g", "ap": "p", "ai": "n", "ad": "n"}
_OWN_CASES = {"": "n", "а": "g", "у": "d", "ом": "i", "е": "p"}
_MANY_CASES = {"ы": "n", "ов": "g", "ам": "d", "ами": "i", "ах": "p"}
_ABBREVIATED = {
    "n": ("год", "годы"),
    "g": ("года", "годов"),
    "d": ("году", "годам"),
    "i": ("годом", "годами"),
    "p": ("году", "годах"),
}
_ADJECTIVE_ENDINGS = {"n": "ый ий", "g": "ого его", "d": "ому ему", "i": "ым им", "p": "ом ем"}
_ADJECTIVES = {end: case for case, ends in _ADJECTIVE_ENDINGS.items() for end in ends.split()}
_HOUR_BEFORE = re.compile(r"\d?\d[:.]\d\d\s*(?:и|или|-)\s*$")
_HOUR_WORDS = frozenset(word_list("в во к ко с со до от после около на между"))
_SEASON = re.compile(
    "(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)(?:ь|я|ю|ем|ём|е)$|(?:март|август)(?:|а|у|ом|е)$"
    "|ма(?:й|я|ю|ем|е)$|лет(?:о|а|у|ом)$|(?:зим|весн)(?:а|ы|е|у|ой)$|осен(?:ь|и|ью)$"
)
_YEAR_WORDS = frozenset(word_list("в во к ко до от с со после о об по"))
_CLOCK_CASES = {"gi": "g", "ap": "a", "ai": "a", "ad": "a", "": "n"}


def say_times(text: str) -> str:
    """With dates, years and the clock as words."""
    text = _DAY_YEAR.sub(lambda m: f"{m[1]} {ordinal(m[2], 'g')} года{_close_sentence(m)}", text)
    text = _DAY.sub(_say_days, text)
    text = _DATE.sub(_say_date, text)
    text = _YEARS.sub(_say_years, text)
    text = _YEAR.sub(_say_year, text)
    text = _CLOCK.sub(_say_clock, _DOT_CLOCK.sub(_say_dotted, text))
    return _BARE_YEAR.sub(_say_bare_year, text)


def _say_days(match: re.Match[str]) -> str:
    """К восьмому марта; с первого по пятое мая; alone it tells when: восьмого марта."""
    month = match[4].lower()
    if not 1 <= int(match[1]) <= 31:
        return match[0]
    case = _day_case(match)
    if match[3] is None:
        return f"{ordinal(match[1], case, 'n')} {month}"
    if match[2] in ("по", "до"):
        until = ordinal(match[3], "a" if match[2] == "по" else "g", "n")
        return f"{ordinal(match[1], 'g', 'n')} {match[2]} {until} {month}"
    return f"{ordinal(match[1], case, 'n')} {match[2]} {ordinal(match[3], case, 'n')} {month}"


def _day_case(match: re.Match[str]) -> str:
    cases = asked_cases(match.string, match.start())
    ahead = match.string[match.end() : match.end() + 20]
    if cases == "gi" and re.match(r"\s+(?:по|до|на)\s+\d", ahead):
        return "g"  # from, not with
    return _DAY_CASES.get(cases, "g")


def _say_date(match: re.Match[str]) -> str:
    day, month, year = int(match[1]), int(match[3]), match[4]
    whole = year or (len(match[3]) == 2 and match[2] == ".")
    if not (1 <= day <= 31 and 1 <= month <= 12 and whole):
        return match[0]
    tail = f" {ordinal(year if len(year) == 4 else 2000 + int(year), 'g')} года" if year else ""
    return f"{ordinal(day, _day_case(match), 'n')} {MONTHS[month - 1]}{tail}{_close_sentence(match)} "


def _say_year(match: re.Match[str]) -> str:
    noun = match[3].lower()
    middle = match[2] or ""
    if noun in ("г.", "гг."):
        case = _year_case(match)
        return f"{ordinal(match[1], case)} {middle}{_ABBREVIATED[case][0]}{_close_sentence(match)}"
    ending = noun.removeprefix("год")
    if ending in _MANY_CASES:
        case = _MANY_CASES[ending]
        plural = "p" if match[1].endswith("0") else "m"
        return f"{ordinal(match[1], case, plural)} {middle}{noun}"
    case = _where_or_whom(match) if ending == "у" else _OWN_CASES[ending]
    return f"{ordinal(match[1], case)} {middle}{noun}"


def _where_or_whom(match: re.Match[str]) -> str:
    """«Году» is both: в две тысячи двадцать седьмом году, к две тысячи двадцать седьмому году."""
    words = words_before(match.string, match.start())
    if words and words[0].endswith(("ому", "ему")):
        return "d"
    return "d" if PREPOSITIONS.get(next(iter(words), ""), "") in ("d", "ad") else "p"


def _year_case(match: re.Match[str]) -> str:
    """Of «г.»: by the preposition or the adjective before it; after a noun it is that year's."""
    words = words_before(match.string, match.start())
    if not words:
        return "n"
    if words[0] in PREPOSITIONS:
        return _YEAR_CASES[PREPOSITIONS[words[0]]]
    return _adjective_case(words[0]) or "g"


def _adjective_case(word: str) -> str:
    return next((case for end, case in _ADJECTIVES.items() if word.endswith(end) and len(word) > 3), "")


def _close_sentence(match: re.Match[str]) -> str:
    """The dot of «г.» ends the sentence too where a capital follows."""
    ahead = match.string[match.end() :].lstrip()
    return "." if match[0].endswith(".") and ahead[:1].isupper() else ""


def _say_years(match: re.Match[str]) -> str:
    noun, middle = match[5].lower(), match[4] or ""
    ending = noun.removeprefix("год")
    if noun in ("г.", "гг."):
        case = _year_case(match)
        said = _ABBREVIATED[case][1]
    else:
        case = _MANY_CASES.get(ending) or ("p" if ending == "у" else _OWN_CASES[ending])
        said = noun
    by = "-" if match[2] in "-/" else match[2]
    return f"{ordinal(match[1], case)} {by} {ordinal(match[3], case)} {middle}{said}"


def _say_bare_year(match: re.Match[str]) -> str:
    """В 2027, с Новым 2027: a year, unless things are counted."""
    words = words_before(match.string, match.start())
    noun = noun_after(match.string, match.end())
    if not words or noun.endswith(("ов", "ев", "ей", "лет", "раз", "ек", "ам", "ям", "ами", "ями", "ок", "роз")):
        return match[0]
    if words[0] in _YEAR_WORDS:
        return ordinal(match[1], _YEAR_CASES[PREPOSITIONS[words[0]]])
    if _SEASON.match(words[0]):
        return f"{ordinal(match[1], 'g')} года"
    new = words[0].startswith(("нов", "наступ", "прошедш", "уходящ", "прошл", "следующ"))
    return ordinal(match[1], _adjective_case(words[0]) or "n") if new else match[0]


def _say_clock(match: re.Match[str]) -> str:
    """С десяти часов до двенадцати тридцати; в восемнадцать тридцать."""
    hour, minute = int(match[1]), int(match[2])
    cases = asked_cases(match.string, match.start()) or _shared_cases(match)
    case = _CLOCK_CASES.get(cases, cases)
    if not minute:
        return f"{cardinal(hour, case)} {count_noun(hour, HOUR, case)}"
    return f"{cardinal(hour, case)} {'ноль ' if minute < 10 else ''}{cardinal(minute, case)}"


def _say_dotted(match: re.Match[str]) -> str:
    """В 10.00 is the hour, 10.00 alone a number."""
    words = words_before(match.string, match.start())
    return _say_clock(match) if words and words[0] in _HOUR_WORDS else match[0]


def _shared_cases(match: re.Match[str]) -> str:
    """Между 10:00 и 12:00: the second hour stands as the first."""
    found = _HOUR_BEFORE.search(match.string[: match.start()])
    return asked_cases(match.string, found.start()) if found else ""
