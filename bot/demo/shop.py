"""Fills an empty shop with the demo goods and promo codes of `shop.yaml`; what is there stays as it is."""

from collections.abc import Iterator
from typing import Any

from tortoise.transactions import in_transaction

from bot.demo.catalogue import DEMO_DIR, CatalogueError, read_yaml
from bot.i18n import LANGUAGES
from db.products import Product, ProductKind, Variant
from db.promos import PromoCode

Item = dict[str, Any]


async def seed_shop() -> int:
    """Adds the products and promo codes that are missing. Returns how many products.

    Raises CatalogueError naming what is wrong in the file.
    """
    shop = read_yaml(DEMO_DIR / "shop.yaml")
    known = set(await Product.all().values_list("slug", flat=True))
    fresh = [(place, item) for place, item in enumerate(shop["products"]) if item["slug"] not in known]
    for place, item in fresh:
        await _add_product(item, shop["fiscal"][item["fiscal"]], place)
    for code in shop["promo_codes"]:
        await PromoCode.get_or_create(code=code["code"], defaults=code)
    return len(fresh)


async def _add_product(item: Item, fiscal: Item, place: int) -> None:
    for words in (item["name"], item["about"]):
        if set(words) != set(LANGUAGES):
            raise CatalogueError(f"shop.yaml: {item['slug']} lacks a language")
    async with in_transaction():
        product = await Product.create(
            slug=item["slug"],
            kind=ProductKind(item["kind"]),
            name=item["name"],
            about=item["about"],
            artist_percent=item["artist_percent"],
            position=place,
            **fiscal,
        )
        await Variant.bulk_create(list(_variants(item, product)))


def _variants(item: Item, product: Product) -> Iterator[Variant]:
    kinds = [(colour, size) for colour in item["colours"] for size in item["sizes"]]
    for place, (colour, size) in enumerate(kinds):
        yield Variant(
            product=product,
            sku="-".join(part.replace(" ", "").lower() for part in (item["slug"], colour, size) if part),
            size=size,
            colour=colour,
            price_uzs=item.get("dearer", {}).get(size, item["price_uzs"]),
            on_hand=item["stock"],
            grams=item["grams"],
            compartment=item["compartment"],
            position=place,
        )
