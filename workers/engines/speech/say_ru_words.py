"""Russian words that begin with a number: 25-летие, 9-этажный, 100%-ный."""

import re

from workers.engines.speech.say_ru_forms import head_of_word

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
_ADJECTIVE = "(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ом|ем|ую|юю|ых|их|ыми|ими)"  # however declined
_JOINED_REST = re.compile(rf"(?<![\d.,])(\d+)-(?:(?:ти|х|ми)-?)?([а-яё]{{3,}}{_ADJECTIVE})\b", re.I)
_PERCENT_REST = re.compile(r"(?<![\d.,])(\d+)\s*%\s*-?\s*(?:процент)?(н[а-яё]+)", re.I)
_HALF_REST = re.compile(rf"(?<!\d)1[.,]5\s*-?\s*((?:{_REST})[а-яё]*)", re.I)


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
