"""What an engine is: one Protocol a task, and the plain values that pass between engines."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]  # mono, −1 … 1
Picture = NDArray[np.uint8]  # height × width × 3, BGR
Plane = NDArray[Any]  # uint8; OpenCV declares wider types than it returns
Times = NDArray[np.float32]  # seconds from the start of the speech, one a frame; before it they are negative
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


@dataclass
class Planes:
    """A picture as video keeps it: half the numbers of BGR.

    `luma` H × W and `chroma` H/2 × W/2 × 2 (blue, red), BT.709 limited range; H and W are even.
    """

    luma: Plane
    chroma: Plane

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        return self.luma.shape[1], self.luma.shape[0]

    def copy(self) -> "Planes":
        return Planes(self.luma.copy(), self.chroma.copy())

    def crop(self, box: tuple[int, int, int, int]) -> "Planes":
        """A view of the even box (x0, y0, x1, y1)."""
        x0, y0, x1, y1 = box
        return Planes(self.luma[y0:y1, x0:x1], self.chroma[y0 // 2 : y1 // 2, x0 // 2 : x1 // 2])


class Performance(Protocol):
    """A portrait that is about to speak: squares of the animator's size, nothing written on them."""

    @property
    def still(self) -> Planes:
        """The face at rest, for the cover."""

    @property
    def caption_ceiling(self) -> int:
        """The highest row that writing may touch: below an open mouth."""

    def frames(self) -> Iterator[Planes]:
        """Every frame in order; each is its taker's to write on. Raises EngineError."""


class FaceAnimator(Protocol):
    """A portrait and a speech → moving frames. What is written on them, heard and encoded is the film's."""

    def card(self) -> EngineCard: ...

    def check(self, portrait: Picture) -> None:
        """Raises PortraitRefused unless there is one frontal face, large enough."""

    def prepare(self, portrait: Picture, key: str) -> None:
        """Computes and caches (on disk under `key`) what animation needs; slow the first time."""

    def perform(self, key: str, speech: Speech, times: Times) -> Performance:
        """The prepared portrait speaking, a frame for each of `times`. Blocking. Raises EngineError."""
