"""What a buyer chooses from: carriers, lockers and pickup points, ways to pay."""

from bot.adapters.carriers import Place
from bot.chat.order_words import rail_name
from bot.parcels.choice import describe_ways
from bot.parcels.desk import open_carrier, open_carriers
from bot.pasted.lines import tidy_words
from bot.rails.table import open_rails
from webapp.api.endpoint import Answer, Call
from webapp.api.shop_shapes import (
    CarrierList,
    CarrierShape,
    PlaceList,
    PlaceQuery,
    PlaceShape,
    ProviderList,
    ProviderShape,
)


async def list_carriers(call: Call) -> Answer:
    ways = await describe_ways(call.services.settings, call.language)
    return Answer(CarrierList(items=[CarrierShape(**vars(way)) for way in ways]))


async def list_places(call: Call, query: PlaceQuery) -> Answer:
    settings = call.services.settings
    name = query.carrier or next(iter(open_carriers(settings)), "")
    carrier = open_carrier(settings, name)
    found = await carrier.places(call.language, query.lat, query.lng, tidy_words(query.q))
    return Answer(PlaceList(items=[_describe_place(place) for place in found[: query.limit]]))


def _describe_place(place: Place) -> PlaceShape:
    located = bool(place.lat or place.lng)
    return PlaceShape(
        id=place.id,
        name=place.name,
        address=place.address,
        lat=place.lat if located else None,
        lng=place.lng if located else None,
        distance_m=place.metres,
        price_uzs=place.price_uzs,
        note=place.note,
    )


async def list_providers(call: Call) -> Answer:
    rails = open_rails(call.services.settings)
    return Answer(ProviderList(items=[ProviderShape(id=rail, name=rail_name(rail, call.language)) for rail in rails]))
