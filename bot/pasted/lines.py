"""What people paste into one line, as it looks to them: without what cannot be seen, in plain dashes, spaces, digits.

Address books wrap numbers in marks of direction, documents in spaces that do not break, keyboards write their own
digits. Every field that reads a code, a number or an address asks here first; then comes the field's own check.
"""

import re
import unicodedata

_UNSEEN = {"Cf", "Cc"}  # marks of format and direction, control characters
_FILLERS = frozenset("\u034f\u115f\u1160\u3164\uffa0\u17b4\u17b5")  # letters and marks by name that show nothing
_VARIANTS = re.compile("[\ufe00-\ufe0f\u180b-\u180d\U000e0100-\U000e01ef]")  # how the sign before it is drawn
_DASHES = frozenset("\u00af\u02d7\u2212\u30fc\uff70\u2043")  # dashes to the eye that Unicode does not call dashes
_TEL = re.compile(r"(?:tel|phone|callto|sms|тел)\.?\s*:\s*(?://)?", re.IGNORECASE)
_BETWEEN = re.compile(r"[()\-./\\\[\]_·•∙⋅]")  # what people put between the groups of a number
_QUOTES = "<>\"'«»“”„‘’`"


def tidy_words(written: str) -> str:
    """Words as they were written, with single spaces and without what cannot be seen."""
    return " ".join("".join(map(_seen_sign, _VARIANTS.sub("", written))).split())


def tidy_line(written: str) -> str:
    """The same in plain signs: full-width letters, dashes of every length and digits of every script."""
    plain = unicodedata.normalize("NFKC", tidy_words(written))
    return " ".join("".join(map(_plain_sign, plain)).split())


def tidy_token(written: str) -> str:
    """A code, a number, an e-mail address: no space belongs in it, nor quotes about it."""
    return tidy_line(written).replace(" ", "").strip(_QUOTES)


def tidy_dialled(written: str) -> str:
    """A telephone number: `+` and digits where there is nothing else; 00 in front means `+`."""
    said = _TEL.sub("", tidy_token(written), count=1).partition(";")[0]
    return re.sub(r"^\+?00", "+", _BETWEEN.sub("", said))


def _seen_sign(sign: str) -> str:
    if sign.isspace() or unicodedata.category(sign)[0] == "Z":
        return " "
    return "" if sign in _FILLERS or unicodedata.category(sign) in _UNSEEN else sign


def _plain_sign(sign: str) -> str:
    kind = unicodedata.category(sign)
    if kind == "Pd" or sign in _DASHES:
        return "-"
    return str(unicodedata.decimal(sign)) if kind == "Nd" else sign
