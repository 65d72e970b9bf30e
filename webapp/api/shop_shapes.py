"""The JSON of the shop. Money is whole so'm everywhere."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field

from webapp.api.shapes import Input, Language

Quantity = Annotated[int, Field(strict=True, ge=1, le=20)]
Provider = Annotated[str, Field(pattern=r"^[a-z]{1,16}$", description="One of `GET /payment-providers`.")]
Code = Annotated[str, Field(max_length=40)]


class VariantShape(BaseModel):
    """One size and colour, in words of the caller's language; `blank_url` shows it without any design."""

    id: UUID
    sku: str
    size: str
    colour: str
    colour_name: str
    title: str
    price_uzs: int
    in_stock: bool
    left: int
    picture_url: str
    blank_url: str


class ProductShape(BaseModel):
    """Something the shop sells. `needs_design`: it is sold with a poster of yours alone."""

    id: UUID
    slug: str
    kind: str
    name: str
    about: str
    from_uzs: int
    needs_design: bool
    picture_url: str
    variants: list[VariantShape]


class ProductList(BaseModel):
    items: list[ProductShape]
    total: int
    next: int | None


class CartItemBody(Input):
    variant_id: UUID
    quantity: Quantity = 1
    poster_id: UUID | None = None


class CartChangeBody(Input):
    quantity: int = Field(strict=True, ge=0, le=20, description="0 takes the line out.")


class PromoBody(Input):
    code: Code = Field(description="Empty takes the code off.")


class CartLineShape(BaseModel):
    """`problem` says why the line cannot be ordered as it is."""

    id: UUID
    variant_id: UUID
    product_slug: str
    poster_id: UUID | None
    title: str
    quantity: int
    price_uzs: int
    total_uzs: int
    left: int
    picture_url: str
    problem: str | None


class CartShape(BaseModel):
    """What is put aside; `promo_problem` says why the code takes nothing off. Delivery is not in it yet."""

    items: list[CartLineShape]
    promo_code: str
    promo_problem: str | None
    goods_uzs: int
    discount_uzs: int
    total_uzs: int
    can_order: bool


class OrderItemBody(Input):
    variant_id: UUID
    quantity: Quantity = 1
    poster_id: UUID | None = None


class DeliveryBody(Input):
    """`place_id` for lockers and pickup points, `address` for a courier."""

    carrier: str = Field(pattern=r"^[a-z]{1,16}$")
    name: str = Field(max_length=200)
    phone: str = Field(max_length=80)
    place_id: str = Field("", max_length=64)
    address: str = Field("", max_length=300)
    email: str = Field("", max_length=120)


class OrderBody(Input):
    items: list[OrderItemBody] = Field(max_length=60)
    delivery: DeliveryBody
    payment_provider: Provider
    promo_code: Code | None = None


class PayBody(Input):
    payment_provider: Provider


class OrderLineShape(BaseModel):
    title: str
    quantity: int
    price_uzs: int
    discount_uzs: int
    variant_id: UUID | None
    poster_id: UUID | None
    video_id: UUID | None


class ParcelEvent(BaseModel):
    event: str
    state: str
    message: str
    place: str
    happened_at: datetime


class DeliveryShape(BaseModel):
    """Where the parcel is; `message` says it in words."""

    carrier: str
    status: str
    message: str
    place_id: str
    place_name: str
    address: str
    contact_name: str
    contact_phone: str
    price_uzs: int
    parcel_id: str
    tracking_url: str
    delivered_at: datetime | None
    events: list[ParcelEvent]


OrderWord = Literal[
    "draft", "awaiting_payment", "paid", "in_production", "fulfilled", "expired", "cancelled", "refunded"
]


class OrderShape(BaseModel):
    """An order. `payment_url` is there while it waits for money; `message` says where it is, in words."""

    id: UUID
    number: str
    status: OrderWord
    message: str
    goods_uzs: int
    discount_uzs: int
    delivery_uzs: int
    total_uzs: int
    refunded_uzs: int
    promo_code: str
    payment_provider: str
    payment_url: str | None
    items: list[OrderLineShape]
    delivery: DeliveryShape | None
    created_at: datetime
    expires_at: datetime | None
    paid_at: datetime | None


class OrderList(BaseModel):
    items: list[OrderShape]
    next: int | None


class PlaceQuery(Input):
    """Lockers and pickup points near a point, or by the words of their name and address."""

    carrier: str = Field("", pattern=r"^[a-z]{0,16}$", description="Empty: the first of `GET /delivery/carriers`.")
    lat: float | None = Field(None, ge=-90, le=90)
    lng: float | None = Field(None, ge=-180, le=180)
    q: str = Field("", max_length=80)
    limit: int = Field(20, ge=1, le=50)
    lang: Language | None = None


class PlaceShape(BaseModel):
    id: str
    name: str
    address: str
    lat: float | None
    lng: float | None
    distance_m: int | None
    price_uzs: int
    note: str


class PlaceList(BaseModel):
    items: list[PlaceShape]
    next: None = None


class CarrierShape(BaseModel):
    """`from_uzs` is what the cheapest place costs. `asks`: `place` a place_id, `address` an address, too."""

    id: str
    name: str
    about: str
    from_uzs: int
    asks: list[Literal["place", "address"]]


class CarrierList(BaseModel):
    items: list[CarrierShape]
    next: None = None


class ProviderShape(BaseModel):
    id: str
    name: str


class ProviderList(BaseModel):
    items: list[ProviderShape]
    next: None = None
