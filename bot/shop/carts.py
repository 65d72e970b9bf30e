"""A person's cart: lines that merge, quantities, a promo code, and what it would cost right now."""

from dataclasses import dataclass
from uuid import UUID

from tortoise.exceptions import IntegrityError
from tortoise.transactions import in_transaction

from bot.errors import Invalid, NotFound, Refusal
from bot.ids import read_id
from bot.shelf.products import MOST, check_quantity, count_left, is_on_sale
from bot.shelf.promos import discount_of, find_promo, tidy_code
from bot.shop.lines import MOST_LINES, Line, Wanted, check_design, read_line
from db.carts import Cart, CartItem
from db.users import User


@dataclass(frozen=True)
class CartLine:
    """One line as it stands; `trouble` is why it cannot be ordered like this."""

    item: CartItem
    line: Line
    trouble: Refusal | None


@dataclass(frozen=True)
class CartView:
    """A cart and its price in whole so'm, before delivery; `promo_trouble` is why the code takes nothing off."""

    lines: list[CartLine]
    promo_code: str
    goods_uzs: int
    discount_uzs: int
    promo_trouble: Refusal | None

    @property
    def total_uzs(self) -> int:
        return self.goods_uzs - self.discount_uzs

    @property
    def count(self) -> int:
        return sum(line.line.quantity for line in self.lines)

    @property
    def wanted(self) -> list[Wanted]:
        return [Wanted(one.item.variant_id, one.item.quantity, one.item.poster_id) for one in self.lines]

    @property
    def can_order(self) -> bool:
        return bool(self.lines) and all(line.trouble is None for line in self.lines)


async def open_cart(user: User) -> Cart:
    cart, _ = await Cart.get_or_create(user_id=user.id)
    return cart


async def read_cart(user: User) -> CartView:
    cart = await open_cart(user)
    items = CartItem.filter(cart_id=cart.id).order_by("created_at", "id")
    found = await items.select_related("variant", "variant__product", "poster", "poster__artist")
    lines = [await _view_item(item) for item in found]
    goods = sum(one.line.total_uzs for one in lines)
    discount, trouble = await _try_promo(user, cart.promo_code, goods)
    return CartView(lines, cart.promo_code, goods, discount, trouble)


async def _view_item(item: CartItem) -> CartLine:
    line = Line(item.variant, item.poster, item.quantity)
    try:
        if not is_on_sale(item.variant):
            raise NotFound("shop-gone")
        if count_left(item.variant) < item.quantity:
            left = count_left(item.variant)
            raise Invalid("shop-few-left" if left else "shop-sold-out", left=left)
        await check_design(item.variant, item.poster)
    except Refusal as refusal:
        return CartLine(item, line, refusal)
    return CartLine(item, line, None)


async def _try_promo(user: User, code: str, goods_uzs: int) -> tuple[int, Refusal | None]:
    if not code or not goods_uzs:
        return 0, None
    try:
        return discount_of(await find_promo(user, code, goods_uzs), goods_uzs), None
    except Invalid as refusal:
        return 0, refusal


async def add_item(user: User, wanted: Wanted) -> CartItem:
    """Puts goods in; the same goods with the same design become more of one line.

    Raises what `read_line` raises, and Invalid beyond 20 of a line or 30 lines.
    """
    check_quantity(wanted.quantity)
    await read_line(user, wanted)
    cart = await open_cart(user)
    try:
        async with in_transaction():
            return await _write_item(cart, wanted)
    except IntegrityError:  # two taps at once: one made the line, the other finds it
        async with in_transaction():
            return await _write_item(cart, wanted)


async def _write_item(cart: Cart, wanted: Wanted) -> CartItem:
    await Cart.select_for_update().get(id=cart.id)
    item = await CartItem.get_or_none(cart_id=cart.id, variant_id=wanted.variant_id, poster_id=wanted.poster_id)
    if item is None:
        if await CartItem.filter(cart_id=cart.id).count() >= MOST_LINES:
            raise Invalid("shop-too-many-lines", most=MOST_LINES)
        return await CartItem.create(cart=cart, **vars(wanted))
    if item.quantity + wanted.quantity > MOST:
        raise Invalid("shop-quantity", most=MOST)
    item.quantity += wanted.quantity
    await item.save(update_fields=["quantity"])
    return item


async def change_item(user: User, item_id: UUID | str, quantity: int) -> None:
    """Sets how many; 0 takes the line out. Raises NotFound, Invalid."""
    item = await _own_item(user, item_id)
    if quantity == 0:
        await item.delete()
        return
    check_quantity(quantity)
    await CartItem.filter(id=item.id).update(quantity=quantity)


async def remove_item(user: User, item_id: UUID | str) -> None:
    """Raises NotFound."""
    await (await _own_item(user, item_id)).delete()


async def _own_item(user: User, item_id: UUID | str) -> CartItem:
    item = await CartItem.get_or_none(id=read_id(item_id, "shop-line-gone"), cart__user_id=user.id)
    if item is None:
        raise NotFound("shop-line-gone")
    return item


async def set_promo(user: User, code: str) -> None:
    """Keeps a code that holds for this cart; "" takes it off. Raises Invalid with the reason."""
    cart, tidy = await open_cart(user), tidy_code(code)
    if tidy:
        await find_promo(user, tidy, (await read_cart(user)).goods_uzs)
    await Cart.filter(id=cart.id).update(promo_code=tidy)


async def take_out(user: User, ordered: list[Wanted]) -> None:
    """Empties the cart of what has been ordered, in the caller's transaction; the code is used up with it."""
    cart = await Cart.get_or_none(user_id=user.id)
    if cart is None:
        return
    for line in ordered:
        found = CartItem.filter(cart_id=cart.id, variant_id=line.variant_id, poster_id=line.poster_id)
        await found.delete()
    await Cart.filter(id=cart.id).update(promo_code="")
