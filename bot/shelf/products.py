"""What the shop sells: products, their sizes and colours, and how many are left."""

from dataclasses import dataclass
from uuid import UUID

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from bot.errors import Invalid, NotFound
from bot.i18n import DEFAULT_LANGUAGE, text
from bot.ids import SLUG, read_id, read_name
from db.products import Product, Variant

MOST = 20  # pieces of one line
_TITLE = 120  # characters of a line's title


@dataclass(frozen=True)
class Goods:
    """A product on sale and what there is to choose from; each variant has its product."""

    product: Product
    variants: list[Variant]


async def list_products() -> list[Goods]:
    """What is on sale, in the shop's order; a product without variants is not shown."""
    return await _read_goods(Product.filter(is_active=True))


async def get_product(reference: str) -> Goods:
    """A product on sale, by id or slug. Raises NotFound."""
    try:
        wanted = Q(id=UUID(reference))
    except ValueError:
        wanted = Q(slug=read_name(reference, SLUG, "shop-gone"))
    found = await _read_goods(Product.filter(wanted, is_active=True))
    if not found:
        raise NotFound("shop-gone")
    return found[0]


async def _read_goods(products: QuerySet[Product]) -> list[Goods]:
    found = await products.order_by("position", "slug")
    variants = Variant.filter(product_id__in=[product.id for product in found], is_active=True)
    chosen = await variants.order_by("position", "sku").select_related("product")
    shelves = [Goods(one, [variant for variant in chosen if variant.product_id == one.id]) for one in found]
    return [goods for goods in shelves if goods.variants]


async def get_variant(variant_id: UUID | str) -> Variant:
    """A variant on sale with its `product`. Raises NotFound."""
    variant = await Variant.get_or_none(id=read_id(variant_id, "shop-gone")).select_related("product")
    if variant is None or not is_on_sale(variant):
        raise NotFound("shop-gone")
    return variant


def is_on_sale(variant: Variant) -> bool:
    """`variant` needs its product."""
    return variant.is_active and variant.product.is_active


def count_left(variant: Variant) -> int:
    """Pieces that nobody has bought or holds."""
    return max(0, variant.on_hand - variant.reserved)


def check_quantity(quantity: int) -> None:
    """Raises Invalid outside 1–20."""
    if isinstance(quantity, bool) or not 1 <= quantity <= MOST:
        raise Invalid("shop-quantity", most=MOST)


def product_name(product: Product, language: str) -> str:
    return product.name.get(language) or product.name[DEFAULT_LANGUAGE]


def product_about(product: Product, language: str) -> str:
    return product.about.get(language) or product.about[DEFAULT_LANGUAGE]


def colour_name(colour: str, language: str) -> str:
    return text(language, f"shop-colour-{colour}") if colour else ""


def size_name(size: str) -> str:
    """Paper sizes are kept small and written large."""
    return size.upper() if len(size) == 2 and size[0] == "a" else size


def variant_detail(variant: Variant, language: str) -> str:
    """`qora, L`; empty where there is nothing to choose."""
    return ", ".join(part for part in (colour_name(variant.colour, language), size_name(variant.size)) if part)


def variant_title(variant: Variant, language: str) -> str:
    """`Futbolka, qora, L`. `variant` needs its product."""
    detail = variant_detail(variant, language)
    name = product_name(variant.product, language)
    return (f"{name}, {detail}" if detail else name)[:_TITLE]
