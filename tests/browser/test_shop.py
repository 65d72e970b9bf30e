"""A purchase through the Mini App: a poster is designed, printed on a shirt too, sent to a locker, paid, delivered."""

import re

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Fan, Stage
from tests.control import Control
from tests.flows.talking import Chatter


async def open_shop(fan: Fan) -> None:
    await fan.open_app()
    await fan.app.locator("a.place[href='/app/shop']").click()
    await fan.app.locator("main.page-shop").wait_for()


async def design_poster(fan: Fan) -> None:
    await fan.app.locator("a.maker").click()
    await fan.app.locator("#designer").wait_for()
    await fan.app.locator("#recipient").fill("Onajon")
    await fan.app.locator("#words").fill("Tugʻilgan kuningiz muborak! Doimo baxtli boʻling.")
    await fan.press_main()
    await fan.app.locator("#preview").wait_for()


async def fill_checkout(fan: Fan, provider: str) -> None:
    await fan.app.locator("main.page-checkout #places .choice").nth(1).click()
    await fan.app.locator("#phone").fill("+998 90 123 45 67")
    await fan.app.locator("#email").fill("dilnoza@example.com")
    await fan.app.locator(f"#providers input[value='{provider}']").check(force=True)


async def test_a_poster_and_a_shirt_to_a_locker(stage: Stage) -> None:
    fan = await stage.invite("uz")
    await open_shop(fan)
    await fan.keep_shot("shop-shelves-light")
    await design_poster(fan)
    await fan.keep_shot("shop-designer-light")
    await fan.press_main()  # print this poster
    await fan.app.locator("main.page-product").wait_for()
    await fan.press_main()  # into the cart
    await fan.app.locator(".cart-line").first.wait_for()
    await fan.press_back()
    await fan.app.locator("main.page-shop").wait_for()
    await fan.app.locator("a.goods[href='/app/shop/tshirt']").click()
    await fan.app.locator("#prints .print:has(img)").first.click()
    await expect(fan.app.locator("#picture")).to_have_attribute("src", re.compile("X-Amz"))
    await fan.keep_shot("shop-shirt-light")
    await fan.press_main()
    await expect(fan.app.locator(".cart-line")).to_have_count(2)
    await fan.app.locator("#code").fill("STARIO10")
    await fan.app.locator("#promo button").click()
    await expect(fan.app.locator("#sums")).to_contain_text("Chegirma")
    await fan.keep_shot("shop-cart-light")
    await fan.press_main()
    await fill_checkout(fan, "click")
    await expect(fan.app.locator("#map .map-pin.is-chosen")).to_have_count(1)
    await fan.keep_shot("shop-checkout-light")
    pay_page = await pay(fan)
    url = pay_page.url
    assert "/click/services/pay" in url
    await pay_page.close()
    await expect_delivery(stage.control, url, fan)
    await fan.keep_shot("shop-order-light")


async def pay(fan: Fan) -> Page:
    """Telegram's button; the provider's page opens beside the app."""
    async with fan.page.context.expect_page() as opened:
        await fan.press_main()
    page = await opened.value
    await fan.app.locator("main.page-order").wait_for()
    return page


async def expect_delivery(control: Control, url: str, fan: Fan) -> None:
    """The money comes, the parcel goes its way; the open page tells each step, and so does the chat."""
    told = await control.call("POST", "/pay", json={"payment_url": url})
    assert told["ok"], told
    await expect(fan.app.locator("#cancel")).to_be_hidden()
    number = str(await fan.app.locator("#order").get_attribute("data-number"))
    await Chatter(fan.person).expect(number, seconds=60)
    parcel = await control.find_parcel(number)
    for event in ("in-depot", "final-destination", "delivered"):
        await control.call("POST", f"/rails/boxnow/parcels/{parcel}/move", json={"event": event})
    await expect(fan.app.locator("#events li")).to_have_count(4)  # taken on, and the three


@pytest.mark.parametrize("rail", ["payme", "stripe", "telegram"])
async def test_a_mug_paid_by_a_tap_on_the_pay_page(stage: Stage, rail: str) -> None:
    """The other rails, each to the moment the order's page says that it is paid for."""
    fan = await stage.invite("uz")
    await open_shop(fan)
    await fan.app.locator("a.goods[href='/app/shop/mug']").click()
    await fan.app.locator("main.page-product").wait_for()
    await fan.press_main()
    await fan.app.locator(".cart-line").wait_for()
    await fan.press_main()
    await fill_checkout(fan, rail)
    if rail == "telegram":
        await fan.press_main()
        await fan.page.locator("dialog.sheet .pay button.primary").click()
        await fan.app.locator("main.page-order").wait_for()
    else:
        page = await pay(fan)
        await page.locator("button[data-action='pay']").first.click()
        await page.locator("#result").wait_for()
        await page.close()
    await expect(fan.app.locator("#cancel")).to_be_hidden()
    await expect(fan.app.locator("#parcel")).to_be_visible()


async def test_the_shop_in_the_dark(stage: Stage) -> None:
    fan = await stage.invite("ru", theme="dark")
    await open_shop(fan)
    await fan.keep_shot("shop-shelves-dark")
    await fan.app.locator("a.goods[href='/app/shop/tshirt']").click()
    await fan.app.locator("main.page-product").wait_for()
    await fan.keep_shot("shop-shirt-dark")
