"""Measures and money in Russian: the sign becomes a noun in the case that is asked."""

import re
from functools import partial

from num2words import num2words

from workers.engines.speech.say_ru_context import asked_cases
from workers.engines.speech.say_ru_forms import cardinal, counted

# What follows the stem: singular n g d a i p, then plural n g d a i p.
_HARD = ("", "а", "у", "", "ом", "е", "ы", "ов", "ам", "ы", "ами", "ах")
_SOFT = ("ь", "я", "ю", "ь", "ём", "е", "и", "ей", "ям", "и", "ями", "ях")
_SHE = ("а", "ы", "е", "у", "ой", "е", "ы", "", "ам", "ы", "ами", "ах")
_SHE_SOFT = ("а", "и", "е", "у", "ей", "е", "и", "", "ам", "и", "ами", "ах")
_STIFF = ("",) * 12
_PEOPLE = ("", "а", "у", "а", "ом", "е", "", "", "ам", "", "ами", "ах")
Noun = tuple[str, tuple[str, ...], str]
HOUR: Noun = ("час", _HARD, "m")
_UNITS: dict[str, Noun] = {
    "%": ("процент", _HARD, "m"),
    r"₽|руб(?:\.|(?!\w))|р\.": ("рубл", _SOFT, "m"),
    r"\$": ("доллар", _HARD, "m"),
    "€": ("евро", _STIFF, "m"),
    "£": ("фунт", _HARD, "m"),
    r"сум(?!\w)": ("сум", _HARD, "m"),
    r"кг(?:\.|(?!\w))": ("килограмм", _HARD, "m"),
    r"км(?:\.|(?!\w))": ("километр", _HARD, "m"),
    r"см(?:\.|(?!\w))": ("сантиметр", _HARD, "m"),
    r"мм(?!\w)": ("миллиметр", _HARD, "m"),
    r"мл(?!\w)": ("миллилитр", _HARD, "m"),
    r"°\s?[CС]?(?!\w)": ("градус", _HARD, "m"),
    r"тыс(?:\.|(?!\w))": ("тысяч", _SHE_SOFT, "f"),
    r"млн(?:\.|(?!\w))": ("миллион", _HARD, "m"),
    r"млрд(?:\.|(?!\w))": ("миллиард", _HARD, "m"),
    r"мин(?:\.|(?!\w))": ("минут", _SHE, "f"),
    r"сек(?:\.|(?!\w))": ("секунд", _SHE, "f"),
    r"шт(?:\.|(?!\w))": ("штук", _SHE_SOFT, "f"),
    r"чел(?:\.|(?!\w))": ("человек", _PEOPLE, "m"),
    r"л(?!\w)": ("литр", _HARD, "m"),
    r"м(?!\w)": ("метр", _HARD, "m"),
    r"г(?![\w.])": ("грамм", _HARD, "m"),
    r"ч(?:\.|(?!\w))": HOUR,
}
_AMOUNT = r"(?<![\d.,])(?:(?P<first>\d+)(?P<by>\s?-\s?|\s+(?:и|или)\s+))?(?P<amount>\d+(?:[.,]\d+)?)"
_RULES = [(re.compile(rf"{_AMOUNT}\s*(?:{sign})", re.I), noun) for sign, noun in _UNITS.items()]
_SIGN_FIRST = [(re.compile(rf"{sign}\s?{_AMOUNT}"), _UNITS[sign]) for sign in (r"\$", "€", "£")]
_LEFT = {
    r"\bруб\.": "рублей",
    r"\bтыс\.": "тысяч",
    r"\bмлн\b\.?": "миллионов",
    r"\bмлрд\b\.?": "миллиардов",
    r"\b(тысяч\w*|миллион\w*|миллиард\w*)\s+сум\b": r"\1 сумов",
}
_PLACES = {"километр", "метр", "сантиметр", "градус", "процент"}


def say_units(text: str) -> str:
    """With `5 кг` and `$5` as words: до пяти килограммов, пять долларов."""
    for pattern, noun in (*_RULES, *_SIGN_FIRST):
        text = pattern.sub(partial(_say_amount, noun), text)
    for short, full in _LEFT.items():
        text = re.sub(short, full, text)
    return text


def count_noun(number: int, noun: Noun, case: str) -> str:
    """The noun as this number of it stands in a case: минута, две минуты, пятью минутами."""
    stem, endings, _ = noun
    form = counted(number)
    if form == "one":
        return stem + endings["ngdaip".index(case)]
    if case in "na":
        return stem + endings[1 if form == "few" else 7]
    return stem + endings[6 + "ngdaip".index(case)]


def say_decimal(number: str, case: str = "n", gender: str = "m") -> str:
    """Полтора, два с половиной, три целых семь десятых."""
    whole, _, part = re.sub(r"[.,]", ".", number).partition(".")
    part = part.rstrip("0")
    if part == "5":
        return _say_halves(int(whole), case, gender)
    if not part or len(part) > 3 or len(whole) > 9:
        return " ".join(map(cardinal, filter(None, [whole, part])))
    return str(num2words(f"{int(whole)}.{part}", lang="ru"))


def _say_halves(whole: int, case: str, gender: str) -> str:
    if whole == 1:
        return ("полторы" if gender == "f" else "полтора") if case in "na" else "полутора"
    return f"{cardinal(whole, case, gender)} с половиной" if whole else "половина" if case in "na" else "половины"


def _say_amount(noun: Noun, match: re.Match[str]) -> str:
    case = _asked_case(match, noun[0])
    first = f"{cardinal(match['first'], case, noun[2])}{match['by']}" if match["first"] else ""
    amount = match["amount"]
    said = _count_decimal(amount, noun, case) if not amount.isdigit() else _count_whole(amount, noun, case)
    return f" {first}{said} "


def _count_whole(amount: str, noun: Noun, case: str) -> str:
    return f"{cardinal(amount, case, noun[2])} {count_noun(int(amount[-2:]), noun, case)}"


def _count_decimal(amount: str, noun: Noun, case: str) -> str:
    """Полтора литра, двух с половиной литров; after tenths the genitive: две целых семь десятых литра."""
    said = say_decimal(amount, case, noun[2])
    one_of_it = "цел" in said or case in "na"
    return f"{said} {count_noun(2 if one_of_it else 5, noun, 'n' if one_of_it else case)}"


def _asked_case(match: re.Match[str], stem: str) -> str:
    """«В» asks where for a distance and when or how much for the rest."""
    cases = asked_cases(match.string, match.start())
    if cases == "ap":
        return "p" if stem in _PLACES and re.search(r"\bв\s+$", match.string[: match.start()], re.I) else "a"
    return cases[:1] or "n"
