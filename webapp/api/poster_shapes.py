"""The JSON of posters, in and out."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field

from bot.posters.designs import BLEED_MM, LEAST_DPI
from db.products import ProductKind
from webapp.api.shapes import Input, Language, Name, Reference, Words

Size = Literal["a5", "a4", "a3"]
PosterState = Literal["draft", "in_review", "approved", "printing", "ready", "refused", "failed"]
Look = Annotated[str, Field(pattern=r"^[a-z]{1,24}$")]


class PaletteShape(BaseModel):
    """Colours as `#rrggbb`."""

    id: str
    name: str
    paper: str
    ink: str
    accent: str
    tone: str


class DesignShape(BaseModel):
    id: str
    name: str
    about: str
    palettes: list[PaletteShape]


class SizeShape(BaseModel):
    """Trimmed, in millimetres; a print file has the bleed around it."""

    id: str
    width_mm: int
    height_mm: int


class DesignList(BaseModel):
    items: list[DesignShape]
    sizes: list[SizeShape]
    bleed_mm: int = BLEED_MM
    least_dpi: int = LEAST_DPI
    name_limit: int
    words_limit: int
    next: int | None = None


class PosterBody(Input):
    """A poster to draw. `video_id` and `second` with source `video`, `quiz_id` with source `quiz`."""

    artist_id: Reference
    design: Look
    palette: Look
    size: Size = "a4"
    recipient: Name
    words: Words
    language: Language | None = None
    source: Literal["portrait", "quiz", "video"] = "portrait"
    video_id: UUID | None = None
    second: float = Field(0.0, ge=0, le=3600)
    quiz_id: UUID | None = None


class PosterPatch(Input):
    """What is to be different; what is left out stays."""

    design: Look | None = None
    palette: Look | None = None
    size: Size | None = None
    recipient: Name | None = None
    words: Words | None = None


class PosterShape(BaseModel):
    """A poster. `printable` says whether it can be ordered now, `reason` why not, `dpi` how sharp it will be."""

    id: UUID
    status: PosterState
    artist_id: UUID
    artist_name: str
    design: str
    palette: str
    size: str
    recipient: str
    words: str
    language: str
    source: str
    dpi: int
    printable: bool
    reason: str | None
    preview_url: str | None
    pdf_url: str | None
    png_url: str | None
    page_url: str
    created_at: datetime


class PosterList(BaseModel):
    items: list[PosterShape]
    next: int | None


class MockupQuery(Input):
    colour: str = Field("", pattern=r"^[a-z]{0,16}$")


class MockupShape(BaseModel):
    """A picture (JPEG) of the design on a product."""

    kind: ProductKind
    colour: str
    url: str
