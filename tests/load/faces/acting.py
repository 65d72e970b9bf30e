"""Stars say texts: speeches of the real voices, and the animator's own frames with nothing written on them."""

import time
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path

import cv2
import numpy as np

from bot.demo.catalogue import CatalogueArtist
from bot.settings import Settings
from workers.engines.animators import open_animator
from workers.engines.contracts import FaceAnimator, Picture, Planes, Speech, SpeechEngine, Times, Voice
from workers.engines.planes import restore_picture
from workers.engines.speech.opening import open_speech

FPS = 25
BEFORE, AFTER = 0.5, 1.25  # seconds of silence around the speech
# Many m, b, p; wide vowels; and a pause that is seen. The order gives each language its turn.
TEXTS = (
    ("uz", "Assalomu alaykum, Madina! Bobom bilan bogʻda muzqaymoq yedim, oppoq va mazali. Baxtli boʻling!"),
    ("ru", "Привет, Максим! Мама с бабушкой купили пломбир, а папа поймал рыбу. Будь счастлив, мой друг!"),
    ("en", "Happy birthday, Bobby! Mom and papa made a big apple pie. We hope you have a wonderful time!"),
    ("uz", "Umidjon, bu kun sening bayraming. Men va papam sovgʻa topdik: fil, sopol piyola, bitta shim."),
    ("ru", "Боря, выпей компот! Утром мы поём песни, вечером смотрим фильм. Обнимаю, пока!"),
    ("en", "Maybe we should film the famous blue boat. Please bring a map, a pump, and some soup!"),
)


@dataclass(frozen=True)
class Line:
    """One text as a star says it."""

    language: str
    speech: Speech


@dataclass(frozen=True)
class Take:
    """One line, acted: a frame for each of `times`."""

    line: Line
    times: Times
    frames: list[Planes]
    cpu: float  # seconds, threads together

    @cached_property
    def size(self) -> int:
        return self.frames[0].size[0]

    def picture(self, number: int) -> Picture:
        return restore_picture(self.frames[number])


def say_texts(stars: list[CatalogueArtist], texts: int) -> dict[str, list[Line]]:
    """What each star says, by slug."""
    engine = open_speech(Settings())
    try:
        return {star.slug: [say(engine, star, *text) for text in choose_texts(star)[:texts]] for star in stars}
    finally:
        engine.close()


def choose_texts(star: CatalogueArtist) -> list[tuple[str, str]]:
    """Those in the star's languages: not everyone speaks English."""
    return [(language, text) for language, text in TEXTS if language in star.voices]


def say(engine: SpeechEngine, star: CatalogueArtist, language: str, text: str) -> Line:
    return Line(language, engine.speak(text, language, choose_voice(star, language)))


def choose_voice(star: CatalogueArtist, language: str) -> Voice:
    """As the catalogue describes it."""
    kept = asdict(star.voices[language])
    return Voice({language: kept["speaker"]}, kept["pitch"], kept["timbre"], kept["rate"])


def load_portrait(path: Path) -> Picture:
    picture = cv2.imread(str(path))
    assert picture is not None, path
    return np.asarray(picture, np.uint8)


def open_stage(folder: Path, size: int) -> FaceAnimator:
    return open_animator(Settings(data_dir=folder, video_size=size, video_fps=FPS))


def act(animator: FaceAnimator, key: str, line: Line) -> Take:
    """The frames of a line, drawn as fast as the machine can."""
    count = int((BEFORE + line.speech.seconds + AFTER) * FPS)
    times = ((np.arange(count) + 0.5) / FPS - BEFORE).astype(np.float32)
    performance = animator.perform(key, line.speech, times)
    start = time.process_time()
    frames = list(performance.frames())
    return Take(line, times, frames, time.process_time() - start)
