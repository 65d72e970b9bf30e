"""Messages, parcels and money on their way; and the chores that keep everything going, for it is always there."""

from functools import partial

from bot.quiz.photo_sweep import keep_sweeping
from workers.chores.close_link import close_link
from workers.chores.follow_parcels import follow_orders, follow_parcels
from workers.chores.fulfil_order import fulfil_order
from workers.chores.outbox import dispatch_outbox, expire_unpaid
from workers.chores.poll_stripe import poll_stripe
from workers.chores.reconcile import reconcile_hourly
from workers.chores.refund_payment import bury_refund, refund_payment
from workers.chores.request_delivery import bury_request, cancel_delivery, request_delivery
from workers.chores.run_games import run_games
from workers.chores.submit_fiscal import submit_fiscal
from workers.classes.contents import Chore, Contents
from workers.rows import Bench, Job
from workers.telling.ask_approval import ask_approval
from workers.telling.ask_poster_review import ask_poster_review
from workers.telling.ask_review import ask_review
from workers.telling.deliver_video import deliver_video
from workers.telling.post_order import post_order
from workers.telling.queue_watch import watch_queue
from workers.telling.show_orders import show_orders
from workers.telling.tell_buyer import tell_buyer
from workers.telling.tell_fan import tell_fan
from workers.telling.tell_parcel import tell_parcel
from workers.telling.tell_poster import tell_poster
from workers.telling.tell_staff import tell_staff


def load(bench: Bench) -> Contents:
    services = bench.services
    rows: dict[str, Job] = {
        "deliver_video": deliver_video,
        "ask_approval": ask_approval,
        "ask_review": ask_review,
        "ask_poster_review": ask_poster_review,
        "tell_poster": tell_poster,
        "tell_fan": tell_fan,
        "refund_payment": refund_payment,
        "close_link": close_link,
        "tell_buyer": tell_buyer,
        "tell_staff": tell_staff,
        "submit_fiscal": submit_fiscal,
        "fulfil_order": fulfil_order,
        "request_delivery": request_delivery,
        "cancel_delivery": cancel_delivery,
        "tell_parcel": tell_parcel,
        "post_order": post_order,
    }
    chores: list[Chore] = [
        partial(dispatch_outbox, services),
        partial(watch_queue, services),
        expire_unpaid,
        partial(run_games, services),
    ]
    chores.append(partial(poll_stripe, services))
    chores.append(partial(reconcile_hourly, services))
    chores.append(partial(follow_parcels, services))
    chores.append(follow_orders)
    chores.append(partial(show_orders, services))
    chores.append(partial(keep_sweeping, services, 0.4))
    return Contents(rows, burials={"request_delivery": bury_request, "refund_payment": bury_refund}, chores=chores)
