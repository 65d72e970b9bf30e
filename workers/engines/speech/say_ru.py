"""Russian → Cyrillic words for the voice."""

import re

from alifbo import to_cyrillic

from workers.engines.speech.say_ru_counts import say_numbers
from workers.engines.speech.say_ru_endings import say_endings
from workers.engines.speech.say_ru_roman import say_romans
from workers.engines.speech.say_ru_time import say_times
from workers.engines.speech.say_ru_units import say_units
from workers.engines.speech.say_ru_words import say_words

_SHORT = {
    "т.е.": "то есть",
    "т. е.": "то есть",
    "и т.д.": "и так далее",
    "и т. д.": "и так далее",
    "и т.п.": "и тому подобное",
    "др.": "другие",
    "ул.": "улица",
    "им.": "имени",
}
_SYMBOLS = {"№": " номер ", "%": " процентов ", "+": " плюс ", "=": " равно ", "°": " градусов "}
_MINUS = re.compile(r"(?<!\S)-(?=\d+\s*(?:°|град))")
_MARKED = re.compile(r"['’‘ʻ`](?=\d)")  # '90-х, 1'000
_SUMS = re.compile(r"(?<=\d)\s*(?:so['ʻʼ‘’`]?m|uzs|сўм)(?!\w)", re.I)
_GROUPED = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")
_DOTTED = re.compile(r"(?<![\d.,])\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+(?!\d)|(?<![\d.,])\d{1,3}[.,]000(?!\d)")
_TIMES = re.compile(r"(?<=\d)\s?[xх×]\s?(?=\d)", re.I)
_SCORE = re.compile(r"\b(\d+):(\d+)\b")
# Latin letters that look Cyrillic, among Cyrillic ones or alone as a preposition, came from the wrong keyboard.
_LOOKING = "aceopxyABCEHKMOPTXk"
_RUSSIAN = "а-яёА-ЯЁ"
_BORROWED = re.compile(
    rf"(?<=[{_RUSSIAN}] )[ckoyaCKOA](?= )|\b(?:[ckoyaCKOA](?= \w*[а-яё\d])"
    rf"|(?=[{_LOOKING}]*[{_RUSSIAN}])(?=[{_RUSSIAN}]*[{_LOOKING}])[{_LOOKING}{_RUSSIAN}]+)(?![A-Za-zʻʼ'])"
)
_TWINS = str.maketrans(_LOOKING, "асеорхуАВСЕНКМОРТХк")
_SMOOTH = [
    (re.compile(r"\b([вкВК]|[сС])(?=\s+вт)"), r"\1о"),
    (re.compile(r"\b([сС])(?=\s+(?:ста?\b|сто))"), r"\1о"),
    (re.compile(r"\b([оО])(?=\s+(?:од[ни]))"), r"\1б"),
]
_LATIN = re.compile(r"[A-Za-z][A-Za-z'`ʻʼ‘’]*")
_FOREIGN = re.compile(r"\b([OD])['`ʻʼ‘’](?=[A-Z][a-z])")
_FOREIGN_SOUNDS = [
    (re.compile("c(?=[eiy])"), "s"),
    (re.compile("C(?=[EIYeiy])"), "S"),
    (re.compile("ck|c(?!h)"), "k"),
    (re.compile("C(?![Hh])"), "K"),
    (re.compile("w"), "v"),
    (re.compile("W"), "V"),
]
# What the conversion of a whole word has left, as in an abbreviation.
_SOUNDS = dict(zip("abcdefghijklmnopqrstuvwxyz", "абкдефгхижклмнопкрстуввхиз", strict=True))
_LETTERS = str.maketrans(_SOUNDS | {latin.upper(): said.upper() for latin, said in _SOUNDS.items()})
_UZBEK_LETTERS = str.maketrans("ўқғҳЎҚҒҲ", "укгхУКГХ")


def say_russian(text: str) -> str:
    """Words in Russian letters, no digits. Latin and Uzbek names are put into Russian letters."""
    text = _BORROWED.sub(lambda m: m[0].translate(_TWINS), text)
    for short, full in _SHORT.items():
        text = re.sub(rf"(?<!\w){re.escape(short)}", full, text)
    text = _DOTTED.sub(lambda m: re.sub(r"[.,]", "", m[0]), _GROUPED.sub("", text))
    text = _SUMS.sub(" сум", _MARKED.sub("", _MINUS.sub("минус ", text))).replace("под №", "под номером ")
    text = say_words(say_romans(_TIMES.sub(" на ", text)))
    text = say_units(say_endings(say_times(text)))
    text = say_numbers(_SCORE.sub(r"\1 \2", text))
    for pattern, smooth in _SMOOTH:
        text = pattern.sub(smooth, text)
    text = re.sub(r"[№%+=°@$€₽£]", lambda m: _SYMBOLS.get(m[0], " "), text)
    return _LATIN.sub(lambda m: _say_latin(m[0]), _FOREIGN.sub(r"\1", text)).translate(_UZBEK_LETTERS)


def _say_latin(word: str) -> str:
    """A Latin word is read as Uzbek spelling has it: most are names. Letters that Uzbek lacks by their sound."""
    for pattern, sound in _FOREIGN_SOUNDS:
        word = pattern.sub(sound, word)
    said = str(to_cyrillic(word.capitalize() if word[1:] != word[1:].lower() else word).text)
    return said.translate(_LETTERS)
