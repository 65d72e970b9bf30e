"""What tests of the shop start from: goods of a kind, a poster that may be printed, a way to deliver."""

from uuid import uuid4

from bot.ids import new_code
from bot.parcels.choice import DeliveryChoice
from bot.shop.lines import Wanted
from bot.shop.orders import OrderRequest
from db.artists import Artist
from db.posters import Poster, PosterStatus
from db.products import Variant
from db.users import User

PICKUP = DeliveryChoice("pickup", "Dilnoza Karimova", "+998 90 123 45 67")


async def variant(sku: str = "tshirt-white-m") -> Variant:
    return await Variant.get(sku=sku).select_related("product")


async def new_poster(user: User, size: str = "a4", status: PosterStatus = PosterStatus.APPROVED) -> Poster:
    """A poster as it stands after its words were allowed; nothing is drawn."""
    artist = await Artist.all().order_by("position").first()
    assert artist is not None
    return await Poster.create(
        code=new_code(),
        user=user,
        artist=artist,
        design="riso",
        palette="lagoon",
        size=size,
        recipient="Dilnoza",
        words="Eng zoʻr muxlisga!",
        language="uz",
        status=status,
        dpi=300,
        preview_key="posters/none.jpg",
    )


async def ask_for(*skus: str, user: User, **changes: object) -> OrderRequest:
    """A request for one piece of each; a poster gets a design."""
    items = []
    for sku in skus:
        chosen = await variant(sku)
        poster = await new_poster(user, chosen.size) if sku.startswith("poster") else None
        items.append(Wanted(chosen.id, 1, poster.id if poster else None))
    values = {"items": items, "delivery": PICKUP, "payment_provider": "payme", "request_key": uuid4().hex}
    return OrderRequest(**(values | changes))  # type: ignore[arg-type]
