"""A checkout being filled in: carrier, place, whom to call; kept in Redis beside the step."""

import secrets
from dataclasses import asdict, dataclass
from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot.parcels.choice import DeliveryChoice
from handlers.talk.buttons import ShipButton


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


async def load_checkout(state: FSMContext) -> Checkout | None:
    kept: dict[str, Any] | None = (await state.get_data()).get("checkout")
    return Checkout(**kept) if kept else None


async def save_checkout(state: FSMContext, checkout: Checkout) -> None:
    await state.update_data(checkout=asdict(checkout))


async def own_checkout(
    query: CallbackQuery, callback_data: ShipButton, state: FSMContext
) -> dict[str, Checkout] | bool:
    """A filter: the tap belongs to the checkout at hand, which is passed on as `checkout`."""
    checkout = await load_checkout(state)
    return {"checkout": checkout} if checkout is not None and checkout.id == callback_data.draft else False


async def open_checkout(event: object, state: FSMContext) -> dict[str, Checkout] | bool:
    """A filter: a checkout is being filled in, passed on as `checkout`."""
    checkout = await load_checkout(state)
    return {"checkout": checkout} if checkout is not None and not checkout.order else False
