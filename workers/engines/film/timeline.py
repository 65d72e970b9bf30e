"""When what happens in a greeting: the face speaks at once, its title leaves, a last look."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SPEECH_AT = 0.25  # the face is seen at rest for a moment, no longer: whoever waits for a voice swipes on
TITLE = 1.75  # seconds until the title is gone
TAIL = 1.75  # after the last word: the face settles, then the artist's name
FADE = 1.25  # of which the ending takes


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
