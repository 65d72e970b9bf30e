"""What a mouth looks like for each sound: IPA symbols (as espeak-ng writes uz, ru, en) → mouth shapes."""

from dataclasses import dataclass

from workers.engines.contracts import Phoneme


@dataclass(frozen=True)
class Viseme:
    """A target for the mouth and how firmly it holds against its neighbours.

    Lengths in eye distances. `shut_upper`/`shut_lower` are closures that must be reached, not approached.
    """

    jaw: float
    wide: float = 0.0
    bare_upper: float = 0.0
    bare_lower: float = 0.0
    full: float = 0.0
    tongue: float = 0.0
    shut_upper: float = 0.0
    shut_lower: float = 0.0
    hold: float = 1.0


REST = Viseme(0.0, hold=1.1)
OPEN = Viseme(0.165, 0.02, 0.012, 0.004, hold=1.7)
HALF = Viseme(0.110, 0.07, 0.014, 0.006, hold=1.6)
SPREAD = Viseme(0.064, 0.11, 0.016, 0.010, hold=1.5)
NEUTRAL = Viseme(0.085, 0.01, 0.008, hold=1.3)
BACK = Viseme(0.115, -0.17, 0.0, 0.0, 0.22, hold=1.6)
ROUND = Viseme(0.056, -0.27, 0.0, 0.0, 0.38, hold=1.6)
FRONT_ROUND = Viseme(0.058, -0.22, 0.004, 0.0, 0.32, hold=1.5)
BILABIAL = Viseme(0.012, 0.0, 0.0, 0.0, -0.22, shut_upper=1.0, shut_lower=1.0, hold=1.6)
LABIODENTAL = Viseme(0.030, 0.02, 0.020, 0.0, -0.05, shut_lower=0.82, hold=1.6)
SIBILANT = Viseme(0.030, 0.07, 0.014, 0.014, 0.0, 0.3, hold=1.1)
HUSH = Viseme(0.040, -0.13, 0.022, 0.018, 0.20, hold=1.1)
DENTAL = Viseme(0.055, 0.02, 0.010, 0.006, 0.0, 0.8, hold=0.75)
VELAR = Viseme(0.070, 0.01, 0.008, hold=0.5)
GLIDE = Viseme(0.048, 0.08, 0.010, hold=0.7)

_SOUNDS = {
    OPEN: "aɑæɐɶʌ",
    HALF: "eɛɜɝ",
    SPREAD: "iɪɨy",  # espeak-ng writes y for the unrounded ы of Russian and i of Uzbek
    NEUTRAL: "əɘɚɤ",
    BACK: "oɔɒ",
    ROUND: "uʊʉɯw",
    FRONT_ROUND: "øœʏɵ",
    BILABIAL: "mbpɓ",
    LABIODENTAL: "fvʋɱ",
    SIBILANT: "sz",
    HUSH: "ʃʒɕʑʂʐ",
    DENTAL: "tdnlrɭɫɾɹɻθðɲʎ",
    VELAR: "kgxɡhɦɣqχʁŋcɟʔ",
    GLIDE: "j",
}
_BY_SOUND = {sound: viseme for viseme, sounds in _SOUNDS.items() for sound in sounds}
VOWELS = "aɑæɐɶʌeɛɜɝiɪɨəɘɚɤoɔɒɵuʊʉɯyøœʏ"
STRESS = "ˈˌ'"


@dataclass(frozen=True)
class Gesture:
    """A viseme at its time, in seconds."""

    start: float
    end: float
    viseme: Viseme
    vowel: bool = False


def list_gestures(phonemes: tuple[Phoneme, ...]) -> list[Gesture]:
    """Mouth gestures of an utterance; a diphthong or affricate is two halves, a pause is rest."""
    gestures: list[Gesture] = []
    for phoneme in phonemes:
        sounds = [letter for letter in phoneme.ipa if letter in _BY_SOUND]
        if phoneme.ipa.strip(STRESS + "ː_ ") == "":
            gestures.append(Gesture(phoneme.start, phoneme.end, REST))
            continue
        sounds = sounds[:1] + sounds[-1:] if len(sounds) > 1 else sounds
        for place, sound in enumerate(sounds):  # a lone mark, such as ʲ, moves nothing
            share = (phoneme.end - phoneme.start) / len(sounds)
            start = phoneme.start + place * share
            gestures.append(Gesture(start, start + share, _BY_SOUND[sound], sound in VOWELS))
    return gestures


def is_bilabial(ipa: str) -> bool:
    """True for sounds made with the lips together: m, b, p."""
    sounds = [letter for letter in ipa if letter in _BY_SOUND]
    return bool(sounds) and _BY_SOUND[sounds[0]] is BILABIAL


def is_stressed(ipa: str) -> bool:
    """True for a vowel that carries a stress mark."""
    return any(mark in ipa for mark in "ˈ'") and any(letter in VOWELS for letter in ipa)
