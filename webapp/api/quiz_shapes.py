"""The JSON of the face quiz, in and out."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, Field

from webapp.api.shapes import Input


def _is_true(value: object) -> object:
    if value is not True:
        raise ValueError("must be true: the words of the consent were shown and agreed to")
    return value


Agreed = Annotated[Literal[True], BeforeValidator(_is_true)]
Age = Literal["adult", "guardian"]
MediaType = Annotated[str, Field(max_length=100, description="image/jpeg, png, webp, heic or heif; empty if unknown.")]
Bytes = Annotated[int, Field(ge=0, le=2**40)]
GuardianName = Annotated[str, Field(max_length=200)]


class PhotoBody(Input):
    content_type: MediaType
    content_length: Bytes


class QuizStartBody(Input):
    """`consent` must be true: it says that the words of `GET /face-quiz/consent` were shown and agreed to.

    One photo by `content_type` and `content_length`, or up to three of one person in `photos`.
    """

    consent: Agreed
    content_type: MediaType | None = None
    content_length: Bytes | None = None
    age: Age = "adult"
    guardian_name: GuardianName = ""
    photos: list[PhotoBody] = Field(default_factory=list, max_length=10)


class UploadShape(BaseModel):
    """Where one photo is PUT, once, with these headers and exactly the announced size."""

    upload_url: str
    upload_headers: dict[str, str]


class QuizStarted(UploadShape):
    quiz_id: UUID
    expires_at: datetime
    uploads: list[UploadShape]


class AnalyzeBody(Input):
    """`face` says which one is meant, by its place in `faces` of the problem document `quiz-several-faces`."""

    face: int | None = Field(None, ge=0, le=199)


class MatchShape(BaseModel):
    artist_id: UUID
    slug: str
    name: str
    percent: float
    category: str
    category_name: str
    portrait_url: str
    page_url: str


class QuizAnswer(BaseModel):
    """Likeness in percent (0 … 100) to the first match, what that is called, and five artists."""

    quiz_id: UUID
    similarity: float
    badge: str
    badge_id: str
    matches: list[MatchShape]
    answered_at: datetime
    delete_at: datetime
    receipt_url: str


class FaceShape(BaseModel):
    """A face to choose from: fractions 0 … 1 of the picture's sides."""

    x: float
    y: float
    width: float
    height: float
    photo: int


class QuizState(BaseModel):
    quiz_id: UUID
    # `analysing` is published and stays; no quiz is ever in it, for the answer comes within the request.
    status: Literal["waiting", "analysing", "choosing", "answered", "refused", "expired"]
    reason: str | None
    faces: list[FaceShape]
    answer: QuizAnswer | None
    created_at: datetime
    expires_at: datetime
    delete_at: datetime
    deleted_at: datetime | None


class QuizReceipt(BaseModel):
    """That the photos are gone: when, and SHA-256 of the names they lay under."""

    quiz_id: UUID
    created_at: datetime
    answered_at: datetime | None
    delete_at: datetime
    deleted_at: datetime | None
    object_hashes: list[str]


class ConsentBody(Input):
    consent: Agreed
    age: Age = "adult"
    guardian_name: GuardianName = ""


class ConsentShape(BaseModel):
    """The words, their version, and what the caller has agreed to."""

    version: str
    text: str
    given: bool
    given_at: datetime | None
    age: Age | None
