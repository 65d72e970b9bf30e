"""Messages, parcels and money on their way; and the chores that keep everything going, for it is always there."""

from functools import partial

from bot.photo_sweep import keep_sweeping
from workers.ask_approval import ask_approval
from workers.ask_poster_review import ask_poster_review
from workers.ask_review import ask_review
from workers.classes.contents import Chore, Contents
from workers.close_link import close_link
from workers.deliver_video import deliver_video
from workers.follow_parcels import follow_orders, follow_parcels
from workers.fulfil_order import fulfil_order
from workers.outbox import dispatch_outbox, expire_unpaid
from workers.poll_stripe import poll_stripe
from workers.post_order import post_order
from workers.queue_watch import watch_queue
from workers.reconcile import reconcile_hourly
from workers.refund_payment import bury_refund, refund_payment
from workers.request_delivery import bury_request, cancel_delivery, request_delivery
from workers.rows import Bench, Job
from workers.run_games import run_games
from workers.show_orders import show_orders
from workers.submit_fiscal import submit_fiscal
from workers.tell_buyer import tell_buyer
from workers.tell_fan import tell_fan
from workers.tell_parcel import tell_parcel
from workers.tell_poster import tell_poster
from workers.tell_staff import tell_staff


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
    return Contents(
        rows, burials={"request_delivery": bury_request, "refund_payment": bury_refund}, chores=chores
    )
