"""Stripe's pages: the hosted pay page of a session, and the dashboard's list."""

from aiohttp import web

from webapp.playground.rails.errors import PageError
from webapp.playground.rails.page import draw, draw_refusal, read_language
from webapp.playground.world import WORLD

routes = web.RouteTableDef()
NAME = "Stripe"
LINKS = (("/stripe/cabinet", "cabinet"),)
BUTTONS = ("decline", "pay_twice", "async", "async_fail", "hold", "late", "cancel")


@routes.get("/stripe/pay/{name}")
async def show_session(request: web.Request) -> web.Response:
    """The pay page; a session that is over says so and takes nothing."""
    row = request.app[WORLD].rails.stripe.objects.get(request.match_info["name"])
    locale = row.get("locale") if row else None
    language = read_language(request, locale if locale and locale != "auto" else "")
    if row is None or row["object"] != "checkout.session":
        return draw_refusal(language, NAME, PageError(404, "gone"))
    amount, rest = divmod(row["amount_total"], 100)
    currency = row["currency"].upper()
    return draw(
        language,
        "till.html",
        provider=NAME,
        order=row["client_reference_id"] or row["id"][:20],
        amount=f"{amount}",
        tiyin=rest,
        foreign="" if currency == "UZS" else currency,
        merchant="Stario",
        control="/control/rails/stripe/pay",
        buttons=BUTTONS,
        leave=row["cancel_url"] or "",
        links=LINKS,
    )


@routes.get("/stripe/cabinet")
async def show_dashboard(request: web.Request) -> web.Response:
    """Sessions, newest first."""
    rows = [
        (
            row["client_reference_id"] or "",
            row["amount_total"] // 100,
            f"{row['status']}, {row['payment_status']}",
            row["id"],
        )
        for row in request.app[WORLD].rails.stripe.of_kind("checkout.session")
    ]
    return draw(read_language(request), "cabinet.html", provider=NAME, rows=rows, control="")
