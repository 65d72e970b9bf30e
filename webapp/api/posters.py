"""Posters over REST: the designs, one's own posters, and how they look on things."""

import hashlib

from bot.artists.artists import artist_name
from bot.errors import Invalid, NotFound, Refusal
from bot.i18n import text
from bot.posters.designs import DESIGNS, SIZES
from bot.posters.mockups import mockup_url
from bot.posters.posters import (
    NAME_LIMIT,
    WORDS_LIMIT,
    PosterRequest,
    change_design,
    design_poster,
    find_poster,
    list_posters,
    require_printable,
)
from db.posters import Poster, PosterStatus
from db.products import ProductKind
from webapp.api.endpoint import Answer, Call
from webapp.api.poster_shapes import (
    DesignList,
    DesignShape,
    MockupQuery,
    MockupShape,
    PaletteShape,
    PosterBody,
    PosterList,
    PosterPatch,
    PosterShape,
    SizeShape,
)
from webapp.api.shapes import Page
from webapp.problems import speak


async def list_designs(call: Call) -> Answer:
    items = [
        DesignShape(
            id=design.name,
            name=text(call.language, f"poster-design-{design.name}"),
            about=text(call.language, f"poster-about-{design.name}"),
            palettes=[
                PaletteShape(id=name, name=text(call.language, f"poster-palette-{name}"), **vars(palette))
                for name, palette in design.palettes.items()
            ],
        )
        for design in DESIGNS.values()
    ]
    sizes = [SizeShape(id=name, width_mm=width, height_mm=height) for name, (width, height) in SIZES.items()]
    return Answer(DesignList(items=items, sizes=sizes, name_limit=NAME_LIMIT, words_limit=WORDS_LIMIT))


async def make_poster(call: Call, body: PosterBody) -> Answer:
    wanted = PosterRequest(
        artist=body.artist_id,
        design=body.design,
        palette=body.palette,
        size=body.size,
        recipient=body.recipient,
        words=body.words,
        language=body.language or call.language,
        source=body.source,
        video_id=body.video_id,
        second=body.second,
        quiz_id=body.quiz_id,
        request_key=_request_key(call),
    )
    poster = await design_poster(call.services, call.user, wanted)
    if poster.words != body.words.strip():
        raise Invalid("site-key-other-body")
    return Answer(await describe_poster(call, poster), 201, {"Location": f"/api/v1/posters/{poster.id}"})


def _request_key(call: Call) -> str | None:
    if call.key is None:
        return None
    return f"{call.source}:{hashlib.sha256(call.key.encode()).hexdigest()}"


async def show_poster(call: Call) -> Answer:
    return Answer(await describe_poster(call, await find_poster(call.user, call.path("poster"))))


async def list_my_posters(call: Call, page: Page) -> Answer:
    found = await list_posters(call.user, page.start, page.limit + 1)
    items = [await describe_poster(call, poster) for poster in found[: page.limit]]
    return Answer(PosterList(items=items, next=page.start + page.limit if len(found) > page.limit else None))


async def change_my_poster(call: Call, body: PosterPatch) -> Answer:
    changes = body.model_dump(exclude_none=True)
    poster = await change_design(call.services, call.user, call.path("poster"), **changes)
    return Answer(await describe_poster(call, poster))


async def show_mockup(call: Call, query: MockupQuery) -> Answer:
    poster = await find_poster(call.user, call.path("poster"))
    try:
        kind = ProductKind(call.path("kind"))
    except ValueError as error:
        raise NotFound("error-not-found") from error
    key = await mockup_url(call.services, kind, query.colour, poster)
    return Answer(MockupShape(kind=kind, colour=query.colour, url=await call.services.store.link(key)))


async def describe_poster(call: Call, poster: Poster) -> PosterShape:
    """The poster in the caller's language; links live for an hour."""
    services = call.services
    reason = why_not_printable(poster, call.language)
    ready = poster.status is PosterStatus.READY
    return PosterShape(
        id=poster.id,
        status=poster.status.value,
        artist_id=poster.artist_id,
        artist_name=artist_name(poster.artist, call.language),
        design=poster.design,
        palette=poster.palette,
        size=poster.size,
        recipient=poster.recipient,
        words=poster.words,
        language=poster.language,
        source=poster.source,
        dpi=poster.dpi,
        printable=reason is None,
        reason=reason,
        preview_url=await services.store.link(poster.preview_key) if poster.preview_key else None,
        pdf_url=await services.store.link(poster.pdf_key, filename=f"poster-{poster.code}.pdf") if ready else None,
        png_url=await services.store.link(poster.png_key, filename=f"poster-{poster.code}.png") if ready else None,
        page_url=f"{services.settings.base_url}/p/{poster.code}",
        created_at=poster.created_at,
    )


def why_not_printable(poster: Poster, language: str) -> str | None:
    """A sentence, or None where nothing is in the way."""
    try:
        require_printable(poster)
    except Refusal as refusal:
        return speak(language, refusal)
    return None
