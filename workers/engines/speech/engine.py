"""The embedded SpeechEngine: say the words, time the sounds, move the voice, level it."""

import logging
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np

from workers.engines.contracts import EngineCard, EngineError, Phoneme, Samples, Speech, Voice, Word
from workers.engines.speech.align import align_voices, find_speech
from workers.engines.speech.convert import convert_voice
from workers.engines.speech.loudness import level_speech
from workers.engines.speech.process import EngineProcess
from workers.engines.speech.say import say_text
from workers.engines.speech.sounds import clean_sounds, frame_phonemes, map_phonemes
from workers.engines.speech.words import caption_words, time_tokens

log = logging.getLogger(__name__)
RATE = 24_000  # Hz of every Speech: RHVoice's and Opus's own rate
LONGEST_TEXT = 3_000  # characters, about four minutes
SLOWEST, FASTEST = 0.5, 2.0
_MARGIN = 0.06  # seconds of quiet kept around the speech


@dataclass(frozen=True)
class Narrator:
    """Who speaks a language: which process, its voices by the name artists use, and the card shown for it."""

    process: str
    speakers: dict[str, dict[str, Any]]  # name → what the process is asked with; the first is the default
    card: EngineCard
    robotic: bool = False  # stands in for voices that could not be had

    def choose(self, name: str | None) -> dict[str, Any]:
        """The request of one voice. Raises EngineError for a name nobody has."""
        known = {key.lower(): value for key, value in self.speakers.items()}
        if name is None:
            return next(iter(known.values()))
        if name.lower() in known:
            return known[name.lower()]
        raise EngineError(f"no voice is called {name!r}; there are {', '.join(self.speakers)}")


class EmbeddedSpeech:
    """SpeechEngine of the CPU engines. `narrators` by language; `processes` by engine name."""

    def __init__(self, narrators: dict[str, Narrator], processes: dict[str, EngineProcess]) -> None:
        self._narrators = narrators
        self._processes = processes
        self._closing = threading.Lock()

    def cards(self) -> dict[str, EngineCard]:
        return {language: narrator.card for language, narrator in self._narrators.items()}

    def speakers(self) -> dict[str, tuple[str, ...]]:
        """Names a Voice may use, by language."""
        return {language: tuple(narrator.speakers) for language, narrator in self._narrators.items()}

    def warm(self) -> None:
        """Starts every process now, side by side, instead of at the first word. Raises EngineError."""
        with ThreadPoolExecutor(len(self._processes)) as threads:
            list(threads.map(lambda process: process.warm(), self._processes.values()))

    def pids(self) -> dict[str, int | None]:
        """Process ids of the engines that run."""
        return {name: process.pid for name, process in self._processes.items()}

    def speak(self, text: str, language: str, voice: Voice) -> Speech:
        """Speaks `text`. Blocking; safe from any thread. Raises EngineError."""
        language = "uz" if language == "uz-Cyrl" else language
        spoken = say_text(text, language)
        if not spoken:
            raise EngineError("there is nothing to say in this text")
        if len(spoken) > LONGEST_TEXT:
            raise EngineError(f"the text is too long to speak: {len(spoken)} of {LONGEST_TEXT} characters")
        narrator = self._narrators[language]
        request = narrator.choose(voice.speakers.get(language)) | {"text": spoken, "language": language}
        request["speed"] = request.pop("tempo", 1.0) * min(FASTEST, max(SLOWEST, voice.rate))
        samples, rate, answer = self._ask(narrator.process, request)
        phonemes, words = self._time(text, request, samples, rate, answer)
        pitch, timbre = (1.0, 1.0) if narrator.robotic else (voice.pitch, voice.timbre)
        return finish_speech(convert_voice(_resample(samples, rate), RATE, pitch, timbre), phonemes, words)

    def close(self) -> None:
        with self._closing:
            for process in self._processes.values():
                process.close()

    def _ask(self, name: str, request: dict[str, Any]) -> tuple[Samples, int, dict[str, Any]]:
        head, pcm = self._processes[name].call(request)
        samples = np.frombuffer(pcm, dtype=np.int16).astype(np.float32) / np.float32(32768)
        if not len(samples) or not np.any(samples):
            raise EngineError(f"{name} said nothing for {request['text']!r}")
        return samples, int(head["rate"]), head

    def _time(
        self, text: str, request: dict[str, Any], samples: Samples, rate: int, answer: dict[str, Any]
    ) -> tuple[list[Phoneme], list[Word]]:
        """Sounds and words on the clock of `samples`: the engine's own, else the reference's, warped."""
        language = request["language"]
        reference, reference_rate, marks = samples, rate, answer
        if "words" not in answer:
            plain = {key: request[key] for key in ("text", "language", "speed")}
            reference, reference_rate, marks = self._ask("espeak", plain)
        sounds = clean_sounds(marks["sounds"], len(reference) / reference_rate)
        spans = time_tokens(request["text"], marks["words"], sounds)
        words = caption_words(text, language, request["text"], spans)
        if marks is answer:
            return sounds, words
        when = align_voices(reference, reference_rate, samples, rate)
        words = [Word(when(word.start), when(word.end), word.text) for word in words]
        if "sounds" in answer:
            return clean_sounds(answer["sounds"], len(samples) / rate), words
        return map_phonemes(sounds, when), words


def finish_speech(samples: Samples, phonemes: Sequence[Phoneme], words: Sequence[Word]) -> Speech:
    """Trims the silence at both ends (times move along) and levels the sound; `samples` at 24 kHz."""
    start, end = find_speech(samples, RATE)
    start, end = max(0, start - int(_MARGIN * RATE)), min(len(samples), end + int(_MARGIN * RATE))
    shift, seconds = start / RATE, (end - start) / RATE
    moved = [Phoneme(p.start - shift, p.end - shift, p.ipa) for p in phonemes]
    heard = [Word(max(0.0, w.start - shift), min(seconds, max(w.start, w.end) - shift), w.text) for w in words]
    leveled = level_speech(_fade_ends(samples[start:end]), RATE)
    return Speech(leveled, RATE, frame_phonemes(moved, seconds), tuple(heard))


def _fade_ends(samples: Samples) -> Samples:
    """No click where the silence was cut."""
    ramp = min(len(samples) // 2, int(0.01 * RATE))
    faded = samples.copy()
    if ramp:
        curve = np.linspace(0, 1, ramp, dtype=np.float32)
        faded[:ramp] *= curve
        faded[-ramp:] *= curve[::-1]
    return faded


def _resample(samples: Samples, rate: int) -> Samples:
    if rate == RATE:
        return samples
    divisor = int(np.gcd(rate, RATE))
    from scipy.signal import resample_poly  # seconds to import, so not before somebody speaks

    result: Samples = resample_poly(samples, RATE // divisor, rate // divisor).astype(np.float32)
    return result
