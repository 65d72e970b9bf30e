"""From what an engine calls its sounds to IPA phonemes with a beginning and an end."""

from collections.abc import Callable, Sequence

from workers.engines.contracts import Phoneme

_STRESS = str.maketrans("", "", "ˈˌ'^$_|-")
_LIKE = {"tS": "tʃ", "dZ": "dʒ", "g": "ɡ", 'u"': "ʉ"}
_MODIFIERS = set("ːˑʲʰʷ̩̃̈̊̍ˠˤ")
_PAUSES = set(" ,.!?:;…")
_SHORTEST_PAUSE = 0.06  # an unnamed shorter stretch belongs to the sound before it
_SHORTEST_SOUND = 0.03
Sounds = Sequence[tuple[float, str]]  # (seconds, the engine's symbol), in order


def clean_sounds(sounds: Sounds, seconds: float) -> list[Phoneme]:
    """Contiguous phonemes up to `seconds`: stress marks dropped, length marks merged, pauses named ""."""
    found: list[list[float | str]] = []
    pending: float | None = None  # a stress mark that has time of its own lends it to the next sound
    for start, symbol in sounds:
        if symbol.startswith("("):
            continue  # espeak-ng says that it changes the language
        ipa = _read_symbol(symbol)
        if ipa in _MODIFIERS and found:
            found[-1][1] = f"{found[-1][1]}{ipa}"
        elif ipa == "" and symbol and symbol not in _PAUSES and "_" not in symbol:
            pending = start if pending is None else pending
        else:
            found.append([start if pending is None else pending, ipa])
            pending = None
    return _close_gaps(found, seconds)


def map_phonemes(phonemes: Sequence[Phoneme], when: Callable[[float], float]) -> list[Phoneme]:
    """The same phonemes at other times; one squeezed to nothing takes a little of a long neighbour.

    Lips must still close on a "b" that the warp ran over.
    """
    edges = [when(p.start) for p in phonemes] + [when(p.end) for p in phonemes[-1:]]
    for i in range(len(phonemes)):
        missing = _SHORTEST_SOUND - (edges[i + 1] - edges[i])
        before = edges[i] - edges[i - 1] - 2 * _SHORTEST_SOUND if i else 0.0
        after = edges[i + 2] - edges[i + 1] - 2 * _SHORTEST_SOUND if i + 2 < len(edges) else 0.0
        if phonemes[i].ipa and missing > 0 and max(before, after) > 0:
            if before > after:
                edges[i] -= min(missing, before)
            else:
                edges[i + 1] += min(missing, after)
    moved = [Phoneme(edges[i], edges[i + 1], p.ipa) for i, p in enumerate(phonemes)]
    return [p for p in moved if p.end - p.start > 1e-3]


def frame_phonemes(phonemes: Sequence[Phoneme], seconds: float) -> tuple[Phoneme, ...]:
    """Cut to 0 … `seconds` with pauses filled in, so that every moment has exactly one phoneme."""
    framed: list[Phoneme] = []
    at = 0.0
    for phoneme in phonemes:
        start, end = max(at, phoneme.start), min(seconds, phoneme.end)
        if end - start < 1e-3:
            continue
        if start - at > 1e-3:
            framed.append(Phoneme(at, start, ""))
        framed.append(Phoneme(start if start - at > 1e-3 else at, end, phoneme.ipa))
        at = end
    if seconds - at > 1e-3:
        framed.append(Phoneme(at, seconds, ""))
    return _join_pauses(framed)


def _read_symbol(symbol: str) -> str:
    plain = _LIKE.get(symbol, symbol).translate(_STRESS).strip()
    return "" if plain in _PAUSES else plain.replace("tS", "tʃ")


def _close_gaps(found: list[list[float | str]], seconds: float) -> list[Phoneme]:
    ends = [float(start) for start, _ in found[1:]] + [seconds]
    phonemes: list[Phoneme] = []
    for (start, ipa), end in zip(found, ends, strict=True):
        if ipa == "" and phonemes and end - float(start) < _SHORTEST_PAUSE:
            last = phonemes.pop()
            phonemes.append(Phoneme(last.start, end, last.ipa))
        elif end > float(start):
            phonemes.append(Phoneme(float(start), end, str(ipa)))
    return phonemes


def _join_pauses(phonemes: list[Phoneme]) -> tuple[Phoneme, ...]:
    joined: list[Phoneme] = []
    for phoneme in phonemes:
        if joined and phoneme.ipa == "" == joined[-1].ipa:
            joined[-1] = Phoneme(joined[-1].start, phoneme.end, "")
        else:
            joined.append(phoneme)
    return tuple(joined)
