"""Every form a Russian number has: how many, which one, in what company, and as the head of a longer word."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from num2words import num2words

Kind = Literal["which", "many", "group"]  # ordinal, cardinal, collective
CASES = "nagidp"  # nominative, accusative, genitive, instrumental, dative, prepositional: the likelier first
GENDERS = "mfnp"  # masculine, feminine, neuter, plural
_LONGEST = 15  # digits; longer ones are no quantity and are read one by one
_GROUPS = {2: "двое", 3: "трое", 4: "четверо", 5: "пятеро", 6: "шестеро", 7: "семеро"}
_GROUP_STEMS = {2: "дво", 3: "тро", 4: "четвер", 5: "пятер", 6: "шестер", 7: "семер"}
_SOFT_ENDINGS = {"g": "их", "d": "им", "i": "ими", "p": "их"}
_HARD_ENDINGS = {"g": "ых", "d": "ым", "i": "ыми", "p": "ых"}
# Within a longer word the number stands in the genitive, but for these.
_HEADS = {"одного": "одно", "ста": "сто", "девяноста": "девяносто", "тысячи": "тысяче", "тысяч": "тысяче"}


@dataclass(frozen=True)
class Form:
    """One way to say a number, and what it agrees with."""

    text: str
    kind: Kind
    case: str
    gender: str


def word_list(line: str) -> tuple[str, ...]:
    """The words of one line, for tables that are read by people."""
    return tuple(line.split())


def cardinal(digits: int | str, case: str = "n", gender: str = "m") -> str:
    """Сколько: пять, пяти, пятью. A leading zero is said, as in a code."""
    digits = str(digits)
    if len(digits) > _LONGEST:
        return " ".join(_spell(int(digit), "n", "m") for digit in digits)
    zeros = len(digits) - len(digits.lstrip("0")) if len(digits) > 1 else 0
    rest = digits[zeros:]
    words = ["ноль"] * zeros + ([_spell(int(rest), case, gender)] if rest else [])
    return " ".join(words)


def _spell(number: int, case: str, gender: str) -> str:
    said = str(num2words(number, lang="ru", case=case, gender=gender, animate=False))
    first, _, rest = said.partition(" ")
    return rest if first.startswith("одн") and rest.startswith("тысяч") else said


def ordinal(digits: int | str, case: str = "n", gender: str = "m") -> str:
    """Который: пятый, пятого, пятой; gender `p` is the plural."""
    if len(str(digits)) > _LONGEST:
        return cardinal(digits)
    many = gender == "p"
    options = {"case": case, "gender": "m" if many else gender, "plural": many, "animate": False}
    return str(num2words(int(digits), to="ordinal", lang="ru", **options))


def head_of_word(digits: int | str) -> str:
    """Двадцатипяти- of двадцатипятилетие; тысяче- of тысячелетие."""
    return "".join(_HEADS.get(word, word) for word in cardinal(int(digits), "g").split())


@lru_cache(maxsize=512)
def all_forms(digits: str) -> tuple[Form, ...]:
    """All forms, those first that are meant where nothing else tells."""
    return (*which_forms(digits), *many_forms(digits), *_group_forms(int(digits)))


@lru_cache(maxsize=512)
def which_forms(digits: str) -> tuple[Form, ...]:
    return tuple(Form(ordinal(digits, c, g), "which", c, g) for g in GENDERS for c in CASES)


@lru_cache(maxsize=512)
def many_forms(digits: str) -> tuple[Form, ...]:
    return tuple(Form(cardinal(digits, c, g), "many", c, g) for c in CASES for g in "mfn")


def _group_forms(number: int) -> Iterator[Form]:
    if number in _GROUPS:
        endings = _SOFT_ENDINGS if number < 4 else _HARD_ENDINGS
        yield Form(_GROUPS[number], "group", "n", "p")
        for case, ending in endings.items():
            yield Form(_GROUP_STEMS[number] + ending, "group", case, "p")


def counted(number: int) -> Literal["one", "few", "many"]:
    """Which form a counted noun takes: один год, два года, пять лет."""
    tens, ones = number % 100, number % 10
    if 11 <= tens <= 14:
        return "many"
    return "one" if ones == 1 else "few" if 2 <= ones <= 4 else "many"
