"""Which language is spoken, and the script in which a viewer reads it."""

from alifbo import from_cyrillic, to_cyrillic, to_old_latin

from db.artists import Artist
from workers.engines.contracts import Word


def spoken_language(language: str, artist: Artist) -> str:
    """`uz`, `ru` or `en`: the language of the words where the artist speaks it, else the artist's first."""
    spoken = language.split("-")[0]
    languages = artist.languages or ["uz"]
    return spoken if spoken in languages else languages[0]


def caption_words(words: tuple[Word, ...], spoken: str, viewer: str) -> tuple[Word, ...]:
    """The spoken words; somebody who reads Uzbek gets Uzbek words in the chosen script."""
    convert = {"uz": _latin, "uz-Cyrl": _cyrillic}.get(viewer)
    if spoken != "uz" or convert is None:
        return words
    return tuple(Word(word.start, word.end, convert(word.text)) for word in words)


def _latin(word: str) -> str:
    return str(to_old_latin(from_cyrillic(word).text).text)


def _cyrillic(word: str) -> str:
    return str(to_cyrillic(word).text)
