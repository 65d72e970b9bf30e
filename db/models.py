"""Every model, in one list for Tortoise and for whoever wants to see all nouns at once."""

from db.alerts import Alert
from db.artists import Artist, ArtistPrompt, ArtistRestriction, Verification
from db.attempts import AttemptStatus, PaymentAttempt
from db.carts import Cart, CartItem
from db.consents import Consent, Purpose
from db.deliveries import Delivery, DeliveryEvent, DeliveryStatus
from db.faces import ArtistFace
from db.fiscal import FiscalReceipt
from db.inbox import ProviderEvent
from db.ledger import LedgerEntry
from db.orders import Order, OrderItem, OrderStatus
from db.outbox import OutboxRow
from db.payments import Payment, PaymentStatus
from db.posters import Poster, PosterStatus
from db.products import Product, ProductKind, Variant
from db.promos import PromoCode, PromoUse
from db.quizzes import AgeGroup, FaceQuiz, QuizConsent, QuizStatus
from db.reconciliations import Reconciliation
from db.refunds import Refund, RefundStatus
from db.reviews import Review, ReviewStatus
from db.sessions import Session
from db.stock import Reservation, ReservationStatus
from db.trivia import GameStatus, TriviaAnswer, TriviaGame, TriviaQuestion, TriviaQuiz
from db.users import Role, User
from db.videos import Video, VideoStatus

__all__ = [
    "AgeGroup",
    "Alert",
    "Artist",
    "ArtistFace",
    "ArtistPrompt",
    "ArtistRestriction",
    "AttemptStatus",
    "Cart",
    "CartItem",
    "Consent",
    "Delivery",
    "DeliveryEvent",
    "DeliveryStatus",
    "FaceQuiz",
    "FiscalReceipt",
    "GameStatus",
    "LedgerEntry",
    "Order",
    "OrderItem",
    "OrderStatus",
    "OutboxRow",
    "Payment",
    "PaymentAttempt",
    "PaymentStatus",
    "Poster",
    "PosterStatus",
    "Product",
    "ProductKind",
    "PromoCode",
    "PromoUse",
    "ProviderEvent",
    "Purpose",
    "QuizConsent",
    "QuizStatus",
    "Reconciliation",
    "Refund",
    "RefundStatus",
    "Reservation",
    "ReservationStatus",
    "Review",
    "ReviewStatus",
    "Role",
    "Session",
    "TriviaAnswer",
    "TriviaGame",
    "TriviaQuestion",
    "TriviaQuiz",
    "User",
    "Variant",
    "Verification",
    "Video",
    "VideoStatus",
]
