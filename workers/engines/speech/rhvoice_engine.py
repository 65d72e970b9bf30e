"""RHVoice inside its own process, through its C interface: Russian and Uzbek voices at 24 kHz."""

import ctypes as C
from typing import Any

_Rate = C.CFUNCTYPE(C.c_int, C.c_int, C.c_void_p)
_Speech = C.CFUNCTYPE(C.c_int, C.POINTER(C.c_short), C.c_uint, C.c_void_p)
_Mark = C.CFUNCTYPE(C.c_int, C.c_char_p, C.c_void_p)
_Span = C.CFUNCTYPE(C.c_int, C.c_uint, C.c_uint, C.c_void_p)
_Done = C.CFUNCTYPE(None, C.c_void_p)


class _Callbacks(C.Structure):
    """`RHVoice_callbacks` of RHVoice.h."""

    _fields_ = (
        ("set_sample_rate", _Rate),
        ("play_speech", _Speech),
        ("process_mark", _Mark),
        ("word_starts", _Span),
        ("word_ends", _Span),
        ("sentence_starts", _Span),
        ("sentence_ends", _Span),
        ("play_audio", _Mark),
        ("done", _Done),
    )


class _InitParams(C.Structure):
    _fields_ = (
        ("data_path", C.c_char_p),
        ("config_path", C.c_char_p),
        ("resource_paths", C.POINTER(C.c_char_p)),
        ("callbacks", _Callbacks),
        ("options", C.c_uint),
    )


class _VoiceInfo(C.Structure):
    _fields_ = (("language", C.c_char_p), ("name", C.c_char_p), ("gender", C.c_int), ("country", C.c_char_p))


class _SynthParams(C.Structure):
    _fields_ = (
        ("voice_profile", C.c_char_p),
        ("absolute_rate", C.c_double),
        ("absolute_pitch", C.c_double),
        ("absolute_volume", C.c_double),
        ("relative_rate", C.c_double),
        ("relative_pitch", C.c_double),
        ("relative_volume", C.c_double),
        ("punctuation_mode", C.c_int),
        ("punctuation_list", C.c_char_p),
        ("capitals_mode", C.c_int),
        ("flags", C.c_int),
    )


def load_library(path: str) -> C.CDLL:
    """The library with its signatures. Raises OSError when it or what it needs is not there."""
    lib = C.CDLL(path)
    lib.RHVoice_get_version.restype = C.c_char_p
    lib.RHVoice_new_tts_engine.restype = C.c_void_p
    lib.RHVoice_new_tts_engine.argtypes = [C.POINTER(_InitParams)]
    lib.RHVoice_get_number_of_voices.argtypes = [C.c_void_p]
    lib.RHVoice_get_voices.argtypes = [C.c_void_p]
    lib.RHVoice_get_voices.restype = C.POINTER(_VoiceInfo)
    message: list[Any] = [C.c_void_p, C.c_char_p, C.c_uint, C.c_int, C.POINTER(_SynthParams), C.c_void_p]
    lib.RHVoice_new_message.argtypes = message
    lib.RHVoice_new_message.restype = C.c_void_p
    lib.RHVoice_speak.argtypes = [C.c_void_p]
    lib.RHVoice_delete_message.argtypes = [C.c_void_p]
    return lib


class RHVoice:
    """One engine with the voices and languages of `resources` (folders); settings from `config`."""

    def __init__(self, library: str, config: str, resources: list[str]) -> None:
        self._lib = load_library(library)
        self._pcm = bytearray()
        self.rate = 24000
        # Kept on the object: the library holds only pointers to them.
        self._set_rate = _Rate(self._take_rate)
        self._play = _Speech(self._take_speech)
        self._paths = (C.c_char_p * (len(resources) + 1))(*(path.encode() for path in resources), None)
        callbacks = _Callbacks(set_sample_rate=self._set_rate, play_speech=self._play)
        self._params = _InitParams(
            data_path=b"", config_path=config.encode(), resource_paths=self._paths, callbacks=callbacks
        )
        self._engine = self._lib.RHVoice_new_tts_engine(C.byref(self._params))
        if not self._engine:
            raise RuntimeError("RHVoice refused its voices; fetch them again")

    def describe(self) -> dict[str, Any]:
        count = self._lib.RHVoice_get_number_of_voices(self._engine)
        voices = self._lib.RHVoice_get_voices(self._engine)
        names = {voices[i].name.decode(): (voices[i].language or b"").decode() for i in range(count)}
        return {"version": self._lib.RHVoice_get_version().decode(), "rate": self.rate, "speakers": names}

    def say(self, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        """`text`, `speaker` and optionally `speed` (ratio) → 16-bit PCM."""
        self._pcm.clear()
        params = _SynthParams(
            voice_profile=request["speaker"].encode(),
            relative_rate=request.get("speed", 1.0),
            relative_pitch=1.0,
            relative_volume=1.0,
        )
        text = request["text"].encode()
        message = self._lib.RHVoice_new_message(self._engine, text, len(text), 0, C.byref(params), None)
        if not message:
            raise RuntimeError(f"RHVoice has no voice {request['speaker']} or nothing to say")
        try:
            self._lib.RHVoice_speak(message)
        finally:
            self._lib.RHVoice_delete_message(message)
        return {"rate": self.rate}, bytes(self._pcm)

    def _take_rate(self, rate: int, _data: Any) -> int:
        self.rate = rate
        return 1

    def _take_speech(self, samples: Any, count: int, _data: Any) -> int:
        self._pcm += C.string_at(samples, count * 2)
        return 1


def load_engine(options: dict[str, Any]) -> RHVoice:
    """`options`: `library` (file), `config` (folder of RHVoice.conf), `resources` (folders)."""
    return RHVoice(options["library"], options["config"], options["resources"])
