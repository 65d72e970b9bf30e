"""The greeting is made here: words → voice → moving face → marks → object store."""

import asyncio
import hashlib
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import cv2
import numpy as np

from bot.artists.artists import artist_name
from bot.greetings.renders import Rendered, fail_render, finish_render, start_render
from bot.i18n import text
from bot.services import Services
from db.artists import Artist
from db.videos import Video
from workers.engines.contracts import FaceAnimator, Film, Script, Speech
from workers.engines.film import FilmStudio
from workers.engines.loaded import loaded
from workers.making.captions import caption_words, spoken_language
from workers.making.provenance import sign_film
from workers.making.voices import voice_of
from workers.rows import Bench
from workers.telling.show_progress import ProgressBoard

_VOICE_SHARE = 0.12  # of the whole way; the rest up to _STORE_SHARE is the picture
_STORE_SHARE = 0.92


async def make_video(bench: Bench, video_id: str) -> None:
    """Renders a queued greeting, or one whose worker died; does nothing when it is already made."""
    video = await start_render(UUID(video_id))
    if video is None:
        return
    services, started = bench.services, time.monotonic()
    async with ProgressBoard(services, video) as board:
        with tempfile.TemporaryDirectory(prefix="stario-") as folder:
            made = await _render(bench, video, board, Path(folder))
            made.stages["total"] = round(time.monotonic() - started, 3)
            await finish_render(services, video, made)


async def bury_video(bench: Bench, video_id: str) -> None:
    """After the last try: the fan is told and gets the money back."""
    await fail_render(UUID(video_id), "video-failed-render")


async def _render(bench: Bench, video: Video, board: ProgressBoard, folder: Path) -> Rendered:
    speech_engine, animator = loaded(bench.engines.speech), loaded(bench.engines.animator)
    settings = bench.services.settings
    studio = FilmStudio(animator, settings.video_fps, settings.music_bed)
    stages: dict[str, float] = {}
    board.show("voice", 0.02)
    with _timed(stages, "voice"):
        language = spoken_language(video.language, video.artist)
        speech = await asyncio.to_thread(speech_engine.speak, video.text, language, voice_of(video.artist, language))
    board.show("video", _VOICE_SHARE)
    with _timed(stages, "face"):
        key = await prepare_face(bench.services, animator, video.artist)
    with _timed(stages, "video"):
        film = await asyncio.to_thread(
            studio.shoot,
            key,
            speech,
            _script(video, speech, language),
            folder,
            lambda done: board.show("video", _VOICE_SHARE + (_STORE_SHARE - _VOICE_SHARE) * done),
        )
    stages.update({f"video.{name}": round(seconds, 3) for name, seconds in film.stages.items()})
    with _timed(stages, "provenance"):
        await asyncio.to_thread(sign_film, film, video, settings)
    board.show("sending", _STORE_SHARE)
    with _timed(stages, "store"):
        engines = {"speech": speech_engine.cards()[language].engine_id, "face": animator.card().engine_id}
        return await _store(bench.services, video, film, engines, stages)


async def prepare_face(services: Services, animator: FaceAnimator, artist: Artist) -> str:
    """The key of the artist's prepared face; computed the first time this machine meets the portrait."""
    body = await services.store.get(artist.portrait_key)
    key = hashlib.sha256(body).hexdigest()[:16]
    portrait = cv2.imdecode(np.frombuffer(body, np.uint8), cv2.IMREAD_COLOR)
    await asyncio.to_thread(animator.prepare, np.asarray(portrait, np.uint8), key)
    return key


def _script(video: Video, speech: Speech, spoken: str) -> Script:
    viewer = video.viewer_language
    return Script(
        recipient=video.recipient,
        artist=artist_name(video.artist, viewer),
        title=text(viewer, "film-title", recipient=video.recipient),
        mark=text(viewer, "film-mark"),
        language=viewer,
        captions=caption_words(speech.words, spoken, viewer),
    )


async def _store(
    services: Services, video: Video, film: Film, engines: dict[str, str], stages: dict[str, float]
) -> Rendered:
    # The key names the attempt, so that a slow dead attempt never overwrites what a later one delivered.
    base = f"videos/{video.id}/{video.attempt}"
    await services.store.put_file(f"{base}.mp4", film.path, "video/mp4")
    await services.store.put_file(f"{base}.jpg", film.cover, "image/jpeg")
    body = await asyncio.to_thread(film.path.read_bytes)
    return Rendered(
        video_key=f"{base}.mp4",
        cover_key=f"{base}.jpg",
        sha256=hashlib.sha256(body).hexdigest(),
        size=len(body),
        width=film.width,
        height=film.height,
        duration_ms=int(film.seconds * 1000),
        engines=engines,
        stages=stages,
    )


@contextmanager
def _timed(stages: dict[str, float], name: str) -> Iterator[None]:
    started = time.monotonic()
    yield
    stages[name] = round(time.monotonic() - started, 3)
