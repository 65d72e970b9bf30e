"""A greeting through the Mini App, from the catalogue to the playing video."""

import re

from playwright.async_api import expect

from tests.browser.conftest import Fan, Stage
from tests.waiting import until

WORDS = "Onajon, tug'ilgan kuningiz muborak!"
MINUTE = 60_000


async def compose(fan: Fan, slug: str) -> None:
    """From the catalogue to a form that may be sent."""
    await fan.app.locator(f"a.star[href='/app/artists/{slug}']").click()
    await fan.app.locator("main.page-artist").wait_for()
    await fan.press_main()
    await fan.app.locator("main.page-composer").wait_for()
    await fan.app.locator("#recipient").fill("Onajon")
    await fan.app.locator("#text").fill(WORDS)
    await fan.app.locator("#order:not([disabled])").wait_for(state="attached")


async def expect_playing(fan: Fan) -> None:
    """Waits for the video without reloading, and sees that it plays."""
    video = fan.app.locator(".film video")
    await expect(video).to_be_visible(timeout=3 * MINUTE)
    state = "video => ({length: video.duration, at: video.currentTime, fault: video.error?.message})"
    loaded = await until(lambda: video.evaluate(state), lambda now: now["fault"] or now["length"], seconds=60)
    assert not loaded["fault"] and loaded["length"] > 2, loaded
    await video.evaluate("video => { video.muted = true; return video.play() }")
    # A look and not an event: on a busy machine it may have ended before anybody could listen.
    await until(lambda: video.evaluate(state), lambda now: now["at"] > 0.3, seconds=60)


async def test_free_greeting(stage: Stage) -> None:
    """Somebody orders from a free star, sees it being made without touching the page, and watches it."""
    fan = await stage.invite("uz")
    await fan.open_app()
    await fan.keep_shot("miniapp-catalogue-light")
    await compose(fan, "sabohat-tongotar")
    await fan.keep_shot("miniapp-composer-light")
    await fan.press_main()
    await fan.app.locator("main.page-video").wait_for()
    loads = await fan.app.locator("html").evaluate("() => (window.stayed = true)")
    assert loads
    await fan.app.locator("#percent:visible, .film video").first.wait_for(timeout=2 * MINUTE)
    await fan.keep_shot("miniapp-progress-light")
    await expect_playing(fan)
    assert await fan.app.locator("html").evaluate("() => window.stayed === true"), "the page reloaded"
    await fan.keep_shot("miniapp-video-light")
    sent = await fan.person.wait_for(lambda message: "video" in message, seconds=60)
    assert sent["video"]["width"] >= 512


async def test_paid_greeting_in_the_dark(stage: Stage) -> None:
    """A paid star asks for Stars in Telegram's own dialog; the video is made only after that."""
    fan = await stage.invite("ru", "dark")
    await fan.open_app()
    await fan.keep_shot("miniapp-catalogue-dark")
    await compose(fan, "elbek-chaqmoqov")
    await fan.press_main()
    dialog = fan.page.get_by_role("dialog")
    await dialog.wait_for()
    await fan.keep_shot("miniapp-pay-dark")
    await dialog.locator("button.primary").click()
    # A step that is done, or, where the page was busy meanwhile, the video itself.
    await fan.app.locator(".step.is-done[data-stage=payment], .film video").first.wait_for()
    await expect_playing(fan)
    await fan.keep_shot("miniapp-video-dark")
    # One order, paid once.
    await fan.press_back()
    await expect(fan.app.locator(".rows .row")).to_have_count(1)


async def test_a_payment_put_off_can_be_made_later(stage: Stage) -> None:
    """Closing the pay dialog loses nothing: the greeting waits, and may still be cancelled."""
    fan = await stage.invite("en")
    await fan.open_app()
    await compose(fan, "elbek-chaqmoqov")
    await fan.press_main()
    await fan.page.get_by_role("dialog").wait_for()
    await fan.page.keyboard.press("Escape")
    await expect(fan.page.locator(".app-foot button.primary")).to_have_text(re.compile("350"))
    await expect(fan.page.locator(".app-foot button.primary")).to_be_enabled()
    await fan.app.locator("#cancel").click()
    await fan.page.get_by_role("dialog").locator("button.primary").click()
    await expect(fan.app.locator(".way [role=status]")).to_contain_text("cancelled")
