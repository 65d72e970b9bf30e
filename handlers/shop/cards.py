"""The card of a product: a picture of it, what there is to choose, and the way into the cart."""

import asyncio
import logging
from dataclasses import dataclass

from aiogram.types import DisabledButton, InlineKeyboardButton, InlineKeyboardMarkup

from bot.errors import Refusal
from bot.i18n import format_uzs
from bot.ids import pack_id
from bot.posters.mockups import mockup_url
from bot.shelf.products import Goods, colour_name, count_left, product_about, product_name, size_name, variant_detail
from bot.shop.carts import read_cart
from db.posters import Poster
from db.products import ProductKind, Variant
from handlers.talk.buttons import CartButton, DesignsButton, GoodsButton, PutButton
from handlers.talk.keyboards import Row, home_button, pair_up, rows, tap
from handlers.talk.media import show_picture
from handlers.talk.talk import Talk

log = logging.getLogger("stario.chat")
_PATIENCE = 5.0  # seconds a card waits for its picture
_FEW = 5  # from here on the card says how many are left


@dataclass(frozen=True)
class Card:
    """A product at `index` of `total`, the variant chosen of it, and the design that goes onto it."""

    goods: Goods
    index: int
    total: int
    variant: Variant
    poster: Poster | None

    @property
    def needs_design(self) -> bool:
        return self.goods.product.kind is ProductKind.POSTER

    @property
    def packed_poster(self) -> str:
        return pack_id(self.poster.id) if self.poster else ""

    def button(self, colour: str, size: str) -> GoodsButton:
        return GoodsButton(index=self.index, colour=colour, size=size, poster=self.packed_poster)


def choose_variant(goods: Goods, colour: str, size: str) -> Variant:
    """Of the wished-for colour what is left, of the wished-for size where there is that; without a wish the first."""
    colour = colour or goods.variants[0].colour

    def rank(variant: Variant) -> tuple[bool, bool, bool]:
        return (variant.colour != colour, count_left(variant) == 0, variant.size != size)

    return min(goods.variants, key=rank)


async def show_card(talk: Talk, card: Card) -> None:
    """The tapped message turns into the card, a typed one is answered with it."""
    words, keyboard = card_words(talk, card), await card_keyboard(talk, card)
    await show_picture(talk, await find_mockup(talk, card), words, keyboard)


async def find_mockup(talk: Talk, card: Card) -> str | None:
    """The picture's object key; None while nobody draws: the card does without."""
    kind = card.goods.product.kind.value
    try:
        async with asyncio.timeout(_PATIENCE):
            return await mockup_url(talk.services, kind, card.variant.colour, card.poster)
    except (Refusal, TimeoutError) as error:
        log.warning("no picture of %s: %r", kind, error)
        return None


def card_words(talk: Talk, card: Card) -> str:
    product, left = card.goods.product, count_left(card.variant)
    words = talk.say(
        "shop-card",
        name=product_name(product, talk.language),
        about=product_about(product, talk.language),
        detail=variant_detail(card.variant, talk.language) or "—",
        price=format_uzs(talk.language, card.variant.price_uzs),
    )
    if card.poster:
        words += "\n" + talk.say("shop-card-design", artist=card.poster.artist.name, name=card.poster.recipient)
    if left == 0:
        return f"{words}\n{talk.say('shop-sold-out')}"
    return f"{words}\n{talk.say('shop-few-left', left=left)}" if left <= _FEW else words


async def card_keyboard(talk: Talk, card: Card) -> InlineKeyboardMarkup:
    count = (await read_cart(talk.user)).count
    cart = talk.label("shop-cart-button", count=count)
    return rows(
        *pair_up(_colour_row(talk, card)),
        *pair_up(_size_row(card), 5),
        *_design_rows(talk, card),
        _put_row(talk, card),
        _paging_row(card),
        [tap(cart, CartButton(action="open")), home_button(talk.language)],
    )


def _colour_row(talk: Talk, card: Card) -> Row:
    colours = list(dict.fromkeys(variant.colour for variant in card.goods.variants))
    if len(colours) < 2:
        return []
    return [
        _choice(colour_name(colour, talk.language), card, colour, card.variant.size, colour == card.variant.colour)
        for colour in colours
    ]


def _size_row(card: Card) -> Row:
    sizes = list(dict.fromkeys(variant.size for variant in card.goods.variants))
    if len(sizes) < 2 or (card.needs_design and card.poster):
        return []
    colour = card.variant.colour
    return [_choice(size_name(size), card, colour, size, size == card.variant.size) for size in sizes]


def _choice(label: str, card: Card, colour: str, size: str, chosen: bool) -> InlineKeyboardButton:
    """A colour or a size; struck through and dead where nothing of it is left."""
    wanted = [one for one in card.goods.variants if (one.colour, one.size) == (colour, size)]
    if not any(count_left(one) for one in wanted):
        struck = "".join(f"{letter}\u0336" for letter in label)
        return InlineKeyboardButton(text=struck, disabled=DisabledButton())
    return tap(f"● {label}" if chosen else label, card.button(colour, size), "primary" if chosen else None)


def _design_rows(talk: Talk, card: Card) -> list[Row]:
    here = {"index": card.index, "colour": card.variant.colour, "size": card.variant.size}
    key = "shop-other-design" if card.poster else "shop-poster-make" if card.needs_design else "shop-print"
    style = "success" if card.needs_design and not card.poster else None
    given = [[tap(talk.say(key), DesignsButton(**here), style)]]
    if card.poster and not card.needs_design:
        given.append([tap(talk.say("shop-plain"), GoodsButton(**here))])
    return given


def _put_row(talk: Talk, card: Card) -> Row:
    if not count_left(card.variant) or (card.needs_design and card.poster is None):
        return []
    label = talk.label("shop-put", price=format_uzs(talk.language, card.variant.price_uzs))
    return [tap(label, PutButton(variant=pack_id(card.variant.id), poster=card.packed_poster), "success")]


def _paging_row(card: Card) -> Row:
    if card.total < 2:
        return []
    return [
        tap("◀️", GoodsButton(index=(card.index - 1) % card.total)),
        InlineKeyboardButton(text=f"{card.index + 1} / {card.total}", disabled=DisabledButton()),
        tap("▶️", GoodsButton(index=(card.index + 1) % card.total)),
    ]
