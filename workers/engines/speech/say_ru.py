"""Russian → Cyrillic words for the voice."""

import re
from collections.abc import Callable

from alifbo import to_cyrillic
from num2words import num2words

_GENITIVES = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
_MONTHS = _GENITIVES.split("|")
_NEEDS = {"с": "i", "со": "i", "к": "d", "ко": "d", "перед": "i", "в": "n"}
_UNITS = {
    "%": ("процент", "процента", "процентов"),
    "₽|руб\\.?|р\\.": ("рубль", "рубля", "рублей"),
    "\\$": ("доллар", "доллара", "долларов"),
    "€": ("евро", "евро", "евро"),
    "сум": ("сум", "сума", "сумов"),
    "кг": ("килограмм", "килограмма", "килограммов"),
    "км": ("километр", "километра", "километров"),
    "см": ("сантиметр", "сантиметра", "сантиметров"),
    "л": ("литр", "литра", "литров"),
    "мин\\.?": ("минута", "минуты", "минут"),
    "сек\\.?": ("секунда", "секунды", "секунд"),
    "м": ("метр", "метра", "метров"),
    "г": ("грамм", "грамма", "граммов"),
    "ч": ("час", "часа", "часов"),
}
_FEMALE = {"минута", "секунда"}
_SHORT = {
    "т.е.": "то есть",
    "т. е.": "то есть",
    "и т.д.": "и так далее",
    "и т. д.": "и так далее",
    "и т.п.": "и тому подобное",
    "др.": "другие",
    "ул.": "улица",
    "им.": "имени",
    "тыс.": "тысяч",
    "млн": "миллионов",
}
_DATE = re.compile(r"(?:\b(\w+)\s+)?\b([0-3]?\d)[./]([01]?\d)(?:[./](\d{4}))?\b(?:\s*г(?:\.|ода?\b))?", re.I)
_DAY = re.compile(rf"(?:\b(\w+)\s+)?\b([0-3]?\d)\s+({_GENITIVES})\b(?:\s+(\d{{4}})\b(?:\s*(?:г\.|года?)\b)?)?", re.I)
_YEAR = re.compile(r"\b((?:19|20)\d\d)(?:-?(?:го|м))?\s*(год[ау]?|г\.)", re.I)
_CLOCK = re.compile(r"\b([01]?\d|2[0-3]):([0-5]\d)\b")
_ORDINAL = re.compile(r"\b(\d+)-?(й|я|е|го|му|м|ой|ую|ый)\b")
_ENDINGS = {
    "й": ("n", "m"),
    "ый": ("n", "m"),
    "я": ("n", "f"),
    "е": ("n", "n"),
    "го": ("g", "m"),
    "му": ("d", "m"),
    "м": ("i", "m"),
    "ой": ("g", "f"),
    "ую": ("a", "f"),
}
_SCORE = re.compile(r"\b(\d+):(\d+)\b")
_LATIN = re.compile(r"[A-Za-z][A-Za-z'`ʻʼ‘’]*")
_FOREIGN = re.compile(r"\b([OD])['`ʻʼ‘’](?=[A-Z][a-z])")
_UZBEK_LETTERS = str.maketrans("ўқғҳЎҚҒҲ", "укгхУКГХ")


def say_russian(text: str) -> str:
    """Words in Russian letters, no digits. Latin and Uzbek names are put into Russian letters."""
    for short, full in _SHORT.items():
        text = re.sub(rf"(?<!\w){re.escape(short)}", full, text)
    text = re.sub(r"(?<=\d)[ \u00a0](?=\d{3}\b)", "", text)
    rules: list[tuple[re.Pattern[str], Callable[[re.Match[str]], str]]] = [
        (_DAY, lambda m: _say_day(m[1], int(m[2]), m[3].lower(), m[4])),
        (_DATE, _say_date),
        (_YEAR, lambda m: f"{_say_year(m[1], m[2])}"),
        (_CLOCK, _say_clock),
        (_ORDINAL, lambda m: _ordinal(int(m[1]), *_ENDINGS[m[2]])),
    ]
    for pattern, rule in rules:
        text = pattern.sub(rule, text)
    text = _say_symbols(_say_units(text))
    text = re.sub(r"(\d+(?:[.,]\d+)?)(?:-?\s?([а-яё]+))?", _say_number, _SCORE.sub(r"\1 \2", text))
    return _LATIN.sub(lambda m: _say_latin(m[0]), _FOREIGN.sub(r"\1", text)).translate(_UZBEK_LETTERS)


def choose_form(number: int, forms: tuple[str, str, str]) -> str:
    """The noun's form after a whole number: один год, два года, пять лет."""
    tens, ones = number % 100, number % 10
    if 11 <= tens <= 14:
        return forms[2]
    return forms[0] if ones == 1 else forms[1] if 2 <= ones <= 4 else forms[2]


def _ordinal(number: int, case: str, gender: str) -> str:
    return str(num2words(number, to="ordinal", lang="ru", case=case, gender=gender))


def _say_day(before: str | None, day: int, month: str, year: str | None) -> str:
    """8 марта: the preposition before it decides the case; alone it tells when."""
    case = _NEEDS.get((before or "").lower(), "g")
    tail = f" {_ordinal(int(year), 'g', 'm')} года" if year else ""
    return f"{before + ' ' if before else ''}{_ordinal(day, case, 'n')} {month}{tail}"


def _say_date(match: re.Match[str]) -> str:
    day, month = int(match[2]), int(match[3])
    real = 1 <= day <= 31 and 1 <= month <= 12 and (match[4] or len(match[3]) == 2)
    return _say_day(match[1], day, _MONTHS[month - 1], match[4]) if real else match[0]


def _say_year(year: str, noun: str) -> str:
    case = {"год": "n", "года": "g", "году": "p"}.get(noun.lower(), "g")
    return f"{_ordinal(int(year), case, 'm')} {noun if noun != 'г.' else 'года'}"


def _say_clock(match: re.Match[str]) -> str:
    hour, minute = int(match[1]), int(match[2])
    spoken = num2words(hour, lang="ru")
    if not minute:
        return f"{spoken} {choose_form(hour, ('час', 'часа', 'часов'))}"
    return f"{spoken} {'ноль ' if minute < 10 else ''}{num2words(minute, lang='ru')}"


def _say_units(text: str) -> str:
    for sign, forms in _UNITS.items():
        gender = "f" if forms[0] in _FEMALE else "m"

        def spell(match: re.Match[str], forms: tuple[str, str, str] = forms, gender: str = gender) -> str:
            number = match[1].replace(",", ".")
            if "." in number:
                return f"{num2words(number, lang='ru')} {forms[1]}"
            return f"{num2words(int(number), lang='ru', gender=gender)} {choose_form(int(number), forms)}"

        end = "" if sign[-1] in "%₽€$" else r"(?!\w)"
        text = re.sub(rf"\b(\d+(?:[.,]\d+)?)\s*(?:{sign}){end}", spell, text)
        if sign in ("\\$", "€"):
            text = re.sub(rf"{sign}\s?(\d+(?:[.,]\d+)?)\b", spell, text)
    return text


def _say_number(match: re.Match[str]) -> str:
    """The gender of один and два by the ending of the noun: одна минута, одно место, две недели, два дня."""
    noun = match[2] or ""
    tail = match[0][len(match[1]) :]
    if not match[1].isdigit():
        return f"{num2words(match[1].replace(',', '.'), lang='ru')}{tail}"
    number = int(match[1])
    gender = "m"
    if number % 10 == 1:
        gender = "f" if noun[-1:] in ("а", "я") else "n" if noun[-1:] in ("о", "е") else "m"
    elif number % 10 == 2:
        gender = "f" if noun[-1:] in ("ы", "и") else "m"
    return f"{num2words(number, lang='ru', gender=gender)}{tail}"


def _say_symbols(text: str) -> str:
    names = {"№": " номер ", "%": " процентов ", "+": " плюс ", "=": " равно ", "°": " градусов ", "@": " "}
    return re.sub(r"[№%+=°@$€₽£]", lambda m: names.get(m[0], " "), text)


def _say_latin(word: str) -> str:
    """A Latin word is read as Uzbek spelling has it: most are names."""
    return str(to_cyrillic(word.capitalize() if word[1:] != word[1:].lower() else word).text)
