"""A poster from the asked-for words to the print file: every rule of its life stands here."""

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Literal
from uuid import UUID

from tortoise.exceptions import IntegrityError
from tortoise.transactions import in_transaction

from bot.artists.artists import get_artist, limits_of
from bot.artists.consent import require_consent
from bot.errors import Conflict, Invalid, NotFound
from bot.i18n import LANGUAGES
from bot.ids import CODE, new_code, read_id, read_name
from bot.outbox import write_job
from bot.pasted.lines import tidy_token
from bot.posters.designs import DESIGNS, LEAST_DPI, PALETTES, SIZES
from bot.posters.sources import check_source
from bot.services import Services
from bot.states.posters import CHANGEABLE, change_poster
from bot.words.moderation import Blocked, Judgement, judge_name, judge_text, tidy_name
from db.artists import Artist
from db.consents import Purpose
from db.orders import OrderItem, OrderStatus
from db.posters import Poster, PosterStatus
from db.users import User

NAME_LIMIT, WORDS_LIMIT = 30, 200  # characters that a sheet holds in letters one can read
PREVIEW_SECONDS = 10
_SPOKEN = 3600  # nobody reads a poster aloud: the artist's limit of seconds is not its limit
S = PosterStatus
_TIED = (OrderStatus.AWAITING_PAYMENT, OrderStatus.PAID, OrderStatus.IN_PRODUCTION, OrderStatus.FULFILLED)
Source = Literal["portrait", "quiz", "video"]


@dataclass(frozen=True)
class PosterRequest:
    """What a fan asks for. `request_key` makes a repeated request the same poster."""

    artist: str  # id or slug
    design: str
    palette: str
    size: str
    recipient: str
    words: str
    language: str
    source: Source = "portrait"
    video_id: UUID | None = None
    second: float = 0.0  # of the video
    quiz_id: UUID | None = None
    request_key: str | None = None


async def design_poster(services: Services, user: User, request: PosterRequest) -> Poster:
    """A poster with its preview; doubtful words wait for a validator, the same `request_key` is the same poster.

    Raises NotFound, Forbidden, Invalid, Blocked with the reasons, Unavailable when no worker draws.
    """
    poster = await _find_request(user, request)
    if poster is None:
        poster = await _place_poster(user, request)
    return poster if poster.preview_key else await draw_preview(services, poster)


async def _find_request(user: User, request: PosterRequest) -> Poster | None:
    if request.request_key is None:
        return None
    return await Poster.get_or_none(user_id=user.id, request_key=request.request_key).select_related("artist")


async def _place_poster(user: User, request: PosterRequest) -> Poster:
    check_look(request.design, request.palette, request.size)
    artist = await get_artist(request.artist)
    await require_consent(artist, Purpose.MERCH)
    await check_source(user, artist, request.source, request.video_id, request.second, request.quiz_id)
    judged = await judge_poster(artist, request.recipient, request.words, request.language)
    try:
        async with in_transaction():
            poster = await Poster.create(
                code=new_code(),
                user=user,
                artist=artist,
                source=request.source,
                video_id=request.video_id,
                quiz_id=request.quiz_id,
                second=request.second,
                design=request.design,
                palette=request.palette,
                size=request.size,
                language=request.language if request.language in LANGUAGES else "uz",
                request_key=request.request_key,
                **_words(request.recipient, request.words, judged),
            )
            await _ask_staff(poster)
    except IntegrityError:
        known = await _find_request(user, request)  # five taps at once: one made it, the others find it
        if known is None:
            raise
        return known
    return poster


def check_look(design: str, palette: str, size: str) -> None:
    """Raises Invalid for a design, palette or size that we do not have."""
    if design not in DESIGNS:
        raise Invalid("poster-no-design", designs=", ".join(DESIGNS))
    if palette not in PALETTES[design]:
        raise Invalid("poster-no-palette", palettes=", ".join(PALETTES[design]))
    if size not in SIZES:
        raise Invalid("poster-no-size", sizes=", ".join(SIZES))


async def judge_poster(artist: Artist, recipient: str, words: str, language: str) -> Judgement:
    """The verdict on everything that will be printed. Raises Invalid for what is too long, Blocked with reasons."""
    if len(tidy_name(recipient)) > NAME_LIMIT:
        raise Invalid("poster-name-long", limit=NAME_LIMIT)
    if len(words.strip()) > WORDS_LIMIT:
        raise Invalid("poster-words-long", length=len(words.strip()), limit=WORDS_LIMIT)
    name = judge_name(recipient)
    if name.verdict == "blocked":
        raise Blocked(name)
    text = judge_text(words, replace(await limits_of(artist), max_seconds=_SPOKEN), language)
    if text.verdict == "blocked":
        raise Blocked(text)
    if name.verdict == "pass":
        return text
    return replace(
        text,
        verdict="review",
        categories=tuple(dict.fromkeys((*name.categories, *text.categories))),
        reasons=(*name.reasons, *text.reasons),
    )


def _words(recipient: str, words: str, judged: Judgement) -> dict[str, Any]:
    """The columns that follow from a judgement."""
    return {
        "recipient": tidy_name(recipient),
        "words": words.strip(),
        "status": S.IN_REVIEW if judged.verdict == "review" else S.APPROVED,
        "categories": list(judged.categories),
        "fragments": [reason.fragment for reason in judged.reasons if reason.fragment],
        "rules_version": judged.rules_version,
        "reviewed_by": "",
        "review_reason": "",
    }


async def _ask_staff(poster: Poster) -> None:
    if poster.status is S.IN_REVIEW:
        await write_job("ask_poster_review", f"ask_poster_review:{poster.id}:{new_code()}", poster_id=poster.id)


def look_of(poster: Poster) -> str:
    """Twelve characters that change with anything that is drawn; they name the files of a poster."""
    parts = (poster.design, poster.palette, poster.size, poster.recipient, poster.words, poster.language)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]


async def draw_preview(services: Services, poster: Poster) -> Poster:
    """Has the preview drawn and waits for it. Raises Unavailable, or Invalid where the picture will not do."""
    drawn = await services.queue.ask("preview_poster", str(poster.id), PREVIEW_SECONDS)
    columns = {"preview_key": drawn["key"], "dpi": drawn["dpi"], "stages": drawn["stages"], "mockup_keys": {}}
    await Poster.filter(id=poster.id, status__in=CHANGEABLE).update(**columns)
    return await Poster.get(id=poster.id).select_related("artist")


async def change_design(
    services: Services,
    user: User,
    poster_id: UUID | str,
    *,
    design: str | None = None,
    palette: str | None = None,
    size: str | None = None,
    recipient: str | None = None,
    words: str | None = None,
) -> Poster:
    """Draws the poster anew with what is given. New words are judged anew.

    A new design without a palette takes that design's first. Raises Conflict once it is in an order.
    """
    poster = await find_poster(user, poster_id)
    design = design or poster.design
    palette = palette or _near_palette(design, poster.palette)
    columns: dict[str, Any] = {"design": design, "palette": palette, "size": size or poster.size}
    check_look(design, palette, columns["size"])
    told = (poster.recipient if recipient is None else recipient, poster.words if words is None else words)
    if (tidy_name(told[0]), told[1].strip()) != (poster.recipient, poster.words):
        columns |= _words(*told, await judge_poster(poster.artist, *told, poster.language))
    await require_consent(poster.artist, Purpose.MERCH)
    await _change_look(poster, columns)
    return await draw_preview(services, await find_poster(user, poster.id))


def _near_palette(design: str, palette: str) -> str:
    """The palette where the design has it, else the design's first."""
    palettes = PALETTES.get(design, {})
    return palette if palette in palettes else next(iter(palettes), "")


async def _change_look(poster: Poster, columns: dict[str, Any]) -> None:
    if await OrderItem.filter(poster_id=poster.id, order__status__in=_TIED).exists():
        raise Conflict("poster-ordered")
    if poster.status not in CHANGEABLE:
        raise Conflict("poster-ordered")
    status = columns.pop("status", poster.status)  # the same words keep the verdict on them
    async with in_transaction():
        if not await change_poster(poster.id, poster.status, status, preview_key="", dpi=0, **columns):
            raise Conflict("poster-ordered")
        if status is S.IN_REVIEW:
            await _ask_staff(await Poster.get(id=poster.id))


async def find_poster(user: User, poster_id: UUID | str) -> Poster:
    """The user's own poster with its artist. Raises NotFound."""
    poster = await Poster.get_or_none(id=read_id(poster_id), user_id=user.id).select_related("artist")
    if poster is None:
        raise NotFound("error-not-found")
    return poster


async def list_posters(user: User, offset: int = 0, limit: int = 10) -> list[Poster]:
    """The user's posters, newest first."""
    rows = Poster.filter(user_id=user.id).select_related("artist").order_by("-created_at")
    return await rows.offset(offset).limit(limit)


def require_printable(poster: Poster) -> None:
    """Raises Conflict while nothing is drawn or words are not allowed, Invalid where the picture is too coarse."""
    if poster.status is S.IN_REVIEW:
        raise Conflict("poster-in-review")
    if poster.status is S.REFUSED:
        raise Conflict("poster-refused", reason=poster.review_reason)
    if not poster.preview_key:
        raise Conflict("poster-undrawn")
    if poster.dpi < LEAST_DPI:
        raise Invalid("poster-too-coarse", dpi=poster.dpi, least=LEAST_DPI, size=poster.size.upper())


@dataclass(frozen=True)
class PrintFiles:
    """What a print left in the object store; `sha256` is of the PNG, whose credentials say what it is."""

    pdf_key: str
    png_key: str
    sha256: str
    engine_id: str
    stages: dict[str, float]


async def mark_printed(poster_id: UUID, made: PrintFiles) -> bool:
    """Keeps the print files; True the first time only."""
    return await change_poster(poster_id, S.PRINTING, S.READY, printed_at=datetime.now(UTC), **vars(made))


async def fail_print(poster_id: UUID, reason: str) -> bool:
    """Gives the print up after its last try: staff and the buyer are told by whoever sold it."""
    return await change_poster(poster_id, S.PRINTING, S.FAILED, failure=reason)


async def find_by_code(code: str) -> Poster:
    """The poster that a public page speaks of: allowed, or already printed. Raises NotFound."""
    shown = [S.APPROVED, S.PRINTING, S.READY, S.FAILED]
    wanted = read_name(tidy_token(code).lower(), CODE)
    poster = await Poster.get_or_none(code=wanted, status__in=shown).select_related("artist")
    if poster is None:
        raise NotFound("error-not-found")
    return poster
