"""One's own greetings: the list, and the page of each while it is made and after."""

from typing import Any

from aiohttp import web

from bot.artists.pricing import Quote, describe_quote
from bot.greetings.videos import find_video, list_videos
from bot.i18n import text
from bot.money.orders import order_of
from db.users import User
from db.videos import Video, VideoStatus
from webapp.api.jobs import describe_job
from webapp.keys import services_of
from webapp.languages import LANGUAGE
from webapp.miniapp.page import enter_first, meet_caller, show_page
from webapp.miniapp.stars import describe_star, name_occasion
from webapp.miniapp.steps import list_steps

_SHOWN = 40
_CANCELLABLE = (VideoStatus.IN_REVIEW, VideoStatus.AWAITING_PAYMENT)


async def show_videos(request: web.Request) -> web.Response:
    user = await meet_caller(request)
    title = text(request[LANGUAGE], "miniapp-mine")
    if user is None:
        return enter_first(request, title, "/app/")
    lines = [await describe_line(request, user, video) for video in await list_videos(user, 0, _SHOWN)]
    return show_page(request, "videos", title, "/app/", {"videos": lines})


async def describe_line(request: web.Request, user: User, video: Video) -> dict[str, Any]:
    video.user = user
    return {
        "job": await describe_job(services_of(request), video, request[LANGUAGE]),
        "star": describe_star(video.artist, request[LANGUAGE]),
        "occasion": name_occasion(video.occasion, request[LANGUAGE]),
    }


async def show_video(request: web.Request) -> web.Response:
    user = await meet_caller(request)
    if user is None:
        return enter_first(request, text(request[LANGUAGE], "miniapp-mine"), "/app/videos")
    video = await find_video(user, request.match_info["video"])
    order = await order_of(video)
    values = await describe_line(request, user, video)
    job = values["job"]
    values |= {
        "price": describe_quote(Quote(order.total_uzs, order.total_xtr), request[LANGUAGE]),
        "price_xtr": order.total_xtr,
        "steps": list_steps(video, job.stage, order.total_xtr > 0, request[LANGUAGE]),
        "cancellable": video.status in _CANCELLABLE,
        "download": await link_download(request, video) if job.video_url else "",
    }
    return show_page(request, "video", f"{job.artist_name} · {job.recipient}", "/app/videos", values)


async def link_download(request: web.Request, video: Video) -> str:
    """A link that saves the file instead of playing it."""
    return await services_of(request).store.link(video.video_key, 3600, f"stario-{video.code}.mp4")
