"""What an engine is: one Protocol a task, and the plain values that pass between engines."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]  # mono, −1 … 1
Picture = NDArray[np.uint8]  # height × width × 3, BGR
Progress = Callable[[float], None]  # called with 0 … 1, from any thread


class EngineError(Exception):
    """An engine cannot load or cannot do this input; the message says what to do about it."""


class PortraitRefused(EngineError):
    """The portrait cannot be animated; `key` names the Fluent text that says why."""

    def __init__(self, key: str, **values: Any) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


@dataclass(frozen=True)
class EngineCard:
    """Who an engine is: shown at start, in /healthz and beside what it made."""

    engine_id: str  # e.g. "rhvoice-1.8/sevinch"
    licence: str
    device: str  # "cpu", "cuda:0"
    note: str = ""


@dataclass(frozen=True)
class Phoneme:
    """One sound of the speech: seconds from the start of the audio, and its IPA symbol ("" is a pause)."""

    start: float
    end: float
    ipa: str


@dataclass(frozen=True)
class Word:
    """One spoken word: seconds from the start of the audio, and the word as the script writes it."""

    start: float
    end: float
    text: str


@dataclass(frozen=True)
class Voice:
    """How an artist sounds in the embedded engines.

    `speakers` names a voice a language, e.g. {"uz": "Sevinch", "ru": "Aleksandr-hq", "en": "joe"};
    `pitch` and `timbre` are ratios (1.0 leaves them alone); `rate` is speed.
    """

    speakers: dict[str, str] = field(default_factory=dict)
    pitch: float = 1.0
    timbre: float = 1.0
    rate: float = 1.0


@dataclass(frozen=True)
class Speech:
    """Spoken audio with the times of its sounds and words. `samples` at `rate` Hz, about −16 LUFS."""

    samples: Samples
    rate: int
    phonemes: tuple[Phoneme, ...]
    words: tuple[Word, ...]

    @property
    def seconds(self) -> float:
        return len(self.samples) / self.rate


class SpeechEngine(Protocol):
    """Text → Speech. Languages: `uz` (either script), `ru`, `en`."""

    def cards(self) -> dict[str, EngineCard]:
        """The engine that speaks each language."""

    def speak(self, text: str, language: str, voice: Voice) -> Speech:
        """Speaks `text`. Blocking; safe to call from a thread. Raises EngineError."""

    def close(self) -> None: ...


@dataclass(frozen=True)
class Script:
    """What is written on a greeting: the viewer's language, names, and the words shown as captions."""

    recipient: str
    artist: str
    title: str  # title card, e.g. "Onajon uchun"
    mark: str  # visible AI mark, e.g. "AI · stario"
    language: str
    captions: tuple[Word, ...] = ()


@dataclass(frozen=True)
class Film:
    """A finished greeting on disk: H.264 + AAC MP4, fast-start, and its JPEG cover."""

    path: Path
    cover: Path
    seconds: float
    width: int
    height: int
    frames: int
    stages: dict[str, float]  # seconds of wall time by stage


class FaceAnimator(Protocol):
    """Portrait + Speech → Film."""

    def card(self) -> EngineCard: ...

    def check(self, portrait: Picture) -> None:
        """Raises PortraitRefused unless there is one frontal face, large enough."""

    def prepare(self, portrait: Picture, key: str) -> None:
        """Computes and caches (on disk under `key`) what animation needs; slow the first time."""

    def animate(self, key: str, speech: Speech, script: Script, folder: Path, progress: Progress) -> Film:
        """Renders the prepared portrait speaking. Blocking. Raises EngineError."""
