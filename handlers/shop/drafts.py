"""A checkout being filled in: carrier, place, whom to call; kept in Redis beside the step."""

import secrets
from dataclasses import dataclass

from bot.parcels.choice import DeliveryChoice
from handlers.talk.buttons import ShipButton
from handlers.talk.drafts import Drafts


@dataclass
class Checkout:
    """What is known so far; `order` is the number once the order is placed. Prices in whole so'm."""

    id: str
    carrier: str = ""
    place_id: str = ""
    place_name: str = ""
    price_uzs: int = 0
    address: str = ""
    name: str = ""
    phone: str = ""
    order: str = ""

    def button(self, action: str, value: str = "") -> ShipButton:
        return ShipButton(draft=self.id, action=action, value=value)

    def choice(self) -> DeliveryChoice:
        return DeliveryChoice(self.carrier, self.name, self.phone, self.place_id, self.address)


def new_checkout() -> Checkout:
    return Checkout(secrets.token_hex(4))


CHECKOUTS = Drafts(Checkout, "checkout", "checkout", lambda checkout: not checkout.order)
