"""A video greeting from the asked-for words to the delivered clip: every rule of its life stands here."""

import secrets
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from tortoise.exceptions import IntegrityError
from tortoise.expressions import F
from tortoise.transactions import in_transaction

from bot.artists.artists import get_artist, limits_of
from bot.artists.consent import require_consent
from bot.artists.pricing import Quote, quote_video
from bot.errors import Conflict, Invalid, NotFound, Refusal, TooMany
from bot.i18n import LANGUAGES
from bot.money.attempts import active_attempt, lock_order
from bot.money.expiry import close_unpaid
from bot.money.orders import change_order, open_video_order, order_of
from bot.outbox import write_job
from bot.services import Services
from bot.words.moderation import Judgement, Reason, judge_name, judge_text, tidy_name
from db.artists import Artist
from db.consents import Purpose
from db.orders import Order, OrderStatus
from db.reviews import Review
from db.users import User
from db.videos import Video, VideoStatus

S = VideoStatus
ALLOWED: dict[VideoStatus, set[VideoStatus]] = {
    S.IN_REVIEW: {S.AWAITING_PAYMENT, S.QUEUED, S.REFUSED, S.CANCELLED},  # a validator reads the words
    S.AWAITING_PAYMENT: {S.QUEUED, S.CANCELLED, S.EXPIRED},  # the words are fine, the invoice is out
    S.QUEUED: {S.RENDERING, S.FAILED, S.REFUSED},  # paid; a worker will take it
    S.RENDERING: {S.RENDERING, S.AWAITING_APPROVAL, S.READY, S.FAILED},  # again after a worker died
    S.AWAITING_APPROVAL: {S.READY, S.REFUSED},  # the artist looks at the clip
    S.READY: {S.DELIVERED, S.FAILED},  # rendered and allowed; a messenger will take it
    S.DELIVERED: set(),
    S.REFUSED: set(),  # a person said no; money goes back
    S.FAILED: set(),  # we could not make it; money goes back
    S.CANCELLED: set(),  # the fan stopped it before paying
    S.EXPIRED: set(),  # nobody paid in time
}
OPEN = (S.IN_REVIEW, S.AWAITING_PAYMENT, S.QUEUED, S.RENDERING, S.AWAITING_APPROVAL, S.READY)


class Blocked(Invalid):
    """The words cannot be said; `judgement` says which and why."""

    def __init__(self, judgement: Judgement) -> None:
        super().__init__("error-words-blocked")
        self.judgement = judgement


@dataclass(frozen=True)
class VideoRequest:
    """What a fan asks for. `request_key` makes a repeated request the same video."""

    artist: str  # id or slug
    occasion: str
    recipient: str
    text: str
    source: str = "chat"
    request_key: str | None = None
    chat_id: int | None = None
    language: str | None = None  # of the words, where the fan said so


@dataclass(frozen=True)
class Placed:
    """A video and its order as they stand after `request_video`."""

    video: Video
    order: Order
    quote: Quote


async def judge_request(request: VideoRequest) -> tuple[Artist, Judgement]:
    """The artist and the verdict. Raises NotFound, Forbidden, Invalid, or Blocked with the reasons."""
    artist = await get_artist(request.artist)
    await require_consent(artist, Purpose.GREETING)
    name = judge_name(request.recipient)
    if name.verdict == "blocked":
        raise Blocked(name)
    words = await judge_words(artist, request.text, request.language)
    if words.verdict == "blocked":
        raise Blocked(words)
    return artist, _join_doubts(name, words)


def _join_doubts(name: Judgement, words: Judgement) -> Judgement:
    """A doubtful name sends blameless words to a validator too."""
    if name.verdict == "pass":
        return words
    categories = tuple(dict.fromkeys((*name.categories, *words.categories)))
    return replace(words, verdict="review", categories=categories, reasons=(*name.reasons, *words.reasons))


async def judge_words(artist: Artist, words: str, language: str | None = None) -> Judgement:
    """The verdict on words this artist would say: under the artist's limits, in a language the artist speaks."""
    judgement = judge_text(words, await limits_of(artist), language)
    if judgement.language.split("-")[0] in artist.languages or judgement.verdict == "blocked":
        return judgement
    reason = Reason("error-artist-language", {"artist": artist.name}, "language")
    return replace(judgement, verdict="blocked", categories=("language",), reasons=(reason, *judgement.reasons))


async def request_video(services: Services, user: User, request: VideoRequest) -> Placed:
    """Writes a video and its order in one transaction; the same `request_key` returns what is there.

    Free greetings are queued, others wait for payment, doubtful words for a validator.
    """
    known = await _find_request(user, request)
    if known is not None:
        return known
    artist, words = await judge_request(request)
    await _check_capacity(services, user, artist)
    try:
        return await _place_video(user, artist, request, words)
    except IntegrityError:
        known = await _find_request(user, request)  # five taps at once: one made it, the others find it
        if known is None:
            raise
        return known


async def _find_request(user: User, request: VideoRequest) -> Placed | None:
    if request.request_key is None:
        return None
    video = await Video.get_or_none(user_id=user.id, request_key=request.request_key).select_related("artist")
    if video is None:
        return None
    order = await order_of(video)
    return Placed(video, order, Quote(order.total_uzs, order.total_xtr))


async def _check_capacity(services: Services, user: User, artist: Artist) -> None:
    since = datetime.now(UTC) - timedelta(days=1)
    made = Video.filter(created_at__gte=since).exclude(status__in=[S.CANCELLED, S.EXPIRED, S.REFUSED, S.FAILED])
    if await made.filter(artist_id=artist.id).count() >= artist.daily_capacity:
        raise TooMany("error-artist-busy", artist=artist.name)
    if quote_video(artist).is_free and await made.filter(user_id=user.id).count() >= services.settings.videos_per_day:
        raise TooMany("error-too-many-videos", limit=services.settings.videos_per_day)


async def _place_video(user: User, artist: Artist, request: VideoRequest, words: Judgement) -> Placed:
    quote = quote_video(artist)
    status = _first_status(words, quote)
    async with in_transaction():
        video = await Video.create(
            code=new_code(),
            user=user,
            artist=artist,
            occasion=request.occasion,
            recipient=tidy_name(request.recipient),
            text=request.text.strip(),
            language=words.language,
            viewer_language=user.language if user.language in LANGUAGES else "uz",
            status=status,
            source=request.source,
            request_key=request.request_key,
            categories=list(words.categories),
            rules_version=words.rules_version,
            estimated_seconds=words.seconds,
            chat_id=request.chat_id or user.telegram_id,
            queued_at=datetime.now(UTC) if status is S.QUEUED else None,
        )
        order = await open_video_order(user, video, quote, _ORDER_STATUS[status])
        if status is S.QUEUED:
            await Order.filter(id=order.id).update(paid_at=datetime.now(UTC))
            await ring_render(video)
        if status is S.IN_REVIEW:
            fragments = [reason.fragment for reason in words.reasons]
            review = await Review.create(video=video, categories=list(words.categories), fragments=fragments)
            await write_job("ask_review", f"ask_review:{review.id}", review_id=review.id)
    return Placed(video, order, quote)


_ORDER_STATUS = {
    S.IN_REVIEW: OrderStatus.DRAFT,
    S.AWAITING_PAYMENT: OrderStatus.AWAITING_PAYMENT,
    S.QUEUED: OrderStatus.PAID,
}


def _first_status(words: Judgement, quote: Quote) -> VideoStatus:
    if words.verdict == "review":
        return S.IN_REVIEW
    return S.QUEUED if quote.is_free else S.AWAITING_PAYMENT


def new_code() -> str:
    """Ten letters and digits nobody guesses and nobody misreads."""
    return "".join(secrets.choice("23456789abcdefghjkmnpqrstuvwxyz") for _ in range(10))


async def change_video(video_id: UUID, expected: VideoStatus, status: VideoStatus, **columns: Any) -> bool:
    """Moves a video on; False when it was no longer in `expected`, so that a race or a repeat does nothing."""
    if status not in ALLOWED[expected]:
        raise ValueError(f"a video never goes from {expected} to {status}")
    return bool(await Video.filter(id=video_id, status=expected).update(status=status, **columns))


async def ring_render(video: Video) -> None:
    await write_job("make_video", f"make_video:{video.id}", video_id=video.id)


async def release_words(video: Video, order: Order) -> bool:
    """After a validator's yes: on to payment, or straight to the queue where nothing is due.

    In the caller's transaction, behind the order's lock: the fan may be cancelling it.
    """
    await lock_order(order.number)
    if order.total_xtr == 0 and order.total_uzs == 0:
        now = datetime.now(UTC)
        if not await change_video(video.id, S.IN_REVIEW, S.QUEUED, queued_at=now):
            return False
        await change_order(order.id, OrderStatus.DRAFT, OrderStatus.PAID, paid_at=now)
        await ring_render(video)
        return True
    if not await change_video(video.id, S.IN_REVIEW, S.AWAITING_PAYMENT):
        return False
    return await change_order(order.id, OrderStatus.DRAFT, OrderStatus.AWAITING_PAYMENT)


async def start_render(video_id: UUID) -> Video | None:
    """Takes a queued video, or one whose worker died; None when there is nothing left to render."""
    for expected in (S.QUEUED, S.RENDERING):
        if await change_video(video_id, expected, S.RENDERING, attempt=F("attempt") + 1):
            video = await Video.get(id=video_id).select_related("artist", "user")
            order = await order_of(video)
            await change_order(order.id, OrderStatus.PAID, OrderStatus.IN_PRODUCTION)
            return video
    return None


@dataclass(frozen=True)
class Rendered:
    """What a render left in the object store."""

    video_key: str
    cover_key: str
    sha256: str
    size: int
    width: int
    height: int
    duration_ms: int
    engines: dict[str, str]
    stages: dict[str, float]


async def finish_render(services: Services, video: Video, made: Rendered) -> bool:
    """Keeps the result and hands it on: to the artist's tap where the artist asks for it, else to delivery.

    False when another attempt was faster: the result of this one is dropped.
    """
    artist: Artist = video.artist
    now = datetime.now(UTC)
    status = S.AWAITING_APPROVAL if artist.asks_approval else S.READY
    columns = {
        **vars(made),
        "rendered_at": now,
        "video_url": f"{services.settings.base_url}/v/{video.code}",
        "processing_time_ms": int((now - (video.queued_at or video.created_at)).total_seconds() * 1000),
    }
    async with in_transaction():
        taken = await Video.filter(id=video.id, status=S.RENDERING, attempt=video.attempt).update(
            status=status, **columns
        )
        if not taken:
            return False
        if artist.asks_approval:
            await write_job("ask_approval", f"ask_approval:{video.id}", video_id=video.id)
        else:
            await write_job("deliver_video", f"deliver_video:{video.id}", video_id=video.id)
    return True


async def approve_clip(video_id: UUID, approver: User) -> bool:
    """The artist's yes. Raises NotFound for somebody else's clip; False when it was already decided."""
    video = await _clip_of(video_id, approver)
    async with in_transaction():
        if not await change_video(video.id, S.AWAITING_APPROVAL, S.READY, approved_by=video.artist.name):
            return False
        await write_job("deliver_video", f"deliver_video:{video.id}", video_id=video.id)
    return True


async def refuse_clip(video_id: UUID, approver: User) -> bool:
    """The artist's no: the fan is told, the money goes back."""
    video = await _clip_of(video_id, approver)
    return await end_video(video, S.AWAITING_APPROVAL, S.REFUSED, "video-refused-by-artist")


async def _clip_of(video_id: UUID, approver: User) -> Video:
    from bot.people.people import is_staff

    video = await Video.get_or_none(id=video_id).select_related("artist")
    if video is None or (video.artist.user_id != approver.id and not is_staff(approver)):
        raise NotFound("error-not-found")
    return video


async def end_video(video: Video, expected: VideoStatus, status: VideoStatus, reason: str) -> bool:
    """Ends a video unhappily: state, refund and a word to the fan in one transaction."""
    from bot.money.payments import refund_order

    order = await order_of(video)
    async with in_transaction():
        await lock_order(order.number)  # before the video, as everywhere
        if not await change_video(video.id, expected, status, failure=reason):
            return False
        await refund_order(order, reason)
        await write_job("tell_fan", f"tell_fan:{video.id}:{status}", video_id=video.id)
    return True


async def fail_render(video_id: UUID, reason: str) -> None:
    """Gives a video up after its last try, whatever it was doing."""
    video = await Video.get(id=video_id)
    for expected in (S.QUEUED, S.RENDERING, S.READY):
        if await end_video(video, expected, S.FAILED, reason):
            return


async def mark_delivered(video: Video, message_id: int, file_id: str) -> bool:
    """The fan has the clip; True the first time only."""
    async with in_transaction():
        if not await change_video(
            video.id,
            S.READY,
            S.DELIVERED,
            delivered_at=datetime.now(UTC),
            video_message_id=message_id or None,
            telegram_file_id=file_id,
        ):
            return False
        await Artist.filter(id=video.artist_id).update(total_videos=F("total_videos") + 1)
        order = await order_of(video)
        await change_order(order.id, OrderStatus.IN_PRODUCTION, OrderStatus.FULFILLED)
    return True


async def cancel_video(user: User, video_id: UUID) -> None:
    """The fan's own stop before paying. Raises NotFound, or Conflict when it is too late."""
    video = await find_video(user, video_id)
    order = await order_of(video)
    if await close_unpaid(order, OrderStatus.CANCELLED):
        return
    if await active_attempt(order) is not None and video.status is S.AWAITING_PAYMENT:
        raise Conflict("payment-attempt-active")  # a provider is just taking the money
    raise Conflict("error-too-late-to-cancel")


async def find_video(user: User, video_id: UUID | str) -> Video:
    """The user's own video. Raises NotFound for anybody else's, without saying that it exists."""
    try:
        wanted = video_id if isinstance(video_id, UUID) else UUID(video_id)
    except ValueError as error:
        raise NotFound("error-not-found") from error
    video = await Video.get_or_none(id=wanted, user_id=user.id).select_related("artist", "user")
    if video is None:
        raise NotFound("error-not-found")
    return video


async def list_videos(user: User, offset: int = 0, limit: int = 10) -> list[Video]:
    """The user's greetings, newest first."""
    return (
        await Video.filter(user_id=user.id).select_related("artist").order_by("-created_at").offset(offset).limit(limit)
    )


def public_status(video: Video) -> str:
    """The word the REST contract uses for a state."""
    return _PUBLIC.get(video.status, "failed")


_PUBLIC = {
    S.IN_REVIEW: "in_review",
    S.AWAITING_PAYMENT: "awaiting_payment",
    S.QUEUED: "queued",
    S.RENDERING: "processing",
    S.AWAITING_APPROVAL: "processing",
    S.READY: "completed",
    S.DELIVERED: "completed",
}

__all__ = ["ALLOWED", "OPEN", "Blocked", "Placed", "Refusal", "Rendered", "VideoRequest"]
