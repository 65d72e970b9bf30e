"""The JSON of the API, in and out. Unknown fields of a request are refused: a slip is not met with silence."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, field_validator
from pydantic_core import PydanticCustomError

from bot.words.cleaning import is_clean

Language = Literal["uz", "uz-Cyrl", "ru", "en"]
Verdict = Literal["pass", "review", "blocked"]
JobStatus = Literal["queued", "processing", "completed", "failed", "awaiting_payment", "in_review"]
Reference = Annotated[str, Field(min_length=1, max_length=64, description="An id, or a slug.")]
Words = Annotated[str, Field(max_length=20_000)]
Name = Annotated[str, Field(max_length=2_000)]
Word = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,31}$")]


class Input(BaseModel):
    model_config = ConfigDict(extra="forbid")

    @field_validator("*", mode="before")
    @classmethod
    def refuse_unfit(cls, value: object) -> object:
        """Refuses a text with zero or another control in it: neither the database nor a carrier takes it."""
        # A shape within refuses its own fields, and names them.
        texts = value if isinstance(value, list) else [value]
        if not all(is_clean(text) for text in texts if isinstance(text, str)):
            raise PydanticCustomError("unfit_text", "Control characters are no text.")
        return value


class Page(Input):
    """Which part of a list: `next` of the last answer goes into `offset` (or `cursor`, the same)."""

    offset: int = Field(0, ge=0, le=1_000_000)
    cursor: int | None = Field(None, ge=0, le=1_000_000)
    limit: int = Field(20, ge=1, le=50)
    lang: Language | None = None

    @property
    def start(self) -> int:
        return self.offset if self.cursor is None else self.cursor


class ArtistQuery(Page):
    category: str = Field("", pattern=r"^[a-z_]{0,32}$")
    search: str = Field("", max_length=80)


class ArtistShape(BaseModel):
    """Somebody who can be asked for a greeting. Prices are whole so'm and whole Stars; 0 is free."""

    id: UUID
    slug: str
    name: str
    category: str
    category_name: str
    about: str
    languages: list[str]
    price_uzs: int
    price_xtr: int
    portrait_url: str
    sample_url: str | None
    max_seconds: int
    unwelcome_topics: list[str]
    total_videos: int
    page_url: str


class ArtistList(BaseModel):
    items: list[ArtistShape]
    total: int
    next: int | None


class ArtistDetail(ArtistShape):
    occasions: list[str]


class PromptQuery(Input):
    occasion: Word | None = None
    language: Language | None = None
    lang: Language | None = None


class PromptShape(BaseModel):
    """The artist's own words; the recipient's name goes where `{name}` stands."""

    id: UUID
    occasion: str
    language: str
    text: str


class PromptList(BaseModel):
    items: list[PromptShape]
    next: int | None = None


class GenerateBody(Input):
    """A greeting to make."""

    artist_id: Reference
    occasion: Word
    recipient: Name
    text: Words
    language: Language | None = None


class JobShape(BaseModel):
    """A greeting on its way.

    `progress` runs from 0 to 100, `place` is how many stand before it; `message` and `eta_message` say it in words.
    """

    job_id: UUID
    status: JobStatus
    progress: int = Field(ge=0, le=100)
    stage: str
    place: int
    eta_seconds: int | None
    message: str
    eta_message: str | None
    video_url: str | None
    cover_url: str | None
    page_url: str | None
    payment_url: str | None
    reason: str | None
    artist_id: UUID
    artist_name: str
    occasion: str
    recipient: str
    price_xtr: int
    price_uzs: int
    created_at: datetime


class JobList(BaseModel):
    items: list[JobShape]
    next: int | None


class NameSampleBody(Input):
    artist_id: Reference
    recipient: Name
    language: Language | None = None


class NameSample(BaseModel):
    """A voice note (Ogg, Opus) that plays for an hour."""

    url: str


class CheckBody(Input):
    text: Words
    artist_id: Reference | None = None
    language: Language | None = None


class NameCheckBody(Input):
    recipient: Name


class CheckAnswer(BaseModel):
    """What the filter says. `reasons` are sentences; `fragments` the pieces of the text that are meant."""

    verdict: Verdict
    categories: list[str]
    reasons: list[str]
    fragments: list[str]
    language: str
    seconds: float
    max_seconds: int | None
    rules_version: str


class TelegramBody(Input):
    init_data: str = Field(max_length=8_192, description="`Telegram.WebApp.initData` as it is.")


class RefreshBody(Input):
    refresh_token: str = Field(min_length=16, max_length=200)


class MeBody(Input):
    language: Language


class Person(BaseModel):
    id: UUID
    telegram_id: int | None
    first_name: str
    username: str | None
    language: str
    role: str


class TokenAnswer(BaseModel):
    """The access token lasts half an hour; the refresh token works once, within seven days."""

    access_token: str
    refresh_token: str
    token_type: Literal["Bearer"] = "Bearer"
    expires_in: int
    user: Person | None = None


class FieldError(BaseModel):
    field: str
    problem: str


class Problem(BaseModel):
    """A problem document (RFC 9457). `reasons`: why words were blocked; `errors`: which fields do not fit;
    `faces`: who is on a photo, to choose from."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    verdict: Verdict | None = None
    categories: list[str] | None = None
    reasons: list[str] | None = None
    errors: list[FieldError] | None = None
    faces: list[dict[str, float]] | None = None
