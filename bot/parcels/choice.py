"""Where and to whom goods go, as a buyer says it: made tidy, checked with the carrier, priced."""

import logging
import re
from dataclasses import dataclass, replace

from bot.errors import Invalid, Refusal
from bot.i18n import text
from bot.parcels.desk import open_carrier, open_carriers
from bot.pasted.lines import tidy_dialled, tidy_token, tidy_words
from bot.services import Services
from bot.settings import Settings

log = logging.getLogger("stario.delivery")

LOCKERS, DOORS = ("boxnow",), ("courier",)  # where a place must be named, and where an address
_SHORTEST_ADDRESS = 8
_PHONE = re.compile(r"\+[1-9][0-9]{8,14}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_LONGEST = {"name": 80, "address": 300, "email": 120}


@dataclass(frozen=True)
class DeliveryChoice:
    """A carrier, a place or an address, and whom to call."""

    carrier: str
    name: str
    phone: str
    place_id: str = ""
    address: str = ""
    email: str = ""


@dataclass(frozen=True)
class Destination:
    """A choice that the carrier accepts, with the name of the place and the price in whole so'm."""

    choice: DeliveryChoice
    place_name: str
    price_uzs: int


async def check_delivery(services: Services, choice: DeliveryChoice, language: str) -> Destination:
    """Raises Invalid for contacts that cannot be right or a place there is not, Unavailable without the carrier."""
    tidy = tidy_choice(choice)
    carrier = open_carrier(services.settings, tidy.carrier)
    if tidy.carrier in LOCKERS and not tidy.place_id:
        raise Invalid("shop-no-place")
    if tidy.carrier in DOORS and len(tidy.address) < _SHORTEST_ADDRESS:
        raise Invalid("shop-no-address")
    place = await carrier.find_place(language, tidy.place_id)
    name = ", ".join(part for part in (place.name, place.address) if part)
    # A buyer may have no mail address, and some carriers will not do without one.
    email = tidy.email or (services.settings.shop_email if carrier.needs_email else "")
    return Destination(replace(tidy, place_id=place.id, email=email), name, place.price_uzs)


@dataclass(frozen=True)
class Way:
    """A carrier as a buyer sees it; `asks` names what a choice of it brings: `place`, `address`."""

    id: str
    name: str
    about: str
    from_uzs: int
    asks: list[str]


async def describe_ways(settings: Settings, language: str) -> list[Way]:
    """Carriers that are on, in the order they are shown; one that does not answer now is left out."""
    return [way for name in open_carriers(settings) if (way := await _describe_way(settings, name, language))]


async def _describe_way(settings: Settings, name: str, language: str) -> Way | None:
    try:
        places = await open_carrier(settings, name).places(language)
    except Refusal as refusal:
        log.warning("carrier %s is not offered now: %s", name, refusal)
        return None
    asks = ["place", "address"] if name in DOORS else ["place"]
    price = min((place.price_uzs for place in places), default=0)
    about = text(language, f"shop-carrier-about-{name}")
    return Way(name, text(language, f"shop-carrier-{name}"), about, price, asks)


def tidy_choice(choice: DeliveryChoice) -> DeliveryChoice:
    """The choice with spaces and telephone put in order. Raises Invalid."""
    return replace(
        choice,
        name=tidy_contact(choice.name),
        phone=tidy_phone(choice.phone),
        address=tidy_words(choice.address)[: _LONGEST["address"]],
        email=tidy_email(choice.email),
        place_id=tidy_token(choice.place_id)[:64],
    )


def tidy_contact(name: str) -> str:
    name = tidy_words(name)
    if not 2 <= len(name) <= _LONGEST["name"]:
        raise Invalid("shop-bad-name")
    return name


def tidy_phone(phone: str) -> str:
    """`+998901234567`; a local number is taken for one of Uzbekistan. Raises Invalid."""
    digits = tidy_dialled(phone)
    if re.fullmatch(r"[0-9]{9}", digits):
        digits = "+998" + digits
    elif re.fullmatch(r"998[0-9]{9}", digits):
        digits = "+" + digits
    if not _PHONE.fullmatch(digits):
        raise Invalid("shop-bad-phone")
    return digits


def tidy_email(email: str) -> str:
    email = tidy_token(email).removeprefix("mailto:")
    if email and (len(email) > _LONGEST["email"] or not _EMAIL.fullmatch(email)):
        raise Invalid("shop-bad-email")
    return email
