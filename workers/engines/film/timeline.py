"""When what happens in a greeting: title, speech, last look."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

TITLE = 1.20  # seconds the title card is seen
SPEECH_AT = 1.10  # the voice begins as the title dissolves
TAIL = 1.25  # after the last word: a smile, then the artist's name
FADE = 0.75  # of which the ending takes


@dataclass(frozen=True)
class Timeline:
    """Frame counts and seconds of one greeting."""

    frames: int
    fps: int
    speech_seconds: float

    @property
    def seconds(self) -> float:
        return self.frames / self.fps

    @property
    def speech_times(self) -> NDArray[np.float32]:
        """The middle of each frame, in seconds from the start of the speech."""
        return ((np.arange(self.frames) + 0.5) / self.fps - SPEECH_AT).astype(np.float32)


def plan_timeline(speech_seconds: float, fps: int) -> Timeline:
    """The timeline for a speech of this length."""
    return Timeline(math.ceil((SPEECH_AT + speech_seconds + TAIL) * fps), fps, speech_seconds)
