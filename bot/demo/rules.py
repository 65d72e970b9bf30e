"""What a sound catalogue keeps to; the first broken rule is told with its place."""

from bot.artists.occasions import OCCASIONS
from bot.demo.shapes import Catalogue, CatalogueArtist, CatalogueError, Texts
from bot.i18n import LANGUAGES

SPOKEN = ("uz", "ru", "en")  # both Uzbek scripts are spoken by one voice
NAME_LENGTH = 80
PROMPT_LENGTH = (60, 180)


def check_catalogue(catalogue: Catalogue) -> None:
    """Raises CatalogueError at the first broken rule."""
    for noun in ("slug", "telegram_id", "name"):
        values = [getattr(artist, noun) for artist in catalogue.artists]
        require(len(set(values)) == len(values), f"two artists share a {noun}")
    for artist in catalogue.artists:
        check_artist(artist, catalogue)


def check_artist(artist: CatalogueArtist, catalogue: Catalogue) -> None:
    slug = artist.slug
    check_texts(artist.about, f"{slug}: about")
    for name in (artist.name, artist.name_cyrl):
        require(0 < len(name) <= NAME_LENGTH, f"{slug}: the name {name!r} is empty or too long")
    require(artist.portrait.is_file(), f"{slug}: no portrait {artist.portrait.name}")
    require(bool(artist.voices) and set(artist.voices) <= set(SPOKEN), f"{slug}: languages")
    for voice in artist.voices.values():
        require(all(0.4 <= ratio <= 2.5 for ratio in (voice.pitch, voice.timbre, voice.rate)), f"{slug}: voice")
    for price in (artist.price_uzs, artist.price_xtr):
        require(type(price) is int and price >= 0, f"{slug}: the price {price!r} is not a whole number")
    require((artist.price_uzs == 0) == (artist.price_xtr == 0), f"{slug}: free in one currency alone")
    require(10 <= artist.max_duration_seconds <= 60, f"{slug}: max_duration_seconds")
    require(artist.daily_capacity > 0, f"{slug}: daily_capacity")
    allowed, banned = set(artist.whitelist_topics), set(artist.blacklist_topics)
    require(allowed | banned <= set(catalogue.topics), f"{slug}: unknown topics")
    require(not allowed & banned, f"{slug}: a topic is both welcome and unwelcome")
    check_prompts(artist)


def check_prompts(artist: CatalogueArtist) -> None:
    known = set(OCCASIONS)
    require({prompt.occasion for prompt in artist.prompts} == known, f"{artist.slug}: prompts for every occasion")
    shortest, longest = PROMPT_LENGTH
    for prompt in artist.prompts:
        where = f"{artist.slug}: {prompt.occasion} {prompt.position}"
        check_texts(prompt.texts, where)
        for text in prompt.texts.values():
            require(text.count("{name}") == 1 and text.count("{") == 1, f"{where}: {{name}} must stand once")
            require(shortest <= len(text) <= longest, f"{where}: {len(text)} characters")


def check_texts(texts: Texts, where: str) -> None:
    require(set(texts) == set(LANGUAGES), f"{where}: languages {sorted(texts)}")
    require(all(text.strip() for text in texts.values()), f"{where}: an empty text")


def require(holds: bool, complaint: str) -> None:
    if not holds:
        raise CatalogueError(complaint)
