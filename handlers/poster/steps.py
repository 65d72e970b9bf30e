"""How each step of a poster looks: whose portrait, which design and colours, for whom, which words, the preview."""

from aiogram.enums import ChatAction
from aiogram.types import InlineKeyboardMarkup

from bot.artists.artists import artist_name, get_artist, list_artists
from bot.errors import Refusal
from bot.ids import pack_id, read_packed
from bot.posters.designs import DESIGNS, PALETTES, SIZES
from bot.posters.posters import NAME_LIMIT, WORDS_LIMIT, change_design, design_poster, find_poster, require_printable
from bot.shelf.products import size_name
from db.posters import Poster
from handlers.poster.drafts import POSTER_DRAFTS, PosterDraft
from handlers.talk.buttons import GoodsButton
from handlers.talk.keyboards import Row, pair_up, rows, tap
from handlers.talk.media import show_picture
from handlers.talk.states import Design
from handlers.talk.talk import Talk

_ARTISTS = 8
_ORDER = ("artist", "design", "palette", "size", "recipient", "words")


def foot_row(talk: Talk, draft: PosterDraft, step: str) -> Row:
    """Back and cancel; back from the first step leads to the card."""
    before = _ORDER[max(0, _ORDER.index(step) - 1)]
    first = step == "artist"
    back = GoodsButton.unpack(draft.back) if first else draft.button("open", before)
    cancel = [] if first else [tap(talk.say("shop-cancel"), draft.button("cancel"))]
    return [tap(talk.say("shop-back"), back), *cancel]


async def ask_artist(talk: Talk, draft: PosterDraft, offset: int = 0) -> None:
    page = await list_artists("", "", offset, _ARTISTS)
    buttons = [tap(artist_name(artist, talk.language), draft.button("artist", artist.slug)) for artist in page.items]
    paging: Row = []
    if offset:
        paging.append(tap("◀️", draft.button("page", str(max(0, offset - _ARTISTS)))))
    if page.next is not None:
        paging.append(tap("▶️", draft.button("page", str(page.next))))
    await POSTER_DRAFTS.save(talk.state, draft)
    keyboard = rows(*pair_up(buttons), paging, foot_row(talk, draft, "artist"))
    await talk.show(talk.say("shop-poster-artist"), keyboard)


async def ask_design(talk: Talk, draft: PosterDraft) -> None:
    about = "\n".join(
        f"<b>{talk.say(f'poster-design-{name}')}</b> — {talk.say(f'poster-about-{name}')}" for name in DESIGNS
    )
    buttons = [tap(talk.say(f"poster-design-{name}"), draft.button("design", name)) for name in DESIGNS]
    await POSTER_DRAFTS.save(talk.state, draft)
    keyboard = rows(*pair_up(buttons), foot_row(talk, draft, "design"))
    await talk.show(f"{talk.say('shop-poster-design')}\n\n{about}", keyboard)


async def ask_palette(talk: Talk, draft: PosterDraft) -> None:
    buttons = [
        tap(talk.say(f"poster-palette-{name}"), draft.button("palette", name)) for name in PALETTES[draft.design]
    ]
    await POSTER_DRAFTS.save(talk.state, draft)
    keyboard = rows(*pair_up(buttons), foot_row(talk, draft, "palette"))
    await talk.show(talk.say("shop-poster-palette"), keyboard)


async def ask_size(talk: Talk, draft: PosterDraft) -> None:
    buttons = [
        tap(size_name(size), draft.button("size", size), "primary" if size == draft.size else None) for size in SIZES
    ]
    await POSTER_DRAFTS.save(talk.state, draft)
    await talk.show(talk.say("shop-poster-size"), rows(buttons, foot_row(talk, draft, "size")))


async def ask_recipient(talk: Talk, draft: PosterDraft) -> None:
    await POSTER_DRAFTS.save(talk.state, draft)
    words = talk.say("shop-poster-name", limit=NAME_LIMIT)
    await talk.show(words, rows(foot_row(talk, draft, "recipient")))
    await talk.state.set_state(Design.recipient)


async def ask_words(talk: Talk, draft: PosterDraft) -> None:
    await POSTER_DRAFTS.save(talk.state, draft)
    words = talk.say("shop-poster-words", name=draft.recipient, limit=WORDS_LIMIT)
    await talk.show(words, rows(foot_row(talk, draft, "words")))
    await talk.state.set_state(Design.words)


async def show_preview(talk: Talk, draft: PosterDraft) -> None:
    """Draws what has been put together. Raises Blocked or Invalid where the words will not do."""
    await talk.close_tap()
    await talk.services.telegram.send_chat_action(talk.chat_id, ChatAction.UPLOAD_PHOTO)
    poster = await _draw(talk, draft)
    draft.poster = pack_id(poster.id)
    await POSTER_DRAFTS.save(talk.state, draft)
    await talk.state.set_state(None)
    words = talk.say(
        "shop-poster-preview",
        artist=artist_name(poster.artist, talk.language),
        name=poster.recipient,
        size=size_name(poster.size),
        dpi=poster.dpi,
    )
    if trouble := find_trouble(poster):
        words += "\n\n⚠️ " + talk.say(trouble.key, **trouble.values)
    await show_picture(talk, poster.preview_key, words, preview_keyboard(talk, draft, poster))


def find_trouble(poster: Poster) -> Refusal | None:
    """Why this design cannot be printed as it is."""
    try:
        require_printable(poster)
    except Refusal as refusal:
        return refusal
    return None


async def _draw(talk: Talk, draft: PosterDraft) -> Poster:
    if not draft.poster:
        return await design_poster(talk.services, talk.user, draft.request(talk.language))
    known = await find_poster(talk.user, read_packed(draft.poster))
    look = {"design": draft.design, "palette": draft.palette, "size": draft.size}
    told = {"recipient": draft.recipient, "words": draft.words}
    return await change_design(talk.services, talk.user, known.id, **look, **told)


def preview_keyboard(talk: Talk, draft: PosterDraft, poster: Poster) -> InlineKeyboardMarkup:
    yes = [tap(talk.say("shop-poster-approve"), draft.button("approve"), "success")]
    return rows(
        [] if find_trouble(poster) else yes,
        [tap(talk.say("shop-poster-other-size"), draft.button("open", "size"))],
        [
            tap(talk.say("shop-poster-other-design"), draft.button("open", "design")),
            tap(talk.say("shop-poster-other-palette"), draft.button("open", "palette")),
        ],
        [
            tap(talk.say("shop-poster-other-name"), draft.button("open", "recipient")),
            tap(talk.say("shop-poster-other-words"), draft.button("open", "words")),
        ],
        [tap(talk.say("shop-cancel"), draft.button("cancel"))],
    )


async def go_to_artist(talk: Talk, draft: PosterDraft) -> None:
    await ask_artist(talk, draft)


async def check_artist(slug: str) -> str:
    """The slug of an artist who can be asked. Raises NotFound."""
    return str((await get_artist(slug)).slug)


STEPS = {
    "artist": go_to_artist,
    "design": ask_design,
    "palette": ask_palette,
    "size": ask_size,
    "recipient": ask_recipient,
    "words": ask_words,
    "preview": show_preview,
}
