"""Frames and samples into an MP4 that plays while it loads: H.264 and AAC, the index in front."""

import math
from collections import deque
from contextlib import suppress
from fractions import Fraction
from pathlib import Path
from types import TracebackType
from typing import Any

import av
import cv2
import numpy as np

from workers.engines.contracts import Plane, Planes, Samples

AUDIO_RATE = 48_000
AUDIO_BITS = 96_000
BT709 = 1  # colour primaries, transfer and matrix (ITU-T H.273)
LIMITED = 1  # AVCOL_RANGE_MPEG


class FilmEncoder:
    """Writes one film, square without a height. Frames come in order; the sound is given before them."""

    def __init__(self, path: Path, width: int, fps: int, preset: str = "veryfast", height: int = 0) -> None:
        self._file = av.open(str(path), "w", format="mp4", options={"movflags": "+faststart"})
        video: Any = self._file.add_stream("libx264", rate=fps)
        video.width, video.height = width, height or width
        video.pix_fmt = "yuv420p"
        video.time_base = Fraction(1, fps)
        video.options = {"preset": preset, "crf": "23", "threads": "2", "g": str(fps * 5), "profile": "high"}
        context = video.codec_context
        context.color_primaries = context.color_trc = context.colorspace = BT709
        context.color_range = LIMITED
        audio: Any = self._file.add_stream("aac", rate=AUDIO_RATE)
        audio.bit_rate = AUDIO_BITS
        audio.layout = "mono"
        self._video, self._audio, self._fps, self._count = video, audio, fps, 0
        self._sound: deque[Any] = deque()

    def add_sound(self, track: Samples) -> None:
        """Encodes the whole sound track, mono at AUDIO_RATE."""
        frame = av.AudioFrame.from_ndarray(track[None], "fltp", "mono")
        frame.sample_rate, frame.pts, frame.time_base = AUDIO_RATE, 0, Fraction(1, AUDIO_RATE)
        # The muxer gives up on a stream that stays silent for 10 s, so sound is handed to it beside the frames.
        self._sound.extend(packet for given in (frame, None) for packet in self._audio.encode(given))

    def add_frame(self, planes: Planes) -> None:
        """Encodes the next frame."""
        frame = av.VideoFrame.from_ndarray(pack_i420(planes), "yuv420p")
        frame.pts, frame.time_base = self._count, Fraction(1, self._fps)
        self._count += 1
        self._file.mux(self._video.encode(frame))
        self._mux_sound(self._count / self._fps)

    def _mux_sound(self, until: float) -> None:
        while self._sound and float(self._sound[0].pts * self._sound[0].time_base) <= until:
            self._file.mux(self._sound.popleft())

    def __enter__(self) -> "FilmEncoder":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._file.mux(self._video.encode(None))
            self._mux_sound(math.inf)
            self._file.close()
        else:
            with suppress(av.FFmpegError):  # the file is thrown away; what stopped us matters more
                self._file.close()


def pack_i420(planes: Planes) -> Plane:
    """One array of 3H/2 × W as encoders take it."""
    width, height = planes.size
    blue, red = cv2.split(planes.chroma)
    flat = np.concatenate([planes.luma.reshape(-1), blue.reshape(-1), red.reshape(-1)])
    return flat.reshape(height * 3 // 2, width)
