"""Puts the demo catalogue into an empty database: artists with consent, prompts and portraits, goods, and our staff.

Who is already there stays as they are: a second start changes nothing.
"""

import asyncio
import logging
from typing import Any

import yaml
from tortoise.transactions import in_transaction

from bot.adapters.s3 import ObjectStore, S3Store
from bot.artists.consent import grant_consent
from bot.artists.occasions import OCCASIONS
from bot.demo.catalogue import DEMO_DIR, CatalogueArtist, load_catalogue
from bot.demo.questions import seed_trivia
from bot.demo.shop import seed_shop
from bot.i18n import pick_language
from bot.settings import Settings
from db.artists import Artist, ArtistPrompt, ArtistRestriction, Verification
from db.connection import close_database, open_database
from db.consents import Purpose
from db.users import Role, User

log = logging.getLogger("stario.seed")


async def seed_demo(settings: Settings) -> bool:
    """Seeds by itself, for a process that has nothing open yet; True when an artist lacks a sample greeting."""
    store = S3Store(settings)
    await open_database(settings.database_url.get_secret_value(), pool=2)
    try:
        await store.open()
        await seed_catalogue(store, with_people=settings.playground)
        return await Artist.filter(sample_keys={}).exists()
    finally:
        await store.close()
        await close_database()


async def seed_catalogue(store: ObjectStore, with_people: bool) -> int:
    """Adds the artists that are missing; `with_people` links them to the playground's people. Returns how many."""
    known = {artist.slug for artist in await Artist.all().only("slug")}
    fresh = [(place, artist) for place, artist in enumerate(load_catalogue().artists) if artist.slug not in known]
    for place, artist in fresh:
        body = await asyncio.to_thread(artist.portrait.read_bytes)
        await store.put(_portrait_key(artist), body, "image/jpeg")
        await _add_artist(artist, place, with_people)
    await seed_shop()
    if with_people:
        await _add_staff()
    await seed_trivia()
    return len(fresh)


def _portrait_key(artist: CatalogueArtist) -> str:
    return f"portraits/{artist.slug}.jpg"


async def _add_artist(item: CatalogueArtist, place: int, with_people: bool) -> None:
    async with in_transaction():
        artist = await Artist.create(
            slug=item.slug,
            user=await _artist_user(item) if with_people else None,
            name=item.name,
            name_cyrl=item.name_cyrl,
            category=item.category,
            about=dict(item.about),
            languages=list(item.languages),
            price_uzs=item.price_uzs,
            price_xtr=item.price_xtr,
            portrait_key=_portrait_key(item),
            voice=item.voice_record(),
            asks_approval=item.asks_approval,
            daily_capacity=item.daily_capacity,
            verification_status=Verification.VERIFIED,
            position=place,
        )
        await ArtistRestriction.create(
            artist=artist,
            whitelist_topics=list(item.whitelist_topics),
            blacklist_topics=list(item.blacklist_topics),
            max_duration_seconds=item.max_duration_seconds,
        )
        await ArtistPrompt.bulk_create(list(_prompts(item, artist)))
        for purpose in Purpose:
            await grant_consent(artist, purpose)


def _prompts(item: CatalogueArtist, artist: Artist) -> list[ArtistPrompt]:
    order = {occasion: place for place, occasion in enumerate(OCCASIONS)}
    return [
        ArtistPrompt(
            artist=artist,
            occasion=prompt.occasion,
            language=language,
            text=words,
            position=order[prompt.occasion] * 10 + prompt.position,
        )
        for prompt in item.prompts
        for language, words in prompt.texts.items()
    ]


async def _artist_user(item: CatalogueArtist) -> User:
    user, _ = await User.get_or_create(
        telegram_id=item.telegram_id,
        defaults={"first_name": item.name, "role": Role.ARTIST, "is_verified": True, "has_chosen_language": True},
    )
    return user


async def _add_staff() -> None:
    for person in load_people()["staff"]:
        defaults = {
            "first_name": person["first_name"],
            "username": person.get("username"),
            "language": pick_language(person.get("language_code")),
            "has_chosen_language": True,
            "role": Role.VALIDATOR,
        }
        await User.get_or_create(telegram_id=person["id"], defaults=defaults)


def load_people() -> dict[str, Any]:
    """People of the playground: `fans`, `staff`, `staff_chat`, `fan_chat`."""
    return dict(yaml.safe_load((DEMO_DIR / "people.yaml").read_text(encoding="utf-8")))
