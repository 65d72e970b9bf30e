"""A browser, and somebody who opens the Mini App in the playground's frame."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, FrameLocator, Page, async_playwright, expect

from tests.chromium import FLAGS, find_chromium
from tests.conftest import Stack
from tests.control import Control, Person
from tests.waiting import until

ARTIFACTS = Path(__file__).resolve().parents[2] / "artifacts"
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 800}
PATIENCE = 60_000  # ms; a page shares the machine with workers that render, and nothing here measures speed
expect.set_options(timeout=PATIENCE)
_SEEN = """body => [...body.querySelectorAll("img")]
    .filter(image => image.checkVisibility())
    .filter(image => image.getBoundingClientRect().top < innerHeight)
    .filter(image => image.getBoundingClientRect().left < innerWidth)
    .every(image => image.complete)"""


@pytest_asyncio.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    path = await asyncio.to_thread(find_chromium)  # it may ask Playwright, whose question needs a thread of its own
    if path is None:
        pytest.fail("no Chromium: run `python -m tests.chromium`, or set CHROMIUM")
    ARTIFACTS.mkdir(exist_ok=True)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        await browser.close()


class Fan:
    """A person with the playground's page open; `app` is the Mini App in its frame."""

    def __init__(self, page: Page, person: Person, mishaps: list[str]) -> None:
        self.page, self.person, self.mishaps = page, person, mishaps

    @property
    def app(self) -> FrameLocator:
        return self.page.frame_locator("iframe.app-frame")

    async def open_app(self) -> None:
        await self.page.locator(".menu-app").click()
        await self.app.locator("main.page-catalogue").wait_for()
        await self.app.locator("html:not(.entering)").wait_for(state="attached")

    async def press_main(self) -> None:
        """Telegram's own big button, below the frame."""
        await self.page.locator(".app-foot button.primary:not([disabled])").click()

    async def press_back(self) -> None:
        await self.page.locator(".app-head button").first.click()

    async def keep_shot(self, name: str) -> None:
        """Keeps what the person sees, with the pictures that are in sight."""
        # Asked anew each time: a page that moves on takes its pictures with it.
        await until(lambda: self.app.locator("body").evaluate(_SEEN), seconds=60)
        await self.page.screenshot(path=ARTIFACTS / f"{name}.png")


class Stage:
    """Makes fans: each in a browser context of their own."""

    def __init__(self, browser: Browser, stack: Stack, control: Control) -> None:
        self.browser, self.stack, self.control = browser, stack, control
        self.fans: list[Fan] = []

    async def invite(self, language: str = "uz", theme: str = "light", size: dict[str, int] | None = None) -> Fan:
        person = await self.control.new_person("Dilnoza", language)
        await person.say("/start")
        await person.wait_for(lambda message: message["from"]["is_bot"])
        context = await self.browser.new_context(viewport=size or DESK, locale="en-US")  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        page = await context.new_page()
        place = json.dumps(json.dumps({"chat": person.id, "as": person.id}))
        await page.add_init_script(f"localStorage.setItem('open', {place}); localStorage.setItem('theme', '{theme}')")
        fan = Fan(page, person, [])
        page.on("pageerror", lambda error: fan.mishaps.append(str(error)))
        page.on("console", lambda line: fan.mishaps.append(line.text) if "Content Security" in line.text else None)
        await page.goto(self.stack.playground)
        self.fans.append(fan)
        return fan

    async def expect_clean_leave(self) -> None:
        """Closes all pages; none of them may have had an error."""
        mishaps = [mishap for fan in self.fans for mishap in fan.mishaps]
        for fan in self.fans:
            await fan.page.context.close()
        assert mishaps == []


@pytest_asyncio.fixture
async def stage(browser: Browser, stack: Stack, control: Control) -> AsyncIterator[Stage]:
    """Invites fans; afterwards nobody's page may have had an error."""
    stage = Stage(browser, stack, control)
    yield stage
    await stage.expect_clean_leave()
