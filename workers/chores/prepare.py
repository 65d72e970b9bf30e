"""Gets artists ready ahead of the first order: their faces prepared, and one sample greeting rendered a language."""

import asyncio
import logging
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bot.artists.artists import artist_name, greeting_artists, list_prompts
from bot.chat.covers import sample_cover
from bot.demo.catalogue import CatalogueArtist, load_catalogue
from bot.i18n import text
from bot.services import Services, open_services
from bot.settings import Settings
from db.artists import Artist
from workers.engines.animators import open_animator
from workers.engines.contracts import FaceAnimator, Script, SpeechEngine
from workers.engines.film import FilmStudio
from workers.engines.speech.opening import open_speech
from workers.making.captions import caption_words, spoken_language
from workers.making.make_video import prepare_face
from workers.making.voices import voice_of

log = logging.getLogger("stario.prepare")
Tell = Callable[[str], Any]
_NAMES = {"uz": "Malika", "uz-Cyrl": "Малика", "ru": "Малика", "en": "Malika"}


async def prepare_artists(settings: Settings, languages: list[str], tell: Tell = log.info) -> int:
    """Renders what is missing for `languages`; how many samples that were. Interrupted, it goes on next time."""
    made = 0
    async with open_services(settings, pool=2) as services:
        missing = [
            (artist, language)
            for language in languages
            for artist in await greeting_artists()
            if language not in artist.sample_keys
        ]
        if not missing:
            return 0
        speech, animator = open_speech(settings), open_animator(settings)
        try:
            for artist, language in missing:
                tell(f"{made + 1}/{len(missing)} {artist.name} ({language})")
                await make_sample(services, speech, animator, artist, language)
                made += 1
        finally:
            speech.close()
    return made


async def make_sample(
    services: Services, speech_engine: SpeechEngine, animator: FaceAnimator, artist: Artist, language: str
) -> None:
    """One sample greeting, kept in the object store and named by the artist's row."""
    settings = services.settings
    recipient, words = await _sample_words(artist, language)
    spoken = spoken_language(language, artist)
    key = await prepare_face(services, animator, artist)
    speech = await asyncio.to_thread(speech_engine.speak, words, spoken, voice_of(artist, spoken))
    script = Script(
        recipient=recipient,
        artist=artist_name(artist, language),
        title=text(language, "film-title", recipient=recipient),
        mark=text(language, "film-mark"),
        language=language,
        captions=caption_words(speech.words, spoken, language),
    )
    with tempfile.TemporaryDirectory(prefix="stario-") as folder:
        studio = FilmStudio(animator, settings.video_fps, settings.music_bed)
        film = await asyncio.to_thread(studio.shoot, key, speech, script, Path(folder), lambda _: None)
        sample = f"samples/{artist.slug}/{language}.mp4"
        await services.store.put_file(sample, film.path, "video/mp4")
        await services.store.put_file(sample_cover(sample), film.cover, "image/jpeg")
    await artist.refresh_from_db(fields=["sample_keys"])
    artist.sample_keys = {**artist.sample_keys, language: sample}
    await artist.save(update_fields=["sample_keys"])


async def _sample_words(artist: Artist, language: str) -> tuple[str, str]:
    """Whom the sample greets, and with which words: the catalogue's own, else the artist's first prompt."""
    known: dict[str, CatalogueArtist] = {item.slug: item for item in load_catalogue().artists}
    if artist.slug in known:
        sample = known[artist.slug].sample
        return sample.recipients[language], sample.texts[language]
    prompt = (await list_prompts(artist, "just_because", language))[0]
    return _NAMES[language], prompt.text.replace("{name}", _NAMES[language])
