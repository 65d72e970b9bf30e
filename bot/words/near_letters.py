"""What a letter that a voice does not know is read as: the nearest one that it does, in each language.

Each pair is the letters, a colon and what is read for any of them; lower case stands for both. A letter that only
carries marks needs no pair: it is read without them.
"""


def _read_pairs(*lines: str) -> dict[str, str]:
    pairs = (pair.split(":") for line in lines for pair in line.split())
    return {letter: near for letters, near in pairs for letter in letters}


_LATIN = "ı:i ə:a æ:ae œ:e ø:o ß:ss ł:l đð:d þŧ:t ŋ:ng ħ:h ĸ:k şșšŝ:sh čćĉ:ch"
# Uzbek writes a marked o or g for oʻ and gʻ, however it is marked; Karakalpak ń is ng.
_UZBEK_LATIN = "òóôõöøōŏőǒǫơọỏǿ:oʻ ğǵģġĝǧḡ:gʻ ń:ng ç:ch žż:j ź:z"
_CYRILLIC = (
    "әӓӑӕ:а үұӱӳӯў:у ӣіїѝ:и һҳ:х җҷӂӝҹ:ж ҙӟѕ:з ҫ:с ҡҝҟќқ:к ґѓҕғӷ:г ңҥӈҧ:н єѣӗѐ:е өӧӫ:о",
    "ј:й љ:ль њ:нь ћ:ч ђџ:дж ҵ:ц ӏ:ъ",
)
_UZBEK_CYRILLIC = "өӧӫӯ:ў ңҥӈ:нг ҡҝҟ:қ ҕ:ғ һ:ҳ ї:йи"
NEAR = {
    "uz": _read_pairs(_LATIN, _UZBEK_LATIN, *_CYRILLIC, _UZBEK_CYRILLIC),
    "ru": _read_pairs(_LATIN, _UZBEK_LATIN, *_CYRILLIC),
    "en": _read_pairs(_LATIN, "ž:zh", *_CYRILLIC, "ңҥӈ:нг ї:йи"),
}
_RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_ENGLISH = "abcdefghijklmnopqrstuvwxyz"
# Letters that the reading of each language takes as they are.
KNOWN = {
    "uz": frozenset(_ENGLISH + _RUSSIAN + "ўқғҳ"),
    "ru": frozenset(_ENGLISH + _RUSSIAN),
    "en": frozenset(_ENGLISH + _RUSSIAN + "ўқғҳ"),
}
