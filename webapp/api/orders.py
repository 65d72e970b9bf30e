"""Orders over REST: place one, watch it, pay it another way, stop it."""

import hashlib
import logging

from bot.chat.order_words import delivery_words, event_words, item_title, order_words
from bot.errors import Refusal
from bot.parcels.choice import DeliveryChoice
from bot.rails.links import pay_link
from bot.shop.lines import Wanted
from bot.shop.orders import (
    OrderRequest,
    OrderView,
    cancel_order,
    choose_rail,
    get_order,
    list_orders,
    place_order,
    read_order,
)
from db.deliveries import Delivery, DeliveryEvent
from db.orders import Order, OrderStatus
from webapp.api.endpoint import Answer, Call
from webapp.api.shapes import Page
from webapp.api.shop_shapes import DeliveryShape, OrderBody, OrderLineShape, OrderList, OrderShape, ParcelEvent, PayBody

log = logging.getLogger("stario.web")


async def create_order(call: Call, body: OrderBody) -> Answer:
    wanted = OrderRequest(
        items=[Wanted(item.variant_id, item.quantity, item.poster_id) for item in body.items],
        delivery=DeliveryChoice(**body.delivery.model_dump()),
        payment_provider=body.payment_provider,
        promo_code=body.promo_code or "",
        source=call.source,
        language=call.language,
        request_key=request_key(call),
    )
    order = await place_order(call.services, call.user, wanted)
    shape = await describe_order(call, await read_order(order))
    return Answer(shape, 201, {"Location": f"/api/v1/orders/{order.id}"})


def request_key(call: Call) -> str | None:
    """The client's key as the database keeps it: the promise outlives a wiped Redis."""
    if call.key is None:
        return None
    return f"{call.source}:{hashlib.sha256(call.key.encode()).hexdigest()}"


async def list_my_orders(call: Call, page: Page) -> Answer:
    found = await list_orders(call.user, page.start, page.limit + 1)
    items = [await describe_order(call, view, with_link=False) for view in found[: page.limit]]
    return Answer(OrderList(items=items, next=page.start + page.limit if len(found) > page.limit else None))


async def show_order(call: Call) -> Answer:
    order = await get_order(call.user, call.path("order"))
    return Answer(await describe_order(call, await read_order(order)))


async def cancel_my_order(call: Call) -> Answer:
    await cancel_order(call.user, await get_order(call.user, call.path("order")))
    return await show_order(call)


async def pay_another_way(call: Call, body: PayBody) -> Answer:
    order = await get_order(call.user, call.path("order"))
    await choose_rail(call.services.settings, order, body.payment_provider)
    # Here a provider that is away is the answer: the buyer asked for this one by name.
    url = await pay_link(call.services, order, call.language)
    shape = await describe_order(call, await read_order(order), with_link=False)
    return Answer(shape.model_copy(update={"payment_url": url}))


async def describe_order(call: Call, view: OrderView, with_link: bool = True) -> OrderShape:
    order, delivery = view.order, view.delivery
    due = with_link and order.status is OrderStatus.AWAITING_PAYMENT and order.goods_uzs
    lines = [
        OrderLineShape(
            title=item_title(item, call.language),
            quantity=item.quantity,
            price_uzs=item.price_uzs,
            discount_uzs=item.discount_uzs,
            variant_id=item.variant_id,
            poster_id=item.poster_id,
            video_id=item.video_id,
        )
        for item in view.items
    ]
    return OrderShape.model_validate(
        {
            **{name: getattr(order, name) for name in _SAME},
            "status": order.status.value,
            "message": order_words(order, delivery, call.language),
            "payment_url": await _try_link(call, order) if due else None,
            "items": lines,
            "delivery": await describe_delivery(delivery, call.language) if delivery else None,
        }
    )


_SAME = (
    "id",
    "number",
    "goods_uzs",
    "discount_uzs",
    "delivery_uzs",
    "total_uzs",
    "refunded_uzs",
    "promo_code",
    "payment_provider",
    "created_at",
    "expires_at",
    "paid_at",
)


async def _try_link(call: Call, order: Order) -> str | None:
    """None while a provider does not answer: the order stands, and can be asked for its link again."""
    try:
        return await pay_link(call.services, order, call.language)
    except Refusal as refusal:
        log.warning("no pay link for order %s: %s", order.number, refusal)
        return None


async def describe_delivery(delivery: Delivery, language: str) -> DeliveryShape:
    events = await DeliveryEvent.filter(delivery_id=delivery.id).order_by("happened_at", "received_at")
    return DeliveryShape(
        carrier=delivery.carrier,
        status=delivery.status.value,
        message=delivery_words(delivery, language),
        place_id=delivery.place_id,
        place_name=delivery.place_name,
        address=delivery.address,
        contact_name=delivery.contact_name,
        contact_phone=delivery.contact_phone,
        price_uzs=delivery.price_uzs,
        parcel_id=delivery.parcel_id,
        tracking_url=delivery.tracking_url,
        delivered_at=delivery.delivered_at,
        events=[
            ParcelEvent(
                event=event.event,
                state=event.state,
                message=event_words(event.event, language),
                place=event.place,
                happened_at=event.happened_at,
            )
            for event in events
        ],
    )
