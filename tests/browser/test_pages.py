"""The Mini App as a guest of Telegram: themes, languages, live judgement, and what happens without Telegram."""

import re

from playwright.async_api import Browser, expect

from tests.browser.conftest import ARTIFACTS, DESK, PHONE, Stage
from tests.browser.legibility import expect_legible, expect_tappable
from tests.conftest import Stack
from tests.control import Control
from tests.waiting import until


async def test_words_are_judged_as_they_are_typed(stage: Stage) -> None:
    fan = await stage.invite("en")
    await fan.open_app()
    await fan.app.locator("a.star[href='/app/artists/sabohat-tongotar']").click()
    await fan.press_main()
    words, says = fan.app.locator("#text"), fan.app.locator("#words-say")
    await expect(words).not_to_have_value("")
    await fan.app.locator("#recipient").fill("Gulnora")
    await expect(words).to_have_value(holding("Gulnora"))
    await expect(fan.page.locator(".app-foot button.primary")).to_be_enabled()
    await words.fill("Call me at +998 90 123 45 67")
    await expect(says).to_contain_text("998")
    await expect(fan.page.locator(".app-foot button.primary")).to_be_disabled()
    await fan.keep_shot("miniapp-blocked-light")
    await words.fill("Happy birthday, dear Gulnora! " * 30)
    await expect(fan.app.locator("#meter")).to_have_class(holding("is-over"))
    await fan.app.locator("#recipient").fill("🎂")
    await expect(fan.app.locator("#name-says")).not_to_be_empty()


def holding(piece: str) -> re.Pattern[str]:
    return re.compile(re.escape(piece))


async def test_the_name_can_be_heard_before_ordering(stage: Stage) -> None:
    fan = await stage.invite("uz")
    await fan.open_app()
    await fan.app.locator("a.star[href='/app/artists/sabohat-tongotar']").click()
    await fan.press_main()
    await fan.app.locator("#recipient").fill("Gulnora")
    await fan.app.locator("#hear:not([disabled])").click()
    sound = fan.app.locator("#name-sound")
    await expect(sound).to_have_attribute("src", holding("names/"))
    await until(lambda: sound.evaluate("sound => sound.duration"), lambda length: (length or 0) > 0.2)


async def test_the_language_changes_everywhere(stage: Stage) -> None:
    fan = await stage.invite("uz")
    await fan.open_app()
    await expect(fan.app.locator("h1")).to_have_text("Kim tabriklasin?")
    await fan.app.locator("#language").select_option("ru")
    await expect(fan.app.locator("h1")).to_have_text("Кто поздравит?")
    await fan.keep_shot("miniapp-russian-light")
    await fan.app.locator("a.star").first.click()
    await expect(fan.page.locator(".app-foot button.primary")).to_have_text("Заказать поздравление")


async def test_search_finds_while_typing(stage: Stage) -> None:
    fan = await stage.invite("uz")
    await fan.open_app()
    await fan.app.locator("#search").press_sequentially("ҳумора", delay=40)
    await expect(fan.app.locator("a.star")).to_have_count(1)
    await expect(fan.app.locator("#search")).to_be_focused()
    await fan.app.locator("#search").fill("zzz")
    await expect(fan.app.locator(".nobody")).to_be_visible()


async def test_the_theme_changes_live(stage: Stage) -> None:
    fan = await stage.invite("uz", "light")
    await fan.open_app()
    page = fan.app.locator("body")
    bright = await page.evaluate("body => getComputedStyle(body).backgroundColor")
    await fan.page.locator(".people-head button").last.click()
    await expect(fan.app.locator("html")).to_have_attribute("data-scheme", "dark")
    await until(lambda: page.evaluate("body => getComputedStyle(body).backgroundColor"), lambda now: now != bright)


async def test_everything_can_be_read_and_tapped(stage: Stage) -> None:
    for theme in ("light", "dark"):
        fan = await stage.invite("uz", theme)
        await fan.open_app()
        for step in ("catalogue", "artist", "composer"):
            await fan.app.locator(f"main.page-{step}").wait_for()
            if step == "composer":
                await fan.app.locator("#recipient").fill("Onajon")
                await fan.app.locator("#order:not([disabled])").wait_for(state="attached")
            await expect_legible(fan.app.locator("body"))
            await expect_tappable(fan.app.locator("body"))
            if step == "catalogue":
                await fan.app.locator("a.star").first.click()
            elif step == "artist":
                await fan.press_main()


async def test_back_leads_up_and_a_deep_link_down(stage: Stage) -> None:
    fan = await stage.invite("uz")
    await fan.open_app()
    await fan.app.locator("a.star").first.click()
    await fan.app.locator("main.page-artist").wait_for()
    await fan.press_back()
    await fan.app.locator("main.page-catalogue").wait_for()
    told = await fan.person.control.call(
        "GET", f"/users/{fan.person.id}/app", params={"start_param": "artist_humora-sadafli"}
    )
    await fan.page.goto(told["url"])
    await expect(fan.page.locator("main.page-artist h1")).to_have_text("Humora Sadafli")


async def test_without_telegram_the_page_says_what_to_do(browser: Browser, stack: Stack) -> None:
    context = await browser.new_context(viewport=PHONE, locale="ru-RU")  # type: ignore[arg-type]
    page = await context.new_page()
    await page.route("**/telegram-web-app.js", lambda route: route.abort())
    await page.goto(f"{stack.web}/app/artists/sabohat-tongotar/greeting")
    await expect(page.locator("#notice")).to_be_visible()
    await page.locator("#recipient").fill("Мама")
    await page.locator("#order:not([disabled])").click()
    await expect(page.locator("#notice")).to_contain_text("Telegram")
    await page.goto(f"{stack.web}/app/videos")
    await expect(page.locator(".outside")).to_be_visible()
    await context.close()


async def test_an_old_launch_says_reopen(browser: Browser, stack: Stack, control: Control) -> None:
    person = await control.new_person("Madina", "uz")
    told = await control.call("GET", f"/users/{person.id}/app")
    page = await browser.new_page(locale="en-US")
    await page.goto(told["url"].replace("hash%3D", "hash%3D00"))
    await expect(page.locator("#notice")).to_be_visible()
    await expect(page.locator("#notice")).to_contain_text("bot")
    await expect(page.locator("a.star").nth(5)).to_be_attached()  # the catalogue is still there to look at
    await page.close()


async def test_the_public_pages_look_right(browser: Browser, stack: Stack) -> None:
    for name, size, scheme in (("desk", DESK, "light"), ("phone", PHONE, "dark")):
        context = await browser.new_context(viewport=size, color_scheme=scheme, locale="uz-UZ")  # type: ignore[arg-type]
        page = await context.new_page()
        mishaps: list[str] = []
        page.on("pageerror", lambda error, mishaps=mishaps: mishaps.append(str(error)))
        for path in ("/", "/api/docs", "/app/"):
            await page.goto(stack.web + path)
            await page.wait_for_load_state("networkidle")
            wide = await page.evaluate("() => document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0, f"{path} scrolls sideways"
            shot = "front" if path == "/" else path.strip("/").replace("/", "-")
            await page.screenshot(path=ARTIFACTS / f"site-{shot}-{name}.png")
        assert mishaps == []
        await context.close()
