"""Our side of BOX NOW against its stand-in: what is asked, what is understood, what a refusal means."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.adapters.boxnow import BoxnowCarrier
from bot.adapters.carriers import CarrierRefused, Consignment
from bot.errors import Invalid, Unavailable
from bot.merchants import boxnow_keys
from tests.contracts.telegram.bot_api_house import House

PARCEL = Consignment(
    "71000001", "", "103", "Futbolka × 1, Poster × 1", 175_000, 450, 2, "Шаҳноза", "+998901234567", "sh@example.uz"
)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    house = await House(tmp_path).open()
    yield house
    await house.close()


@pytest.fixture
def carrier(house: House) -> BoxnowCarrier:
    keys = boxnow_keys(house.settings)
    assert keys is not None
    return BoxnowCarrier(keys, 18_000)


async def test_a_parcel_is_taken_on_tracked_and_called_off(carrier: BoxnowCarrier) -> None:
    made = await carrier.request(PARCEL)
    assert made.number == PARCEL.number and made.request_id and made.parcel_id in made.tracking_url
    assert await carrier.request(PARCEL) == replace(made, request_id="")  # asked again: the same parcel
    assert (await carrier.label(made.number)).startswith(b"%PDF")
    await carrier.cancel(made.parcel_id)
    await carrier.cancel(made.parcel_id)
    told = await carrier.events(made.number)
    assert [(event.event, event.state) for event in told] == [("new", "new"), ("canceled", "canceled")]
    assert all(event.happened_at.tzinfo and event.parcel_id == made.parcel_id for event in told)
    again = await carrier.request(PARCEL)
    assert again.number == "71000001-2" and again.parcel_id != made.parcel_id


@pytest.mark.parametrize(
    ("parcel", "key", "code"),
    [
        (replace(PARCEL, place_id="999"), "delivery-locker-gone", "P402"),
        (replace(PARCEL, contact_phone="901234567"), "delivery-phone-wrong", "P405"),
        (replace(PARCEL, place_id="106", compartment=3), "delivery-too-big", "P406"),
        (replace(PARCEL, contact_email=""), "delivery-refused", "P400"),
    ],
)
async def test_a_refusal_is_put_into_words(carrier: BoxnowCarrier, parcel: Consignment, key: str, code: str) -> None:
    with pytest.raises(CarrierRefused) as refused:
        await carrier.request(parcel)
    assert (refused.value.key, refused.value.code) == (key, code)


async def test_places(carrier: BoxnowCarrier) -> None:
    near = await carrier.places("ru", 41.3266, 69.2350)
    assert near[0].id == "102" and len(near) == 12
    assert [place.metres for place in near] == sorted(place.metres or 0 for place in near)
    assert not await carrier.places("ru", 39.65, 66.96)  # nothing near Samarkand
    place = await carrier.find_place("ru", "104")
    assert (place.id, place.price_uzs, place.lat) == ("104", 18_000, 41.365)
    with pytest.raises(Invalid):
        await carrier.find_place("ru", "1")  # the warehouse is no locker


@pytest.mark.parametrize("kind", ["500", "429"])
async def test_an_outage_is_said_so(house: House, carrier: BoxnowCarrier, kind: str) -> None:
    await house.call("POST", "/control/faults", service="boxnow", kind=kind, times=1, method="destinations")
    with pytest.raises(Unavailable, match="delivery-carrier-away"):
        await carrier.places("uz")
    assert await carrier.places("uz")


async def test_wrong_keys_are_refused(house: House) -> None:
    keys = boxnow_keys(house.settings)
    assert keys is not None
    with pytest.raises(CarrierRefused) as refused:
        await BoxnowCarrier(replace(keys, client_secret=SecretStr("wrong")), 1).places("uz")
    assert refused.value.code == "401"
