"""Lines of an order for goods: what is printed on what, what it costs, and how a discount is spread over them."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from bot.artists.consent import covers_purpose
from bot.errors import Conflict, Forbidden, Invalid
from bot.posters.posters import find_poster, require_printable
from bot.shelf.products import check_quantity, get_variant, variant_title
from db.consents import Purpose
from db.posters import Poster, PosterStatus
from db.products import ProductKind, Variant
from db.users import User

P = PosterStatus
_USABLE = (P.APPROVED, P.PRINTING, P.READY)
MOST_LINES = 30


@dataclass(frozen=True)
class Wanted:
    """So many pieces of a variant, with a poster's design on each or none."""

    variant_id: UUID
    quantity: int
    poster_id: UUID | None = None


@dataclass(frozen=True)
class Line:
    """What one line of an order says; money in whole so'm."""

    variant: Variant
    poster: Poster | None
    quantity: int

    @property
    def price_uzs(self) -> int:
        return int(self.variant.price_uzs)

    @property
    def total_uzs(self) -> int:
        return self.price_uzs * self.quantity

    def title(self, language: str) -> str:
        return variant_title(self.variant, language)

    def share_of(self, discount_uzs: int) -> int:
        """The artist's part of the line after its discount, rounded down."""
        percent = self.variant.product.artist_percent if self.poster else 0
        return int((self.total_uzs - discount_uzs) * percent // 100)


def merge_items(items: Sequence[Wanted]) -> list[Wanted]:
    """The same goods with the same design are one line. Raises Invalid for none, too many, or odd quantities."""
    if not items:
        raise Invalid("shop-cart-empty")
    counts: dict[tuple[UUID, UUID | None], int] = {}
    for item in items:
        check_quantity(item.quantity)
        counts[item.variant_id, item.poster_id] = counts.get((item.variant_id, item.poster_id), 0) + item.quantity
    if len(counts) > MOST_LINES:
        raise Invalid("shop-too-many-lines", most=MOST_LINES)
    for quantity in counts.values():
        check_quantity(quantity)
    return [Wanted(variant_id, quantity, poster_id) for (variant_id, poster_id), quantity in counts.items()]


async def read_line(user: User, wanted: Wanted) -> Line:
    """The line as it may be sold now. Raises NotFound, Invalid, Conflict or Forbidden with the reason."""
    variant = await get_variant(wanted.variant_id)
    poster = await find_poster(user, wanted.poster_id) if wanted.poster_id else None
    await check_design(variant, poster)
    return Line(variant, poster, wanted.quantity)


async def check_design(variant: Variant, poster: Poster | None) -> None:
    """Whether this design may be printed on this: approved, sharp enough, of its size, with the artist's consent."""
    is_poster = variant.product.kind is ProductKind.POSTER
    if poster is None:
        if is_poster:
            raise Invalid("shop-needs-design")
        return
    require_printable(poster)
    if poster.status not in _USABLE:
        raise Conflict("shop-design-unready")
    if is_poster and poster.size != variant.size:
        raise Invalid("shop-design-size", size=poster.size.upper())
    if not await covers_purpose(poster.artist, Purpose.MERCH):
        raise Forbidden("shop-no-consent", artist=poster.artist.name)


def spread_discount(amounts: Sequence[int], discount: int) -> list[int]:
    """A part of `discount` for each amount, in proportion, whole so'm, together exactly `discount`.

    What rounding leaves over goes to the largest remainders (Hamilton's method), so no line gets more than its price.
    """
    total = sum(amounts)
    if not 0 <= discount <= total:
        raise ValueError(f"a discount of {discount} on {total}")
    if total == 0:
        return [0 for _ in amounts]
    parts = [amount * discount // total for amount in amounts]
    rest = sorted(range(len(amounts)), key=lambda place: (-(amounts[place] * discount % total), place))
    for place in rest[: discount - sum(parts)]:
        parts[place] += 1
    return parts
