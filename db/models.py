"""Every model, in one list for Tortoise and for whoever wants to see all nouns at once."""

from db.artists import Artist, ArtistPrompt, ArtistRestriction, Verification
from db.consents import Consent, Purpose
from db.orders import Order, OrderItem, OrderStatus
from db.outbox import OutboxRow
from db.payments import Payment, PaymentStatus
from db.reviews import Review, ReviewStatus
from db.sessions import Session
from db.users import Role, User
from db.videos import Video, VideoStatus

__all__ = [
    "Artist", "ArtistPrompt", "ArtistRestriction", "Consent", "Order", "OrderItem", "OrderStatus", "OutboxRow",
    "Payment", "PaymentStatus", "Purpose", "Review", "ReviewStatus", "Role", "Session", "User", "Verification",
    "Video", "VideoStatus",
]  # fmt: skip
