"""/orders: what a person has asked for, where it is, and what can be done about it."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.methods import DeleteMessage
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from bot.artists.artists import artist_name, get_artist
from bot.artists.pricing import Quote, describe_quote
from bot.chat.buttons import VideoButton
from bot.chat.greeting_status import post_status
from bot.greetings.videos import cancel_video, find_video, list_videos
from bot.i18n import format_moment, format_xtr, text_key
from bot.ids import pack_id, read_packed
from bot.money.orders import order_of
from bot.rails.telegram.invoices import repeat_invoice
from db.orders import Order
from db.videos import Video, VideoStatus
from handlers.catalogue import show_artist
from handlers.greeting.clips import page_button, send_clip, share_button
from handlers.greeting.steps import occasion_name
from handlers.shop.orders import order_rows
from handlers.talk.buttons import MenuButton, OrdersButton
from handlers.talk.keyboards import Row, home_button, rows, tap
from handlers.talk.talk import Talk

_PAGE = 6
_MARKS = {
    VideoStatus.IN_REVIEW: "🔎",
    VideoStatus.AWAITING_PAYMENT: "💳",
    VideoStatus.DELIVERED: "✅",
    VideoStatus.REFUSED: "✖️",
    VideoStatus.FAILED: "✖️",
    VideoStatus.CANCELLED: "✖️",
    VideoStatus.EXPIRED: "✖️",
}
_STOPPABLE = (VideoStatus.IN_REVIEW, VideoStatus.AWAITING_PAYMENT)
_MOVING = (VideoStatus.QUEUED, VideoStatus.RENDERING, VideoStatus.AWAITING_APPROVAL, VideoStatus.READY)


def build_router() -> Router:
    router = Router(name="orders")
    router.message.register(open_orders, Command("orders"))
    router.callback_query.register(open_orders, MenuButton.filter(F.action == "orders"))
    router.callback_query.register(turn_page, OrdersButton.filter())
    router.callback_query.register(act_on_video, VideoButton.filter())
    return router


async def open_orders(event: Message | CallbackQuery, talk: Talk) -> None:
    await show_list(talk, 0)


async def turn_page(query: CallbackQuery, callback_data: OrdersButton, talk: Talk) -> None:
    await show_list(talk, callback_data.offset)


async def show_list(talk: Talk, offset: int) -> None:
    videos = await list_videos(talk.user, offset, _PAGE + 1)
    goods = await order_rows(talk) if offset == 0 else []
    if not videos and not goods and offset == 0:
        ask = tap(talk.say("menu-catalogue"), MenuButton(action="catalogue"), "primary")
        await talk.show(talk.say("orders-none"), rows([ask], [home_button(talk.language)]))
        return
    buttons = [[tap(line_of(talk, video), video_button("show", video))] for video in videos[:_PAGE]]
    paging: Row = []
    if offset:
        paging.append(tap("◀️", OrdersButton(offset=max(0, offset - _PAGE))))
    if len(videos) > _PAGE:
        paging.append(tap("▶️", OrdersButton(offset=offset + _PAGE)))
    await talk.show(talk.say("orders-list"), rows(*goods, *buttons, paging, [home_button(talk.language)]))


def video_button(action: str, video: Video) -> VideoButton:
    return VideoButton(action=action, video=pack_id(video.id))


def line_of(talk: Talk, video: Video) -> str:
    return f"{_MARKS.get(video.status, '⏳')} {artist_name(video.artist, talk.language)} → {video.recipient}"


async def act_on_video(query: CallbackQuery, callback_data: VideoButton, talk: Talk) -> None:
    """Whatever a button under a greeting asks for. Raises NotFound for somebody else's greeting."""
    video = await find_video(talk.user, read_packed(callback_data.video))
    await _ACTIONS[callback_data.action](talk, video)


async def show_details(talk: Talk, video: Video) -> None:
    order = await order_of(video)
    await talk.show(details_text(talk, video, order), details_keyboard(talk, video, order))


def details_text(talk: Talk, video: Video, order: Order) -> str:
    return talk.say(
        "orders-details",
        number=order.number,
        artist=artist_name(video.artist, talk.language),
        recipient=video.recipient,
        occasion=occasion_name(talk, video.occasion),
        words=video.text,
        price=describe_quote(Quote(order.total_uzs, order.total_xtr), talk.language),
        status=talk.say(text_key("orders-status", video.status)),
        date=format_moment(video.created_at),
    )


def details_keyboard(talk: Talk, video: Video, order: Order) -> InlineKeyboardMarkup:
    back = [tap(talk.say("orders-back"), MenuButton(action="orders")), home_button(talk.language)]
    return rows(*action_rows(talk, video, order), back)


def action_rows(talk: Talk, video: Video, order: Order) -> list[Row]:
    """What can be done about a greeting in its state."""
    given: list[Row] = []
    if video.status is VideoStatus.DELIVERED:
        given.append([tap(talk.say("orders-resend"), video_button("resend", video), "primary")])
        given.append([share_button(talk, video), page_button(talk, video)])
        given.append([tap(talk.say("video-again"), video_button("again", video))])
    if video.status is VideoStatus.AWAITING_PAYMENT:
        pay = talk.label("orders-pay", price=format_xtr(order.total_xtr))
        given.append([tap(pay, video_button("pay", video), "success")])
    if video.status in _STOPPABLE:
        given.append([tap(talk.say("orders-cancel"), video_button("cancel", video))])
    if video.status in _MOVING:
        given.append([tap(talk.say("orders-refresh"), video_button("refresh", video))])
    return given


async def resend_clip(talk: Talk, video: Video) -> None:
    await talk.toast(talk.say("orders-resend-comes"))
    await send_clip(talk, video)


async def pay_again(talk: Talk, video: Video) -> None:
    """Points at the invoice in the chat, or sends it when it is gone."""
    await talk.close_tap()
    words = talk.say("orders-invoice-here")
    await repeat_invoice(talk.services, await order_of(video), talk.chat_id, words)


async def stop_video(talk: Talk, video: Video) -> None:
    """Cancels before paying; the invoice goes too, so that nobody pays for nothing."""
    await cancel_video(talk.user, video.id)
    await talk.toast(talk.say("orders-cancelled"))
    order = await order_of(video)
    if order.invoice_chat_id and order.invoice_message_id:
        gone = DeleteMessage(chat_id=order.invoice_chat_id, message_id=order.invoice_message_id)
        await talk.change_quietly(gone)
    await refresh_video(talk, await find_video(talk.user, video.id))


async def refresh_video(talk: Talk, video: Video) -> None:
    """The status message says where the greeting is, and so do the details where they were tapped."""
    if video.status_message_id:
        await post_status(talk.services, video)
    if talk.panel is not None and talk.panel.message_id != video.status_message_id:
        await show_details(talk, video)


async def ask_same_artist(talk: Talk, video: Video) -> None:
    await show_artist(talk, await get_artist(video.artist.slug))


_ACTIONS = {
    "show": show_details,
    "resend": resend_clip,
    "pay": pay_again,
    "cancel": stop_video,
    "refresh": refresh_video,
    "again": ask_same_artist,
}
