"""espeak-ng inside its own process: robotic speech, and the sound and word times the other engines lack."""

import ctypes as C
from typing import Any

_IPA_EVENTS = 1 | 2  # espeakINITIALIZE_PHONEME_EVENTS | espeakINITIALIZE_PHONEME_IPA
_SYNCHRONOUS = 2  # AUDIO_OUTPUT_SYNCHRONOUS, with our own callback
_WORD, _PHONEME, _LAST = 1, 7, 0
_RATE, _PITCH = 1, 3
_UTF8 = 1
VOICES = {"uz": "uz", "ru": "ru", "en": "en-us"}


class _Id(C.Union):
    _fields_ = (("number", C.c_int), ("name", C.c_char_p), ("string", C.c_char * 8))


class _Event(C.Structure):
    """`espeak_EVENT` of espeak-ng's speak_lib.h."""

    _fields_ = (
        ("type", C.c_int),
        ("unique", C.c_uint),
        ("text_position", C.c_int),
        ("length", C.c_int),
        ("audio_position", C.c_int),
        ("sample", C.c_int),
        ("user_data", C.c_void_p),
        ("id", _Id),
    )


_Callback = C.CFUNCTYPE(C.c_int, C.POINTER(C.c_short), C.c_int, C.POINTER(_Event))


class Espeak:
    """The library, driven synchronously. Times are seconds, text positions are characters from 0."""

    def __init__(self, library: str, data: str) -> None:
        self._lib = C.CDLL(library)
        self._lib.espeak_Info.restype = C.c_char_p
        self.rate = self._lib.espeak_Initialize(_SYNCHRONOUS, 0, data.encode(), _IPA_EVENTS)
        if self.rate <= 0:
            raise RuntimeError("espeak-ng did not find its data; reinstall espeakng-loader")
        self._pcm = bytearray()
        self._sounds: list[tuple[float, str]] = []
        self._words: list[tuple[float, int, int]] = []
        self._callback = _Callback(self._collect)  # kept: the library holds only a pointer
        self._lib.espeak_SetSynthCallback(self._callback)

    def describe(self) -> dict[str, Any]:
        version = self._lib.espeak_Info(None).decode().split()[0]
        return {"version": version, "rate": self.rate, "speakers": VOICES}

    def say(self, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        """`text`, `language`, and optionally `variant`, `speed` (ratio), `pitch` (0–99)."""
        self._pcm.clear()
        self._sounds, self._words = [], []
        voice = VOICES[request["language"]] + request.get("variant", "")
        if self._lib.espeak_SetVoiceByName(voice.encode()) != 0:
            raise RuntimeError(f"espeak-ng has no voice {voice}")
        self._lib.espeak_SetParameter(_RATE, round(150 * request.get("speed", 1.0)), 0)
        self._lib.espeak_SetParameter(_PITCH, int(request.get("pitch", 45)), 0)
        text = request["text"].encode() + b"\0"
        self._lib.espeak_Synth(text, C.c_size_t(len(text)), 0, 0, 0, _UTF8, None, None)
        self._lib.espeak_Synchronize()
        return {"rate": self.rate, "sounds": self._sounds, "words": self._words}, bytes(self._pcm)

    def _collect(self, wave: Any, count: int, events: Any) -> int:
        if wave and count > 0:
            self._pcm += C.string_at(wave, count * 2)
        index = 0
        while events[index].type != _LAST:
            event = events[index]
            seconds = event.audio_position / 1000
            if event.type == _PHONEME:
                self._sounds.append((seconds, event.id.string.decode("utf-8", "ignore")))
            elif event.type == _WORD:
                self._words.append((seconds, event.text_position - 1, event.length))
            index += 1
        return 0


def load_engine(options: dict[str, Any]) -> Espeak:
    """Loads the library and data of the `espeakng-loader` wheel."""
    import espeakng_loader

    return Espeak(espeakng_loader.get_library_path(), espeakng_loader.get_data_path())
