"""A greeting as a fan asks for it: its words judged, its price quoted, placed with its order, found and stopped."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from tortoise.exceptions import IntegrityError
from tortoise.transactions import in_transaction

from bot.artists.artists import get_artist, limits_of
from bot.artists.consent import require_consent
from bot.artists.pricing import Quote, quote_video
from bot.errors import Conflict, NotFound, TooMany
from bot.i18n import LANGUAGES
from bot.ids import new_code, new_number, read_id
from bot.money.attempts import active_attempt
from bot.money.expiry import close_unpaid
from bot.money.orders import lock_order, order_of
from bot.outbox import write_job
from bot.services import Services
from bot.states.orders import change_order
from bot.states.videos import change_video, ring_render
from bot.words.moderation import Blocked, Judgement, Reason, judge_name, judge_text, tidy_name
from db.artists import Artist
from db.consents import Purpose
from db.orders import Order, OrderItem, OrderStatus
from db.reviews import Review
from db.users import User
from db.videos import Video, VideoStatus

S = VideoStatus
PAY_WITHIN = timedelta(hours=24)


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
    try:
        async with in_transaction():
            await _check_capacity(services, user, artist)
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
    """Raises TooMany. In the caller's transaction, behind the artist's and the fan's rows: two requests at once are
    counted one after the other, whatever process they came to."""
    await Artist.select_for_update(no_key=True).get(id=artist.id)
    await User.select_for_update(no_key=True).get(id=user.id)
    since = datetime.now(UTC) - timedelta(days=1)
    made = Video.filter(created_at__gte=since).exclude(status__in=[S.CANCELLED, S.EXPIRED, S.REFUSED, S.FAILED])
    if await made.filter(artist_id=artist.id).count() >= artist.daily_capacity:
        raise TooMany("error-artist-busy", artist=artist.name)
    if quote_video(artist).is_free and await made.filter(user_id=user.id).count() >= services.settings.videos_per_day:
        raise TooMany("error-too-many-videos", limit=services.settings.videos_per_day)


async def _place_video(user: User, artist: Artist, request: VideoRequest, words: Judgement) -> Placed:
    """Video, order and what they set going, in the caller's transaction."""
    quote = quote_video(artist)
    status = _first_status(words, quote)
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


async def open_video_order(user: User, video: Video, quote: Quote, status: OrderStatus) -> Order:
    """An order of one video at a frozen price, in the caller's transaction."""
    order = await Order.create(
        number=new_number(),
        user=user,
        status=status,
        total_uzs=quote.uzs,
        total_xtr=quote.xtr,
        payment_provider="free" if quote.is_free else "stars",
        expires_at=datetime.now(UTC) + PAY_WITHIN,
    )
    await OrderItem.create(order=order, kind="video", video=video, price_uzs=quote.uzs, price_xtr=quote.xtr)
    return order


_ORDER_STATUS = {
    S.IN_REVIEW: OrderStatus.DRAFT,
    S.AWAITING_PAYMENT: OrderStatus.AWAITING_PAYMENT,
    S.QUEUED: OrderStatus.PAID,
}


def _first_status(words: Judgement, quote: Quote) -> VideoStatus:
    if words.verdict == "review":
        return S.IN_REVIEW
    return S.QUEUED if quote.is_free else S.AWAITING_PAYMENT


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
    video = await Video.get_or_none(id=read_id(video_id), user_id=user.id).select_related("artist", "user")
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
