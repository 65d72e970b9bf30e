"""A Telegram voice note: mono Ogg/Opus, for hearing the name before paying."""

import io
from fractions import Fraction

import av
import numpy as np

from workers.engines.contracts import EngineError, Speech

BIT_RATE = 32_000
_RATES = (8_000, 12_000, 16_000, 24_000, 48_000)  # what Opus itself knows


def encode_note(speech: Speech) -> bytes:
    """`speech` as Ogg/Opus. Raises EngineError for a rate Opus does not know or for silence of no length."""
    if speech.rate not in _RATES or not len(speech.samples):
        raise EngineError(f"cannot make a voice note of {len(speech.samples)} samples at {speech.rate} Hz")
    file = io.BytesIO()
    with av.open(file, "w", format="ogg") as container:
        stream = container.add_stream("libopus", rate=speech.rate, layout="mono", options={"application": "voip"})
        stream.bit_rate = BIT_RATE
        frame = av.AudioFrame.from_ndarray(_to_pcm(speech), format="s16", layout="mono")
        frame.sample_rate, frame.time_base, frame.pts = speech.rate, Fraction(1, speech.rate), 0
        for part in (frame, None):
            container.mux(stream.encode(part))
    return file.getvalue()


def _to_pcm(speech: Speech) -> "np.ndarray[tuple[int, int], np.dtype[np.int16]]":
    return (np.clip(speech.samples, -1, 1) * 32767).astype(np.int16).reshape(1, -1)
