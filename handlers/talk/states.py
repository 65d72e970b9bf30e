"""Steps of the conversations; each stands for the answer that is awaited."""

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup


class Greeting(StatesGroup):
    """Putting a greeting together."""

    occasion = State()  # a tap on an occasion
    recipient = State()  # a typed name
    words = State()  # typed words, or a tap on the artist's own
    summary = State()  # a tap on "order"; typed words replace the old ones


class Support(StatesGroup):
    """Asking a person of ours for help."""

    question = State()


class Verify(StatesGroup):
    """Checking a greeting by its code."""

    code = State()


class Quiz(StatesGroup):
    """Finding the star one looks like."""

    guardian = State()  # the typed name of a parent
    photo = State()  # a photo, or a picture as a file
    face = State()  # a tap on one of several faces


class Shop(StatesGroup):
    """From a cart to an order."""

    promo = State()  # a typed promo code
    carrier = State()  # a tap on a carrier
    place = State()  # a tap on a place, a shared location, or words to look for
    address = State()  # a typed address
    name = State()  # a typed name, or a tap on the known one
    phone = State()  # a shared contact, or a typed number
    summary = State()  # a tap on a way to pay


class Design(StatesGroup):
    """Designing a poster."""

    recipient = State()  # a typed name
    words = State()  # typed words


# Steps that stay when something else comes than what they wait for; the rooms of greetings and of the face quiz say
# what they wait for in words of their own.
WORD_STEPS = frozenset(
    step.state
    for step in (
        Verify.code,
        Shop.promo,
        Shop.place,
        Shop.address,
        Shop.name,
        Shop.phone,
        Design.recipient,
        Design.words,
    )
)
TAP_STEPS = frozenset(step.state for step in (Shop.carrier, Shop.summary))


async def drop_draft(state: FSMContext) -> None:
    """Forgets the draft and the step, and nothing else."""
    data = await state.get_data()
    data.pop("draft", None)
    await state.set_data(data)
    await state.set_state(None)
