"""Money and state on a real Postgres: paid once, exactly, whatever is repeated or raced."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.errors import Conflict, NotFound, TooMany
from bot.greetings.approvals import approve_clip, refuse_clip
from bot.greetings.renders import Rendered, finish_render, mark_delivered, start_render
from bot.greetings.videos import VideoRequest, cancel_video, find_video, request_video
from bot.money.expiry import expire_orders
from bot.money.payments import Receipt, check_checkout, record_payment
from bot.services import Services
from bot.words.moderation import Blocked
from db.artists import Artist
from db.consents import Consent
from db.orders import Order, OrderStatus
from db.outbox import OutboxRow
from db.payments import Payment, PaymentStatus
from db.users import User
from db.videos import Video, VideoStatus
from tests.flows.world import WORDS, careful_artist, free_artist, new_fan, order_from, paid_artist

MADE = Rendered("v.mp4", "v.jpg", "0" * 64, 1000, 512, 512, 9000, {"speech": "x"}, {"total": 4.0})


def receipt(order: Order, charge: str = "charge-1", stars: int | None = None) -> Receipt:
    return Receipt("stars", charge, order.number, 700_000, amount_xtr=order.total_xtr if stars is None else stars)


async def jobs(name: str) -> int:
    return await OutboxRow.filter(job=name).count()


async def test_a_free_greeting_is_queued_at_once(services: Services) -> None:
    placed = await order_from(services, await new_fan(), await free_artist())
    assert placed.video.status is VideoStatus.QUEUED
    assert placed.order.status is OrderStatus.PAID
    assert await jobs("make_video") == 1


async def test_a_paid_greeting_waits_for_its_money(services: Services) -> None:
    placed = await order_from(services, await new_fan(), await paid_artist())
    assert placed.video.status is VideoStatus.AWAITING_PAYMENT
    assert placed.order.total_xtr > 0
    assert await jobs("make_video") == 0


async def test_five_taps_at_once_make_one_order(services: Services) -> None:
    fan, artist = await new_fan(), await paid_artist()
    placed = await asyncio.gather(*(order_from(services, fan, artist, key="draft-1") for _ in range(5)))
    assert len({item.video.id for item in placed}) == 1
    assert await Order.all().count() == await Video.all().count() == 1


async def test_the_same_receipt_twice_is_one_payment(services: Services) -> None:
    order = (await order_from(services, await new_fan(), await paid_artist())).order
    first, second = await asyncio.gather(record_payment(receipt(order)), record_payment(receipt(order)))
    assert first.id == second.id
    assert await Payment.all().count() == 1
    assert await jobs("make_video") == 1
    assert (await Order.get(id=order.id)).status is OrderStatus.PAID


async def test_a_second_payment_of_an_old_invoice_goes_back(services: Services) -> None:
    order = (await order_from(services, await new_fan(), await paid_artist())).order
    await record_payment(receipt(order))
    surplus = await record_payment(receipt(order, "charge-2"))
    assert surplus.status is PaymentStatus.SURPLUS
    assert await jobs("refund_payment") == 1
    assert await jobs("make_video") == 1


async def test_two_payments_at_once_leave_one_winner(services: Services) -> None:
    order = (await order_from(services, await new_fan(), await paid_artist())).order
    paid = await asyncio.gather(*(record_payment(receipt(order, f"charge-{n}")) for n in range(6)))
    assert sorted(payment.status for payment in paid) == ["succeeded"] + ["surplus"] * 5
    assert await jobs("make_video") == 1
    assert await jobs("refund_payment") == 5


@pytest.mark.parametrize("difference", [-1, 1])
async def test_a_wrong_amount_pays_nothing_and_goes_back(services: Services, difference: int) -> None:
    order = (await order_from(services, await new_fan(), await paid_artist())).order
    payment = await record_payment(receipt(order, stars=order.total_xtr + difference))
    assert payment.status is PaymentStatus.SURPLUS
    assert (await Order.get(id=order.id)).status is OrderStatus.AWAITING_PAYMENT


async def test_a_checkout_is_declined_with_the_reason(services: Services) -> None:
    fan, other = await new_fan(), await new_fan()
    order = (await order_from(services, fan, await paid_artist())).order
    assert fan.telegram_id and other.telegram_id
    assert (await check_checkout(order.number, fan.telegram_id, "XTR", order.total_xtr)).id == order.id
    for number, who, currency, amount, reason in [
        ("00000000", fan.telegram_id, "XTR", order.total_xtr, "payment-no-order"),
        (order.number, other.telegram_id, "XTR", order.total_xtr, "payment-other-owner"),
        (order.number, fan.telegram_id, "XTR", order.total_xtr - 1, "payment-wrong-amount"),
        (order.number, fan.telegram_id, "UZS", order.total_xtr, "payment-wrong-amount"),
    ]:
        with pytest.raises(Conflict) as refused:
            await check_checkout(number, who, currency, amount)
        assert refused.value.key == reason
    await record_payment(receipt(order))
    with pytest.raises(Conflict, match="payment-already-paid"):
        await check_checkout(order.number, fan.telegram_id, "XTR", order.total_xtr)


async def test_an_expired_order_never_becomes_paid(services: Services) -> None:
    order = (await order_from(services, await new_fan(), await paid_artist())).order
    await Order.filter(id=order.id).update(expires_at=datetime.now(UTC) - timedelta(seconds=1))
    assert await expire_orders() == 1
    payment = await record_payment(receipt(order))
    assert payment.status is PaymentStatus.SURPLUS
    assert (await Order.get(id=order.id)).status is OrderStatus.EXPIRED


async def test_a_fan_cancels_before_paying_and_not_after(services: Services) -> None:
    fan, artist = await new_fan(), await paid_artist()
    placed = await order_from(services, fan, artist)
    await cancel_video(fan, placed.video.id)
    assert (await Order.get(id=placed.order.id)).status is OrderStatus.CANCELLED
    paid = await order_from(services, fan, artist)
    await record_payment(receipt(paid.order))
    with pytest.raises(Conflict):
        await cancel_video(fan, paid.video.id)


async def test_nobody_sees_somebody_elses_video(services: Services) -> None:
    placed = await order_from(services, await new_fan(), await free_artist())
    with pytest.raises(NotFound):
        await find_video(await new_fan(), placed.video.id)
    with pytest.raises(NotFound):
        await find_video(await new_fan(), "not-an-id")


async def test_a_render_ends_in_delivery_once(services: Services) -> None:
    placed = await order_from(services, await new_fan(), await free_artist())
    video = await start_render(placed.video.id)
    assert video is not None
    assert await finish_render(services, video, MADE)
    assert not await finish_render(services, video, MADE)
    assert await jobs("deliver_video") == 1
    ready = await Video.get(id=video.id)
    assert await mark_delivered(ready, 5, "file")
    assert not await mark_delivered(ready, 6, "file")
    assert (await Order.get(id=placed.order.id)).status is OrderStatus.FULFILLED
    assert (await Artist.get(id=video.artist_id)).total_videos == 1


async def test_the_result_of_a_slow_dead_attempt_is_dropped(services: Services) -> None:
    placed = await order_from(services, await new_fan(), await free_artist())
    slow = await start_render(placed.video.id)
    fresh = await start_render(placed.video.id)
    assert slow is not None and fresh is not None and fresh.attempt == slow.attempt + 1
    assert not await finish_render(services, slow, MADE)
    assert await finish_render(services, fresh, MADE)


async def _rendered_for_approval(services: Services) -> tuple[Video, User]:
    artist = await careful_artist()
    placed = await order_from(services, await new_fan(), artist)
    if placed.order.status is OrderStatus.AWAITING_PAYMENT:
        await record_payment(receipt(placed.order))
    video = await start_render(placed.video.id)
    assert video is not None
    await finish_render(services, video, MADE)
    return video, await User.get(id=artist.user_id)


async def test_a_careful_artist_says_yes_once(services: Services) -> None:
    video, artist = await _rendered_for_approval(services)
    assert (await Video.get(id=video.id)).status is VideoStatus.AWAITING_APPROVAL
    assert await jobs("deliver_video") == 0
    assert await approve_clip(video.id, artist)
    assert not await approve_clip(video.id, artist)
    assert not await refuse_clip(video.id, artist)
    assert await jobs("deliver_video") == 1


async def test_an_artists_no_sends_the_money_back(services: Services) -> None:
    video, artist = await _rendered_for_approval(services)
    assert await refuse_clip(video.id, artist)
    assert await jobs("refund_payment") == await Payment.filter(status=PaymentStatus.SUCCEEDED).count()
    assert await jobs("tell_fan") == 1
    assert await jobs("deliver_video") == 0


async def test_a_stranger_approves_nothing(services: Services) -> None:
    video, _ = await _rendered_for_approval(services)
    with pytest.raises(NotFound):
        await approve_clip(video.id, await new_fan())


async def test_without_consent_nothing_is_made(services: Services) -> None:
    artist = await free_artist()
    await Consent.filter(artist_id=artist.id).update(revoked_at=datetime.now(UTC))
    with pytest.raises(NotFound):
        await order_from(services, await new_fan(), artist)


async def test_blocked_words_leave_nothing_behind(services: Services) -> None:
    artist = await free_artist()
    with pytest.raises(Blocked):
        await order_from(services, await new_fan(), artist, text="Sotib oling: +998 90 123 45 67, www.reklama.uz")
    assert await Video.all().count() == await Order.all().count() == 0


async def test_free_greetings_have_a_daily_end(services: Services) -> None:
    fan, artist = await new_fan(), await free_artist()
    services.settings.videos_per_day, before = 2, services.settings.videos_per_day
    try:
        for _ in range(2):
            await order_from(services, fan, artist)
        with pytest.raises(TooMany):
            await order_from(services, fan, artist)
    finally:
        services.settings.videos_per_day = before


async def test_words_and_names_are_sealed_in_postgres(services: Services) -> None:
    from tortoise.connection import get_connection

    placed = await request_video(
        services, await new_fan(), VideoRequest((await free_artist()).slug, "birthday", "Sevaraxon", WORDS)
    )
    rows = await get_connection("default").execute_query_dict("SELECT recipient, text FROM videos")
    assert b"Sevaraxon" not in bytes(rows[0]["recipient"])
    assert (await Video.get(id=placed.video.id)).recipient == "Sevaraxon"
