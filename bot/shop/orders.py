"""An order for goods: placed once at a frozen price, with its stock held and its way to the buyer written down."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from tortoise.exceptions import IntegrityError
from tortoise.transactions import in_transaction

from bot.errors import Conflict, Invalid, NotFound
from bot.greetings.videos import cancel_video
from bot.ids import new_number
from bot.money.attempts import active_attempt, is_late
from bot.money.expiry import close_unpaid
from bot.money.orders import find_order, video_of
from bot.outbox import write_job
from bot.parcels.choice import DeliveryChoice, Destination, check_delivery, tidy_choice
from bot.rails.table import open_rails
from bot.services import Services
from bot.settings import Settings
from bot.shelf.promos import discount_of, find_promo, tidy_code, use_promo
from bot.shelf.stock import SoldOut, consume_stock, hold_stock
from bot.shop.carts import take_out
from bot.shop.lines import Line, Wanted, merge_items, read_line, spread_discount
from bot.states.orders import change_order
from db.attempts import AttemptStatus
from db.deliveries import Delivery
from db.orders import Order, OrderItem, OrderStatus
from db.promos import PromoCode
from db.users import User


@dataclass(frozen=True)
class OrderRequest:
    """What a buyer asks for. `request_key` makes a repeated request the same order."""

    items: Sequence[Wanted]
    delivery: DeliveryChoice
    payment_provider: str
    promo_code: str = ""
    source: str = "chat"
    language: str = "uz"
    request_key: str | None = None


@dataclass(frozen=True)
class Bill:
    """What an order comes to, in whole so'm; `discounts` line by line, together exactly `discount_uzs`."""

    lines: list[Line]
    promo: PromoCode | None
    goods_uzs: int
    discount_uzs: int
    discounts: list[int]
    delivery_uzs: int

    @property
    def total_uzs(self) -> int:
        return self.goods_uzs - self.discount_uzs + self.delivery_uzs


async def place_order(services: Services, user: User, request: OrderRequest) -> Order:
    """Writes the order, holds its stock and takes its promo code in one transaction; nothing stays of a refusal.

    The same `request_key` returns the order that is there. Raises Invalid (also for another request under a known
    key), NotFound, Forbidden, and SoldOut naming the goods.
    """
    known = await _find_known(user, request)
    if known is not None:
        return known
    check_rail(services.settings, request.payment_provider)
    wanted = merge_items(request.items)
    destination = await check_delivery(services, request.delivery, request.language)
    bill = await make_bill(user, wanted, request.promo_code, destination.price_uzs)
    try:
        async with in_transaction():
            order = await _write_order(services.settings, user, request, bill)
            await _write_lines(order, bill)
            await _write_delivery(order, destination)
            await take_out(user, wanted)
            return order
    except IntegrityError:
        known = await _find_known(user, request)  # five taps at once: one made it, the others find it
        if known is None:
            raise
        return known


def check_rail(settings: Settings, provider: str) -> None:
    if provider not in open_rails(settings):
        raise Invalid("shop-rail-closed")


async def make_bill(user: User, items: Sequence[Wanted], code: str, delivery_uzs: int) -> Bill:
    """What these goods come to for this person now. Raises what `read_line` and `find_promo` raise."""
    lines = [await read_line(user, item) for item in items]
    goods = sum(line.total_uzs for line in lines)
    promo = await find_promo(user, code, goods) if tidy_code(code) else None
    discount = discount_of(promo, goods) if promo else 0
    spread = spread_discount([line.total_uzs for line in lines], discount)
    return Bill(lines, promo, goods, discount, spread, delivery_uzs)


async def _write_order(settings: Settings, user: User, request: OrderRequest, bill: Bill) -> Order:
    order = await Order.create(
        number=new_number(),
        user=user,
        status=OrderStatus.AWAITING_PAYMENT,
        goods_uzs=bill.goods_uzs,
        discount_uzs=bill.discount_uzs,
        delivery_uzs=bill.delivery_uzs,
        total_uzs=bill.total_uzs,
        promo_code=bill.promo.code if bill.promo else "",
        payment_provider=request.payment_provider,
        source=request.source,
        language=request.language,
        request_key=request.request_key,
        expires_at=datetime.now(UTC) + timedelta(minutes=settings.hold_minutes),
    )
    await _hold_lines(order, bill.lines, request.language)
    if bill.promo:
        await use_promo(bill.promo, user, order)
    if bill.total_uzs == 0:
        await _start_gift(order)
    return order


async def _hold_lines(order: Order, lines: Sequence[Line], language: str) -> None:
    """Raises SoldOut with the title of what ran out."""
    counts: dict[UUID, int] = {}
    for line in lines:
        counts[line.variant.id] = counts.get(line.variant.id, 0) + line.quantity
    try:
        await hold_stock(order.id, counts)
    except SoldOut as error:
        title = next(line.title(language) for line in lines if line.variant.id == error.variant_id)
        error.key = "shop-few-left-of" if error.left else "shop-sold-out-of"
        error.values = {"title": title, "left": error.left}
        raise


async def _start_gift(order: Order) -> None:
    """A code that takes everything off leaves nothing to pay: the order goes on at once."""
    await change_order(
        order.id, OrderStatus.AWAITING_PAYMENT, OrderStatus.PAID, payment_provider="free", paid_at=datetime.now(UTC)
    )
    await order.refresh_from_db()
    await consume_stock(order.id)
    await write_job("fulfil_order", f"fulfil_order:{order.id}", order_id=order.id)


async def _write_lines(order: Order, bill: Bill) -> None:
    for line, discount in zip(bill.lines, bill.discounts, strict=True):
        product = line.variant.product
        await OrderItem.create(
            order=order,
            kind="goods",
            variant=line.variant,
            poster=line.poster,
            artist=line.poster.artist if line.poster else None,
            title=line.title(order.language),
            mxik=product.mxik,
            package_code=product.package_code,
            vat_percent=product.vat_percent,
            quantity=line.quantity,
            price_uzs=line.price_uzs,
            discount_uzs=discount,
            share_uzs=line.share_of(discount),
        )


async def _write_delivery(order: Order, destination: Destination) -> None:
    choice = destination.choice
    await Delivery.create(
        order=order,
        carrier=choice.carrier,
        place_id=choice.place_id,
        place_name=destination.place_name,
        address=choice.address,
        contact_name=choice.name,
        contact_phone=choice.phone,
        contact_email=choice.email,
        price_uzs=destination.price_uzs,
    )


async def _find_known(user: User, request: OrderRequest) -> Order | None:
    """The order of this key. Raises Invalid when the key belongs to another request."""
    if request.request_key is None:
        return None
    order = await Order.get_or_none(user_id=user.id, request_key=request.request_key)
    if order is not None and not await _is_same(order, request):
        raise Invalid("site-key-other-body")
    return order


async def _is_same(order: Order, request: OrderRequest) -> bool:
    """Whether an order is what this request asks for; the rail may have been changed since."""
    items = await OrderItem.filter(order_id=order.id)
    had = sorted((str(item.variant_id), item.quantity, str(item.poster_id)) for item in items)
    asked = [(str(one.variant_id), one.quantity, str(one.poster_id)) for one in merge_items(request.items)]
    delivery = await Delivery.get(order_id=order.id)
    choice = tidy_choice(request.delivery)
    way = (delivery.carrier, delivery.contact_name, delivery.contact_phone, delivery.contact_email)
    place = (choice.place_id or delivery.place_id, choice.address)
    return (
        had == sorted(asked)
        and order.promo_code == tidy_code(request.promo_code)
        and way == (choice.carrier, choice.name, choice.phone, choice.email or delivery.contact_email)
        and place == (delivery.place_id, delivery.address)
    )


@dataclass(frozen=True)
class OrderView:
    """An order with everything in it."""

    order: Order
    items: list[OrderItem]
    delivery: Delivery | None


async def list_orders(user: User, offset: int = 0, limit: int = 10) -> list[OrderView]:
    """The user's orders for goods, newest first."""
    found = Order.filter(user_id=user.id, goods_uzs__gt=0).order_by("-created_at")
    return [await read_order(order) for order in await found.offset(offset).limit(limit)]


async def read_order(order: Order) -> OrderView:
    items = await OrderItem.filter(order_id=order.id).order_by("id")
    return OrderView(order, items, await Delivery.get_or_none(order_id=order.id))


async def get_order(user: User, reference: str) -> Order:
    """The user's own order by id or number.

    Raises NotFound for anybody else's, without saying that it exists.
    """
    try:
        order = await Order.get_or_none(user_id=user.id, id=UUID(reference))
    except ValueError:
        return await find_order(user, reference[:12])
    if order is None:
        raise NotFound("error-not-found")
    return order


async def cancel_order(user: User, order: Order) -> None:
    """The buyer's own stop before paying. Raises Conflict when it is too late, or somebody pays it right now."""
    video = await video_of(order)
    if video is not None:
        await cancel_video(user, video.id)
        return
    if await close_unpaid(order, OrderStatus.CANCELLED):
        return
    attempt = await active_attempt(order)
    if attempt is not None and attempt.status is AttemptStatus.PENDING:
        raise Conflict("payment-attempt-active")
    raise Conflict("shop-too-late-to-cancel")


async def choose_rail(settings: Settings, order: Order, provider: str) -> None:
    """Another way to pay. Raises Invalid for one that is closed, Conflict when nothing is to be paid here."""
    check_rail(settings, provider)
    if order.status is not OrderStatus.AWAITING_PAYMENT or is_late(order) or not order.goods_uzs:
        raise Conflict("payment-already-paid" if order.paid_at else "payment-order-closed")
    if await active_attempt(order) is not None:
        raise Conflict("payment-attempt-active")
    await Order.filter(id=order.id, status=OrderStatus.AWAITING_PAYMENT).update(payment_provider=provider)
    order.payment_provider = provider
