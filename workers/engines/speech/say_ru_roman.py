"""Roman numerals in Russian: centuries, kings, places and parts."""

import re

from workers.engines.speech.say_ru_context import Around, asked_cases, choose_form, look_around
from workers.engines.speech.say_ru_forms import ordinal, which_forms, word_list

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_TWINS = str.maketrans("ХІСМ", "XICM")  # typed on a Cyrillic keyboard
_NUMERAL = (
    r"(?=[MDCLXVIХІСМ])[MМ]{0,3}(?:[CС][MМ]|[CС]D|D?[CС]{0,3})"
    r"(?:[XХ][CС]|[XХ]L|L?[XХ]{0,3})(?:[IІ][XХ]|[IІ]V|V?[IІ]{0,3})"
)
_CENTURY = r"(?P<noun>век(?:а|у|ом|е|и|ов|ам|ами|ах)?|столети\w+|тысячелети\w+|вв?\.)"
_PAIR = re.compile(rf"(?<![\w-])(?P<one>{_NUMERAL})\s*(?P<by>-|и|или)\s*(?P<two>{_NUMERAL})\s+{_CENTURY}(?!\w)")
_SINGLE = re.compile(rf"(?<![\w-])(?P<one>{_NUMERAL})\s+{_CENTURY}(?!\w)")
_KING = re.compile(rf"\b(?P<name>[А-ЯЁ][а-яё]+)\s+(?P<one>{_NUMERAL})(?![\w-])")
_PLAIN = re.compile(r"(?<![\w-])(?P<one>(?=[XVI]{2,})X{0,3}(?:IX|IV|V?I{0,3}))(?![\w])")
_NUMBERED = re.compile(
    rf"(?<![\w-])(?P<one>{_NUMERAL})(?=\s+(?:место|мест[ае]|класс|курс|том|глав|част|квартал|степен|миров|этап|тур|уров"
    r"|групп|сезон|олимпи|съезд|международн|республиканск|всемирн))"
)
_PART_OF = re.compile(r"(?:конец|начал\w+|середин\w+|половин\w+|рубеж\w*)\s+$", re.I)
_STEMS = re.compile("^(?:век|столети|тысячелети)")
_PLURALS = {"и": "n", "а": "n", "ов": "g", "ам": "d", "ами": "i", "ах": "p", "вв.": "n"}
_SHORT = {
    "n": ("век", "века"),
    "g": ("века", "веков"),
    "d": ("веку", "векам"),
    "a": ("век", "века"),
    "i": ("веком", "веками"),
    "p": ("веке", "веках"),
}
_QUEENS = word_list("Екатерин Елизавет Анн Мари Виктори Клеопатр Изабелл Маргарит Беатрикс Част Глав")
_QUEENS_ENDINGS = {"ой": "i", "ей": "i", "а": "n", "я": "n", "ы": "g", "и": "g", "е": "d", "у": "a", "ю": "a", "ь": "n"}
_KINGS_ENDINGS = {"ом": "i", "ем": "i", "ём": "i", "а": "g", "я": "g", "у": "d", "ю": "d", "е": "p"}


def say_romans(text: str) -> str:
    """With every Roman numeral as an ordinal that agrees with its noun or its king."""
    text = _PAIR.sub(_say_pair, text)
    text = _SINGLE.sub(_say_century, text)
    text = _NUMBERED.sub(_say_numbered, text)
    text = _KING.sub(_say_king, text)
    return _PLAIN.sub(_say_numbered, text)


def read_roman(numeral: str) -> int:
    """XXI → 21, in either keyboard's letters."""
    total = before = 0
    for letter in reversed(numeral.translate(_TWINS)):
        value = _VALUES[letter]
        total += -value if value < before else value
        before = max(before, value)
    return total


def _say_pair(match: re.Match[str]) -> str:
    """XX–XXI веков: both stand in the case of the plural, or of the preposition."""
    noun = match["noun"]
    unsure = noun in ("в.", "вв.", "века")
    asked = asked_cases(match.string, match.start())[-1:] or "n"
    case = asked if unsure else _PLURALS.get(_STEMS.sub("", noun), "n")
    said = _SHORT[case][1] if unsure else noun
    one, two = (ordinal(read_roman(match[key]), case, "m" if said.startswith("век") else "n") for key in ("one", "two"))
    return f"{one} {match['by']} {two} {said}"


def _say_century(match: re.Match[str]) -> str:
    number, noun = read_roman(match["one"]), match["noun"]
    cases = asked_cases(match.string, match.start())
    if noun.startswith("в") and noun.endswith("."):
        case = cases[-1:] or ("g" if match.start() else "n")
        return f"{ordinal(number, case)} {_SHORT[case][0]}"
    return f"{choose_form(which_forms(str(number)), number, Around(cases, noun.lower()))} {noun}"


def _say_numbered(match: re.Match[str]) -> str:
    number = read_roman(match["one"])
    if _PART_OF.search(match.string[: match.start()]):
        return ordinal(number, "g")
    return choose_form(which_forms(str(number)), number, look_around(match)) if number else match[0]


def _say_king(match: re.Match[str]) -> str:
    """Пётр Первый, Екатерине Второй: the name's own ending tells."""
    name, number = match["name"], read_roman(match["one"])
    endings = _QUEENS_ENDINGS if name.startswith(_QUEENS) else _KINGS_ENDINGS
    case = next((case for ending, case in endings.items() if name.endswith(ending)), "n")
    return f"{name} {ordinal(number, case, 'f' if endings is _QUEENS_ENDINGS else 'm')}" if number else match[0]
