"""Parcels from paid to handed over: what the carrier is asked, how its events are taken, what buyers are told."""

import itertools
import json
import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import pytest_asyncio
from aiohttp.test_utils import TestClient
from tortoise.connection import get_connection

from bot.adapters.boxnow import BoxnowCarrier
from bot.adapters.carriers import CarrierRefused, ParcelEvent
from bot.errors import Conflict, Invalid
from bot.merchants import boxnow_keys
from bot.money.payments import record_payment
from bot.parcels.deliveries import choose_delivery, note_by_hand, record_event
from bot.parcels.desk import open_carrier, open_carriers
from bot.parcels.parcels import parcel_label, request_parcel, stop_parcel, track_parcels
from bot.services import Services
from bot.shop.fulfilment import advance_waiting, order_printed, start_order
from bot.states.deliveries import ALLOWED
from db.alerts import Alert
from db.deliveries import Delivery, DeliveryEvent, DeliveryStatus
from db.orders import Order, OrderItem, OrderStatus
from db.outbox import OutboxRow
from db.posters import Poster, PosterStatus
from tests.control import Control
from tests.flows.money.money_world import paid
from tests.flows.parcels.parcel_world import LOCKER, asked, move, sold
from tests.flows.rails.rails_world import goods_order, open_callbacks
from tests.flows.shop.shopping import new_poster
from webapp.playground.rails.boxnow.events import sign_data
from workers.rows import Bench
from workers.telling.tell_parcel import tell_parcel

S = DeliveryStatus
START = datetime(2026, 11, 22, 10, tzinfo=UTC)


@pytest_asyncio.fixture
async def shop(services: Services, playground: Control) -> AsyncIterator[TestClient[Any, Any]]:
    async with open_callbacks(services) as client:
        yield client


async def status_of(order: Order) -> tuple[OrderStatus, DeliveryStatus]:
    return (await Order.get(id=order.id)).status, (await Delivery.get(order_id=order.id)).status


def told(delivery: Delivery, event: str, state: str, minute: int, name: str = "") -> ParcelEvent:
    return ParcelEvent(
        name or f"e-{event}-{minute}",
        delivery.parcel_id,
        delivery.request_number,
        event,
        state,
        "Chorsu",
        START + timedelta(minutes=minute),
    )


async def test_a_locker_from_paid_to_delivered(
    services: Services, playground: Control, shop: TestClient[Any, Any]
) -> None:
    order, delivery = await asked(services, "boxnow")
    assert delivery.status in (S.REQUESTED, S.NEW) and delivery.parcel_id and delivery.tracking_url
    await move(playground, delivery.parcel_id, "delivered", through=True)
    assert await status_of(order) == (OrderStatus.FULFILLED, S.DELIVERED)
    kinds = await DeliveryEvent.filter(delivery_id=delivery.id).values_list("event", flat=True)
    assert {"final-destination", "delivered"} <= set(kinds)
    assert await OutboxRow.filter(job="tell_parcel").count() == len(kinds)
    label = await parcel_label(services, delivery)
    assert label.startswith(b"%PDF")


async def test_asking_twice_makes_one_parcel(
    services: Services, playground: Control, shop: TestClient[Any, Any]
) -> None:
    order, delivery = await asked(services, "boxnow")
    assert not await request_parcel(services, order.id)
    # As after a death between the carrier's answer and our own note of it.
    await Delivery.filter(id=delivery.id).update(requested_at=None, parcel_id="", status=S.CHOSEN)
    assert await request_parcel(services, order.id)
    found = await Delivery.get(id=delivery.id)
    assert (found.parcel_id, found.request_number) == (delivery.parcel_id, order.number)


async def test_a_burnt_number_gets_a_suffix(
    services: Services, playground: Control, shop: TestClient[Any, Any]
) -> None:
    order, delivery = await asked(services, "boxnow")
    await open_carrier(services.settings, "boxnow").cancel(delivery.parcel_id)
    await Delivery.filter(id=delivery.id).update(requested_at=None, parcel_id="", status=S.CHOSEN)
    assert await request_parcel(services, order.id)
    found = await Delivery.get(id=delivery.id)
    assert found.request_number == f"{order.number}-2" and found.parcel_id != delivery.parcel_id


async def test_a_refusal_is_kept_and_shown(services: Services, playground: Control, shop: TestClient[Any, Any]) -> None:
    order = await sold("boxnow", place_id="999")
    assert not await request_parcel(services, order.id)
    delivery = await Delivery.get(order_id=order.id)
    assert delivery.status is S.CHOSEN and "P402" in delivery.failure
    assert await Alert.filter(text_key="ops-alert-carrier-refused").count() == 1


async def test_lockers_near_a_place(services: Services, playground: Control) -> None:
    carrier = open_carrier(services.settings, "boxnow")
    near = await carrier.places("uz", 41.2757, 69.2040)
    assert near[0].id == LOCKER and near[0].metres == 0 and near[0].price_uzs > 0
    assert [place.id for place in await carrier.places("uz", query="chorsu")] == ["102"]
    with pytest.raises(Invalid, match="delivery-locker-gone"):
        await carrier.find_place("uz", "no-such")


async def test_a_dead_token_is_renewed(services: Services, playground: Control) -> None:
    keys = boxnow_keys(services.settings)
    assert keys is not None
    carrier = BoxnowCarrier(keys, 1)
    carrier._token, carrier._dies = "dead", float("inf")
    assert await carrier.places("uz")


async def test_ORDER_INSENSITIVE(services: Services, playground: Control) -> None:
    """Five events in every order, each twice: one end, and a word to the buyer for each."""
    kinds = [
        ("new", "new"),
        ("in-depot", "in-transit"),
        ("final-destination", "in-final-destination"),
        ("delivered", "delivered"),
    ]
    order = await sold("boxnow")
    await Delivery.filter(order_id=order.id).update(parcel_id="900", request_number=order.number)
    delivery = await Delivery.get(order_id=order.id)
    for turn in itertools.permutations(range(len(kinds))):
        await DeliveryEvent.all().delete()
        await OutboxRow.filter(job="tell_parcel").delete()
        await Delivery.filter(id=delivery.id).update(status=S.REQUESTED, event_at=None, delivered_at=None)
        await Order.filter(id=order.id).update(status=OrderStatus.IN_PRODUCTION)
        for place in [*turn, *turn]:
            await record_event(told(delivery, *kinds[place], minute=place))
        assert await status_of(order) == (OrderStatus.FULFILLED, S.DELIVERED), turn
        assert await OutboxRow.filter(job="tell_parcel").count() == len(kinds)


async def test_a_late_event_moves_nothing_back(services: Services, playground: Control) -> None:
    _, delivery = await _by_events()
    assert await record_event(told(delivery, "final-destination", "in-final-destination", 5))
    assert await record_event(told(delivery, "in-depot", "in-transit", 2))
    assert not await record_event(told(delivery, "in-depot", "in-transit", 2))
    assert not await record_event(told(delivery, "in-depot", "in-transit", 2, name="another-id"))
    assert (await Delivery.get(id=delivery.id)).status is S.IN_FINAL_DESTINATION


async def test_unknown_parcels_and_states_move_nothing(services: Services, playground: Control) -> None:
    _, delivery = await _by_events()
    stranger = ParcelEvent("x", "none", "none", "new", "new", "", START)
    assert not await record_event(stranger)
    assert await record_event(told(delivery, "teleported", "elsewhere", 1))
    assert (await Delivery.get(id=delivery.id)).status is S.REQUESTED


@pytest.mark.parametrize(("event", "state"), [("lost", S.LOST), ("returned", S.RETURNED), ("missing", S.MISSING)])
async def test_trouble_calls_a_person(
    services: Services, playground: Control, event: str, state: DeliveryStatus
) -> None:
    _, delivery = await _by_events()
    await record_event(told(delivery, event, state, 1))
    assert await Alert.filter(text_key=f"ops-alert-parcel-{state}").count() == 1


async def _by_events() -> tuple[Order, Delivery]:
    order = await sold("boxnow")
    await Delivery.filter(order_id=order.id).update(
        parcel_id="900", request_number=order.number, status=S.REQUESTED, requested_at=START
    )
    return order, await Delivery.get(order_id=order.id)


def signed(services: Services, delivery: Delivery, **changes: Any) -> bytes:
    keys = boxnow_keys(services.settings)
    assert keys is not None
    data = {
        "parcelId": delivery.parcel_id,
        "orderNumber": delivery.request_number,
        "event": "final-destination",
        "parcelState": "in-final-destination",
        "parcelPin": "482913",
        "time": "2026-11-22T10:00:00.000Z",
        "eventLocation": {"displayName": "Chorsu <b>"},
    } | changes
    raw = json.dumps(data).encode()
    signature = sign_data(keys.webhook_secret.get_secret_value(), raw)
    return b'{"id":"w-1","data":' + raw + b',"datasignature":"' + signature.encode() + b'"}'


async def test_SECRET_FREE_LOGS(
    services: Services, playground: Control, shop: TestClient[Any, Any], caplog: pytest.LogCaptureFixture
) -> None:
    """The PIN goes to its buyer, protected, and nowhere else; at rest it is sealed."""
    caplog.set_level(logging.DEBUG)
    person = await playground.new_person("Dilnoza")
    order, delivery = await _by_events()
    user = await order.user
    await type(user).filter(id=user.id).update(telegram_id=person.id)
    await person.say("/start")
    body = signed(services, delivery)
    for _ in range(2):
        assert (await shop.post("/callbacks/boxnow", data=body)).status == 200
    event = await DeliveryEvent.get(delivery_id=delivery.id)
    await tell_parcel(Bench(services, "test"), str(event.id))
    message = await person.wait_for(lambda one: order.number in (one.get("text") or ""))
    assert "482913" in message["text"] and message["has_protected_content"]
    assert "Chorsu <b>" in message["text"]
    assert "482913" not in caplog.text
    rows = await get_connection("default").execute_query_dict("SELECT parcel_pin FROM deliveries")
    assert b"482913" not in bytes(rows[0]["parcel_pin"])


async def test_AUTH_FIRST(services: Services, playground: Control, shop: TestClient[Any, Any]) -> None:
    _, delivery = await _by_events()
    body = signed(services, delivery)
    for bad in (body.replace(b"482913", b"482914"), b"", b"{}", body[:-3], body.replace(b"10:00:00", b"10:00:01")):
        assert (await shop.post("/callbacks/boxnow", data=bad)).status == 401
    assert not await DeliveryEvent.all().exists()
    assert (await Delivery.get(id=delivery.id)).status is S.REQUESTED


async def test_a_replay_under_a_new_name_changes_nothing(
    services: Services, playground: Control, shop: TestClient[Any, Any]
) -> None:
    _, delivery = await _by_events()
    body = signed(services, delivery)
    for name in (b"w-1", b"w-2"):
        assert (await shop.post("/callbacks/boxnow", data=body.replace(b"w-1", name))).status == 200
    assert await DeliveryEvent.all().count() == 1


async def test_events_that_never_came_are_fetched(services: Services, playground: Control) -> None:
    order, delivery = await asked(services, "boxnow")
    await move(playground, delivery.parcel_id, "delivered", through=True, delivery="reset")
    assert (await status_of(order))[1] is not S.DELIVERED
    assert await track_parcels(services) >= 3
    assert await status_of(order) == (OrderStatus.FULFILLED, S.DELIVERED)
    assert await track_parcels(services) == 0


async def test_a_courier_moves_by_hand(services: Services, playground: Control) -> None:
    order, _ = await asked(services, "courier", place_id="tashkent")
    with pytest.raises(Conflict):
        await note_by_hand(order, "canceled", S.CHOSEN)
    assert await note_by_hand(order, "handed-over", S.IN_TRANSIT)
    assert not await note_by_hand(order, "handed-over", S.IN_TRANSIT)
    assert await note_by_hand(order, "delivered", S.DELIVERED)
    assert await status_of(order) == (OrderStatus.FULFILLED, S.DELIVERED)


@pytest.mark.parametrize(("carrier", "place"), [("courier", "tashkent"), ("pickup", "navoiy"), ("boxnow", LOCKER)])
async def test_a_parcel_is_called_off(
    services: Services, playground: Control, shop: TestClient[Any, Any], carrier: str, place: str
) -> None:
    order, _ = await asked(services, carrier, place_id=place)
    await stop_parcel(services, order.id)
    await track_parcels(services)
    await stop_parcel(services, order.id)
    assert (await status_of(order))[1] is S.CANCELED


async def test_a_parcel_on_its_way_is_not_called_off(
    services: Services, playground: Control, shop: TestClient[Any, Any]
) -> None:
    order, delivery = await asked(services, "boxnow")
    await move(playground, delivery.parcel_id, "in-depot", through=True)
    await stop_parcel(services, order.id)
    assert await Alert.filter(text_key="ops-alert-parcel-on-way").count() == 1
    with pytest.raises(CarrierRefused, match="delivery-too-late"):
        await open_carrier(services.settings, "boxnow").cancel(delivery.parcel_id)


async def test_the_carrier_waits_for_the_prints(services: Services, playground: Control) -> None:
    order = await goods_order()
    poster = await new_poster(await order.user)
    await OrderItem.filter(order_id=order.id).update(poster_id=poster.id)
    await Delivery.create(order=order, carrier="pickup", place_id="navoiy", price_uzs=0)
    await record_payment(paid(order, "p-1"))
    assert await start_order(order.id) and not await start_order(order.id)
    assert (await Poster.get(id=poster.id)).status is PosterStatus.PRINTING
    assert not await OutboxRow.filter(job="request_delivery").exists()
    await Poster.filter(id=poster.id).update(status=PosterStatus.READY)
    await order_printed(poster.id)
    await order_printed(poster.id)
    await advance_waiting()
    assert await OutboxRow.filter(job="request_delivery").count() == 1
    assert await OutboxRow.filter(job="post_order").count() == await OutboxRow.filter(job="tell_buyer").count() == 1


async def test_another_way_changes_the_total_before_paying_only(services: Services, playground: Control) -> None:
    order = await goods_order()
    place = await open_carrier(services.settings, "courier").find_place("uz", "samarkand")
    changed = await choose_delivery(order.number, "courier", place, address="Registon, 1")
    assert changed.total_uzs == order.goods_uzs - order.discount_uzs + place.price_uzs
    await record_payment(paid(changed, "p-1"))
    with pytest.raises(Conflict, match="payment-already-paid"):
        await choose_delivery(order.number, "courier", place)


def test_every_state_can_be_reached_and_ends() -> None:
    reached = set().union(*ALLOWED.values())
    assert set(ALLOWED) == set(S) == reached | {S.CHOSEN}
    assert [state for state, following in ALLOWED.items() if not following] == [S.RETURNED, S.CANCELED]


async def test_a_carrier_that_is_off_takes_nothing(services: Services) -> None:
    settings = services.settings.model_copy(update={"carriers": ["pickup"]})
    assert open_carriers(settings) == ["pickup"]
    with pytest.raises(Invalid, match="delivery-carrier-closed"):
        open_carrier(settings, "boxnow")
