"""A product as search engines read it: schema.org Product with an Offer for each thing one can buy."""

from typing import Any

from bot.shelf.products import Goods, colour_name, count_left, product_about, product_name, size_name, variant_title
from db.products import Product, Variant
from webapp.api.products import picture_path

_SCHEMA = "https://schema.org"


def describe_offers(goods: Goods, language: str, base_url: str) -> dict[str, Any]:
    """JSON-LD of a product page. Source: schema.org/Product, schema.org/Offer."""
    product = goods.product
    pictures = dict.fromkeys(picture_path(product, variant.colour) for variant in goods.variants)
    return {
        "@context": _SCHEMA,
        "@type": "Product",
        "name": product_name(product, language),
        "description": product_about(product, language),
        "sku": product.slug,
        "url": page_url(product, base_url),
        "image": [base_url + picture for picture in pictures],
        "brand": {"@type": "Brand", "name": "Stario"},
        "offers": [_describe_offer(variant, product, language, base_url) for variant in goods.variants],
    }


def _describe_offer(variant: Variant, product: Product, language: str, base_url: str) -> dict[str, Any]:
    chosen = {"color": colour_name(variant.colour, language), "size": size_name(variant.size)}
    return {
        "@type": "Offer",
        "name": variant_title(variant, language),
        "sku": variant.sku,
        "price": str(variant.price_uzs),
        "priceCurrency": "UZS",
        "availability": f"{_SCHEMA}/{'InStock' if count_left(variant) else 'OutOfStock'}",
        "itemCondition": f"{_SCHEMA}/NewCondition",
        "url": page_url(product, base_url) + (f"?colour={variant.colour}" if variant.colour else ""),
        "additionalProperty": [
            {"@type": "PropertyValue", "name": name, "value": value} for name, value in chosen.items() if value
        ],
    }


def page_url(product: Product, base_url: str) -> str:
    return f"{base_url}/shop/{product.slug}"
