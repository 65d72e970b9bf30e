"""How one written word may be read: as Russian, as English, as Uzbek folded to plain Latin.

Each set of rules looks at one reading ("space"): `cyr` for Russian stems, `lat` for English ones, and `fold`
for Uzbek in either script and for Russian written in Latin letters.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Space = Literal["cyr", "lat", "fold"]
SPACES: tuple[Space, ...] = ("cyr", "lat", "fold")

_CYRILLIC = re.compile("[а-яёўқғҳ]")
_LATIN = re.compile("[a-z]")
_DIGIT = re.compile(r"[0-9@$]")
_MANY = re.compile(r"(.)\1{2,}")
_SOFT_E = re.compile("(?:^|(?<=[aoiuö]))ye")  # Cyrillic writes one letter there
_TWICE = re.compile(r"(.)\1+")

# By shape, and where shape says nothing by sound.
_SHAPE_CYRILLIC = str.maketrans("abcehkmoptxyunr", "авсенкмортхуипг")
_TWIN_CYRILLIC = str.maketrans("abcehkmoptxy", "авсенкмортху")
_SHAPE_LATIN = str.maketrans("авсенкмортхуіѕјԁ", "abcehkmoptxyisjd")
_SOUND_CYRILLIC = str.maketrans("abcdefghijklmnopqrstuvxyz", "абсдефгхижклмнопкрстувхуз")
_SOUND_LATIN = {
    **dict(zip("абвгдезийклмнопрстуфхыэғқҳіє", "abvgdeziyklmnoprstufxieğqhie", strict=True)),
    **{"ё": "yo", "ж": "j", "ў": "ö", "ц": "ts", "ч": "ç", "ш": "ş", "щ": "şç", "ъ": "", "ь": "", "ю": "yu", "я": "ya"},
}
_LEET_CYRILLIC = str.maketrans("03469@$1", "озчбяаси")
_LEET_LATIN = str.maketrans("013457@$8", "oieastasb")
_LEET_FOLD = str.maketrans({**dict(zip("0135@$8", "oiesasb", strict=True)), "4": "ç", "6": "ş", "9": "ya"})
_UZBEK_LETTERS = (("o'", "ö"), ("g'", "ğ"), ("sh", "ş"), ("ch", "ç"), ("õ", "ö"), ("ŏ", "ö"), ("w", "v"), ("'", ""))
_SOUND_TABLE = str.maketrans(_SOUND_LATIN)


@dataclass(frozen=True)
class Readings:
    """What a word says in each space, and what it may be made to look like: doubled letters, posing scripts.

    The doubtful ones are held against disguised words only, or "wood" would be read as "wod".
    """

    plain: dict[Space, tuple[str, ...]]
    doubtful: dict[Space, tuple[str, ...]]


def has_latin(word: str) -> bool:
    """Whether a canonical word has a Latin letter."""
    return _LATIN.search(word) is not None


def strip_accents(word: str) -> str:
    """Latin letters without their accents; Cyrillic й and ё are letters of their own and stay."""
    return "".join(
        letter if "Ѐ" <= letter <= "ӿ" or letter < "\x80" else unicodedata.normalize("NFD", letter)[0]
        for letter in word
    )


def read_cyrillic(word: str) -> tuple[str, ...]:
    """A word with Cyrillic in it, in Russian letters: Latin ones by shape and by sound."""
    if not _CYRILLIC.search(word):
        return ()
    word = _swap_digits(_drop_quotes(word).replace("ё", "е"), _LEET_CYRILLIC)
    return (word.translate(_SHAPE_CYRILLIC), word.translate(_SOUND_CYRILLIC))


def pose_cyrillic(word: str) -> tuple[str, ...]:
    """A wholly Latin word such as "cyka", where every letter has a Cyrillic twin."""
    shape = _swap_digits(_drop_quotes(word), _LEET_CYRILLIC).translate(_TWIN_CYRILLIC)
    return () if _CYRILLIC.search(word) or _LATIN.search(shape) else (shape,)


def read_latin(word: str) -> tuple[str, ...]:
    """A word with Latin in it, in plain English letters; Cyrillic ones by shape."""
    if not _LATIN.search(word):
        return ()
    word = strip_accents(_drop_quotes(word)).translate(_SHAPE_LATIN)
    return (word, _swap_digits(word, _LEET_LATIN))


def pose_latin(word: str) -> tuple[str, ...]:
    """A wholly Cyrillic word where every letter has a Latin twin."""
    shape = _drop_quotes(word).translate(_SHAPE_LATIN)
    return () if _LATIN.search(word) or _CYRILLIC.search(shape) else (shape,)


def fold_uzbek(word: str) -> str:
    """One spelling for both Uzbek scripts – oʻ→ö, gʻ→ğ, sh→ş, ch→ç, е and ye→e –, and Russian words by sound.

    `alifbo.fold_search_key` does it more carefully and fifty times slower; a test compares the two.
    """
    word = word.translate(_SOUND_TABLE)
    for written, folded in _UZBEK_LETTERS:
        word = word.replace(written, folded)
    word = _SOFT_E.sub("e", word)
    return "".join(letter if letter in "öğşç" or letter < "\x80" else strip_accents(letter) for letter in word)


def read_folded(word: str) -> tuple[str, ...]:
    """The folded word, and where scripts are mixed the one that letter shapes give."""
    options = [fold_uzbek(word)]
    if _DIGIT.search(word):
        options.append(fold_uzbek(_swap_digits(word, _LEET_FOLD)))
    if _CYRILLIC.search(word) and _LATIN.search(word):
        options.append(fold_uzbek(word.translate(_SHAPE_LATIN)))
    return tuple(options)


@lru_cache(maxsize=32768)
def read_word(word: str) -> Readings:
    """Every reading of a canonical word in every space."""
    found = {"cyr": read_cyrillic(word), "lat": read_latin(word), "fold": read_folded(word)}
    poses = {"cyr": pose_cyrillic(word), "lat": pose_latin(word), "fold": ()}
    if word.isdigit():
        found, poses = dict.fromkeys(SPACES, (word,)), dict.fromkeys(SPACES, ())
    plain = {space: _calm_repeats(found[space]) for space in SPACES}
    doubtful = {space: _squeeze(plain[space]) + _calm_repeats(poses[space]) for space in SPACES}
    return Readings(plain, doubtful)


def _drop_quotes(word: str) -> str:
    return word.replace("'", "")


def _swap_digits(word: str, table: dict[int, str] | dict[int, int]) -> str:
    """Digits as the letters they imitate, but only beside letters: "18" stays a number."""
    return word if word.isdigit() or not _DIGIT.search(word) else word.translate(table)


def _calm_repeats(options: tuple[str, ...]) -> tuple[str, ...]:
    """Adds readings in which a letter drawn out three times and more stands once or twice."""
    calm = dict.fromkeys(option for option in options if option)
    for option in tuple(calm):
        if _MANY.search(option) and not option.isdigit():
            calm[_MANY.sub(r"\1", option)] = None
            calm[_MANY.sub(r"\1\1", option)] = None
    return tuple(calm)


def _squeeze(options: tuple[str, ...]) -> tuple[str, ...]:
    single = {_TWICE.sub(r"\1", option) for option in options if not option.isdigit()}
    return tuple(sorted(single.difference(options)))
