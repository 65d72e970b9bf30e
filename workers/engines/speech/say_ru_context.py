"""What stands around a Russian number, and which of its forms agrees with that."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from workers.engines.speech.say_ru_forms import Form, counted, word_list

_GOVERNED = {
    "до от ото из изо без безо для у около после кроме вокруг против ради среди вместо возле напротив порядка": "g",
    "свыше сверх более менее больше меньше старше младше моложе выше ниже дольше раньше позже дороже дешевле": "g",
    "вне близ внутри вдоль мимо из-за из-под течение возрасте протяжении достиг достигла исполнения": "g",
    "к ко благодаря навстречу вопреки согласно": "d",
    "через про сквозь спустя": "a",
    "над надо перед передо между": "i",
    "о об обо при": "p",
    "с со": "gi",
    "в во на": "ap",
    "за под": "ai",
    "по": "ad",
}
PREPOSITIONS = {word: cases for words, cases in _GOVERNED.items() for word in words.split()}
_CONSONANT = "б в г д ж з й к л м н п р с т ф х ц ч ш щ ь"
# How a noun may end when it stands in a case as masculine, feminine, neuter or plural.
_NOUN_ENDINGS = {
    ("n", "m"): _CONSONANT,
    ("g", "m"): "а я",
    ("d", "m"): "у ю",
    ("a", "m"): _CONSONANT,
    ("i", "m"): "ом ем ём",
    ("p", "m"): "е и у ю",
    ("n", "f"): "а я ь",
    ("g", "f"): "ы и",
    ("d", "f"): "е и",
    ("a", "f"): "у ю ь",
    ("i", "f"): "ой ей ью",
    ("p", "f"): "е и",
    ("n", "n"): "о е ё мя",
    ("g", "n"): "а я ни",
    ("d", "n"): "у ю ни",
    ("a", "n"): "о е ё мя",
    ("i", "n"): "ом ем ём",
    ("p", "n"): "е и",
    ("n", "p"): "ы и а я е",
    ("g", "p"): _CONSONANT,
    ("d", "p"): "ам ям",
    ("a", "p"): "ы и а я е",
    ("i", "p"): "ами ями ьми",
    ("p", "p"): "ах ях",
}
_ENDINGS = {key: word_list(line) for key, line in _NOUN_ENDINGS.items()}
_MANS = re.compile(r"(?:мужчин|пап|дяд|дедушк|дедул|юнош|судь|мальчишк|парнишк|коллег|путь?)[аыия]$")
_OBLIQUE_PLURAL = ("ам", "ям", "ах", "ях")
_OBLIQUE_SINGULAR = ("ой", "ей", "ом", "ем", "ём")
_PLURAL_TAILS = ("ами", "ями", "ьми")
_THINGS = ("ие", "ье", "це", "ще", "ре", "ле")  # желание, море; минуте is another case
_NAMELESS = re.compile(r"(?:имя|время|знамя|племя)$")
_WOMANS_SOFT = re.compile(
    r"(?:ость|[чшщж]ь|знь|любовь|мать|часть|роль|тетрадь|площадь|кровать|медаль|модель|цель|соль|боль|степень|осень"
    r"|очередь|дверь|кость|тень|лошадь|память|помощь|смерть|страсть|весть|связь|скатерть)$"
)
_ADJECTIVE = re.compile(
    r"\w{2,}(?:ых|их|ые|ие|ыми|ими|ым|им|ая|яя|ую|юю|ый|ий|ого|его|ому|ему)$|все[хм]$|те[хм]$|всеми$|теми$"
)
_NO_NOUN = frozenset(
    word_list(
        "и или а но да не ни же ли бы то как что это он она оно они ты вы мы я мне мной тебе тебя вам вас нам нас"
    )
    + word_list("им их его ему ей ее её уже ещё еще тоже там тут здесь где когда если чтобы все всё всех сам сама сами")
    + word_list("так вот сегодня завтра вчера скоро теперь потом очень только лишь дай будь есть был была было были")
    + word_list("будет плюс минус")
)
_ALWAYS_MANY = frozenset(("лет", "раз", "человек"))
# The genitive plural that ends like another case.
_PLURAL_TRAP = frozenset(word_list("дам мам рам драм грамм программ килограмм монах размах взмах черепах"))
# Nominatives that end like another case, and genitives that end like a nominative.
_SINGULAR_TRAP = frozenset(
    word_list("дом том альбом гром приём прием подъём объём диплом гном атом паром герой бой строй рой слой музей")
    + word_list("юбилей хоккей клей лицей трофей воробей крем")
)
_COUNTED_MEN = frozenset(word_list("года дня часа месяца раза рубля сума сына друга брата мужа внука"))
_WOMANS_HARD = re.compile("(?:войн|школ|групп|глав|годовщин|квартир|страниц|палат|комнат|побед|дат|встреч)а")
_CLASS_LETTER = re.compile(r"\s*-?\s?[А-ЯЁ]\s+(?=класс)")
_OF_ALL = frozenset(word_list("всех этих тех моих твоих ваших своих наших последних первых ближайших"))
_BEFORE = re.compile(r"(?:([\w-]+)\s+)?([\w-]+)\s+$")
_AFTER = re.compile(r"\s*-?\s*([а-яё-]+)(?:\s+([а-яё]+))?", re.I)


class Around(NamedTuple):
    """`cases` a preposition asks for ("" for none) and the noun that is counted ("" for none)."""

    cases: str
    noun: str


def look_around(match: re.Match[str]) -> Around:
    """The context of a found number in its text."""
    return Around(asked_cases(match.string, match.start()), noun_after(match.string, match.end()))


def words_before(text: str, at: int) -> list[str]:
    """At most two words before a place, the nearer first."""
    found = _BEFORE.search(text, max(0, at - 60), at)
    return [word.lower() for word in (found[2], found[1]) if word] if found else []


def asked_cases(text: str, at: int) -> str:
    """Cases that the preposition before a place asks for; one adjective may stand between: до ваших 50 лет."""
    words = words_before(text, at)
    if words and words[0] in PREPOSITIONS:
        return PREPOSITIONS[words[0]]
    if not words or not _ADJECTIVE.match(words[0]):
        return ""
    governed = PREPOSITIONS.get(words[1], "") if len(words) == 2 else ""
    return governed or ("g" if words[0] in _OF_ALL else "")


def noun_after(text: str, at: int) -> str:
    """The noun that follows, over an adjective; "" where another word does."""
    letter = _CLASS_LETTER.match(text, at)
    found = _AFTER.match(text, letter.end() if letter else at)
    if not found:
        return ""
    words = [word.lower() for word in found.groups() if word]
    noun = words[-1] if _ADJECTIVE.fullmatch(words[0]) else words[0]
    if noun in _ALWAYS_MANY:
        return noun
    return "" if noun in _NO_NOUN or noun in PREPOSITIONS or len(noun) < 3 else noun


def choose_form(forms: Iterable[Form], number: int, around: Around) -> str:
    """The form that agrees best; the first of those that agree alike."""
    return max(forms, key=lambda form: _agreement(form, number, around)).text


def _agreement(form: Form, number: int, around: Around) -> int:
    asked = 2 * (form.case in around.cases) if around.cases else 0
    return asked + 3 * (bool(around.noun) and agrees(form, number, around.noun))


def agrees(form: Form, number: int, noun: str) -> bool:
    """Whether a noun may stand beside this form of the number."""
    if form.kind == "which" or (form.kind == "many" and counted(number) == "one"):
        return _ends_as(noun, form.case, form.gender)
    if form.case not in "na":
        return _ends_as(noun, form.case, "p")
    if form.kind == "many" and counted(number) == "few":
        return _counts_few(noun, form.gender)
    return _ends_as(noun, "g", "p")


def _counts_few(noun: str, gender: str) -> bool:
    """Два дня, две недели; a man is counted as a man, whatever his word ends in."""
    if _MANS.search(noun):
        return gender == "m"
    return _ends_as(noun, "g", gender)


def _ends_as(noun: str, case: str, gender: str) -> bool:
    if noun in _PLURAL_TRAP:
        return gender == "p" and case == "g"
    if _poses(noun, case, gender):
        return False
    if case in "na" and gender in "mfn" and not _named_gender(noun, gender):
        return False
    return noun.endswith(_ENDINGS[case, gender])


def _poses(noun: str, case: str, gender: str) -> bool:
    """Whether the noun only seems to end so: годам has no bare ending, розой is no hero, внуками no genitive."""
    if _NOUN_ENDINGS[case, gender] is _CONSONANT:
        singular = gender == "m" and noun.endswith(_OBLIQUE_SINGULAR) and noun not in _SINGULAR_TRAP
        return singular or noun.endswith(_OBLIQUE_PLURAL)
    if (case, gender) == ("n", "f"):
        return noun in _COUNTED_MEN
    if case == "g" and gender in "mn" and _WOMANS_HARD.fullmatch(noun):
        return True
    if case in "dp" and gender in "mf" and noun.endswith(("ие", "ье")):
        return True
    return case != "i" and noun.endswith(_PLURAL_TAILS)


def _named_gender(noun: str, gender: str) -> bool:
    """The nominative's exceptions: папа and день are masculine, ночь feminine, имя neuter."""
    if _MANS.search(noun):
        return gender == "m"
    if _NAMELESS.search(noun):
        return gender == "n"
    if gender == "n" and noun.endswith("е"):
        return noun.endswith(_THINGS)
    return not noun.endswith("ь") or (gender == "f") == bool(_WOMANS_SOFT.search(noun))
