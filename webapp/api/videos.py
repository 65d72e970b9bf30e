"""Greetings over REST: ask for one, hear the name first, list and cancel one's own."""

import hashlib

from bot.artists.artists import get_artist, list_occasions
from bot.errors import Invalid
from bot.greetings.samples import hear_name
from bot.greetings.videos import VideoRequest, cancel_video, find_video, list_videos, request_video
from webapp.api.artists import prompt_language
from webapp.api.endpoint import Answer, Call
from webapp.api.jobs import describe_job
from webapp.api.shapes import GenerateBody, JobList, NameSample, NameSampleBody, Page


async def generate_video(call: Call, body: GenerateBody) -> Answer:
    artist = await get_artist(body.artist_id)
    occasions = await list_occasions(artist)
    if occasions and body.occasion not in occasions:
        raise Invalid("site-occasion", occasions=", ".join(occasions))
    wanted = VideoRequest(
        artist=str(artist.id),
        occasion=body.occasion,
        recipient=body.recipient,
        text=body.text,
        source=call.source,
        request_key=_request_key(call),
        language=body.language,
    )
    placed = await request_video(call.services, call.user, wanted)
    video = await find_video(call.user, placed.video.id)
    if video.text != body.text.strip():
        raise Invalid("site-key-other-body")
    job = await describe_job(call.services, video, call.language)
    return Answer(job, 202, {"Location": f"/api/v1/videos/jobs/{video.id}"})


def _request_key(call: Call) -> str | None:
    """The client's key as the database keeps it: the promise outlives a wiped Redis."""
    if call.key is None:
        return None
    return f"{call.source}:{hashlib.sha256(call.key.encode()).hexdigest()}"


async def list_mine(call: Call, page: Page) -> Answer:
    found = await list_videos(call.user, page.start, page.limit + 1)
    shown = found[: page.limit]
    items = [await describe_job(call.services, video, call.language) for video in shown]
    return Answer(JobList(items=items, next=page.start + page.limit if len(found) > page.limit else None))


async def cancel_mine(call: Call) -> Answer:
    video = await find_video(call.user, call.path("video"))
    await cancel_video(call.user, video.id)
    video = await find_video(call.user, video.id)
    return Answer(await describe_job(call.services, video, call.language))


async def say_name(call: Call, body: NameSampleBody) -> Answer:
    artist = await get_artist(body.artist_id)
    language = prompt_language(artist, body.language or call.language)
    key = await hear_name(call.services, artist, body.recipient, language)
    return Answer(NameSample(url=await call.services.store.link(key)))
