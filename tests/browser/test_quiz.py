"""The face quiz in a real browser: a chosen file, a fake camera, several faces, the receipt, the card, the themes."""

import asyncio
import io
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from PIL import Image
from playwright.async_api import Browser, async_playwright, expect

from bot.i18n import text
from tests.browser.conftest import ARTIFACTS, PHONE, Fan, Stage
from tests.browser.legibility import expect_legible, expect_tappable
from tests.chromium import FLAGS, find_chromium
from tests.conftest import Stack
from tests.control import Control

PORTRAITS = Path(__file__).resolve().parents[2] / "bot" / "demo" / "portraits"
ELBEK = PORTRAITS / "elbek-chaqmoqov.jpg"


async def open_quiz(fan: Fan) -> None:
    """From the catalogue into the quiz."""
    await fan.open_app()
    await fan.app.locator("a.place[href='/app/quiz']").click()
    await fan.app.locator("main.page-quiz").wait_for()


async def agree(fan: Fan) -> None:
    await fan.app.locator("input[name=age][value=adult]").check()
    await fan.press_main()
    await fan.app.locator("[data-for=choose]").wait_for()


async def wait_for_answer(fan: Fan) -> None:
    await fan.app.locator("main.page-quiz_result").wait_for()
    await fan.app.locator("#look:not(.is-revealing)").wait_for()


async def test_a_chosen_file_finds_its_star_and_is_gone(stage: Stage) -> None:
    fan = await stage.invite("uz")
    await open_quiz(fan)
    await expect_legible(fan.app.locator("body"))
    await expect(fan.page.locator(".app-foot button.primary")).to_be_disabled()
    await fan.keep_shot("quiz-consent-light")
    await agree(fan)
    await fan.keep_shot("quiz-choose-light")
    await fan.app.locator("#file").set_input_files(ELBEK)
    await wait_for_answer(fan)
    await expect(fan.app.locator("h1")).to_have_text("Elbek Chaqmoqov")
    assert int(await fan.app.locator("#percent").inner_text()) >= 90
    await expect(fan.app.locator(".rows .row")).to_have_count(5)
    await expect(fan.app.locator("#gone.is-done")).to_be_visible()
    await expect(fan.app.locator("#proof-hash")).to_have_text(re.compile(r"^[0-9a-f]{64}$"))
    await fan.keep_shot("quiz-result-light")
    await expect_legible(fan.app.locator("body"))
    await expect_tappable(fan.app.locator("body"))
    await fan.press_main()
    await fan.app.locator("main.page-composer[data-title*=Elbek]").wait_for()


async def test_ones_own_photo_joins_the_card_on_the_phone_alone(stage: Stage) -> None:
    fan = await stage.invite("en", "dark")
    sent: list[str] = []
    fan.page.on("request", lambda request: sent.append(f"{request.method} {request.url}"))
    await open_quiz(fan)
    await fan.keep_shot("quiz-consent-dark")
    await agree(fan)
    await fan.app.locator("#file").set_input_files(PORTRAITS / "humora-sadafli.jpg")
    await wait_for_answer(fan)
    await fan.keep_shot("quiz-result-dark")
    card = fan.app.locator("#card")
    await card.scroll_into_view_if_needed()
    await expect(card).to_have_js_property("naturalWidth", 1080)
    before = len(sent)
    await fan.app.locator("#mine").check()
    await expect(card).to_have_attribute("src", re.compile("^blob:"))
    await expect(fan.app.locator("#save")).to_have_attribute("href", re.compile("^blob:"))
    await expect(card).to_have_js_property("naturalWidth", 1080)
    await fan.page.screenshot(path=ARTIFACTS / "quiz-card-dark.png")
    assert not [line for line in sent[before:] if line.startswith(("PUT", "POST"))]
    assert sum(line.startswith("PUT") for line in sent) == 1, "one photo, once, to the store"
    await fan.app.locator("#mine").uncheck()
    await expect(card).to_have_attribute("src", re.compile("/media/cards/"))


async def test_several_faces_are_tapped(stage: Stage, tmp_path: Path) -> None:
    wide = Image.new("RGB", (1280, 640))
    for place, slug in enumerate(("sabohat-tongotar", "elbek-chaqmoqov")):
        wide.paste(Image.open(PORTRAITS / f"{slug}.jpg").resize((640, 640)), (640 * place, 0))
    wide.save(tmp_path / "two.jpg")
    fan = await stage.invite("ru")
    await open_quiz(fan)
    await agree(fan)
    await fan.app.locator("#file").set_input_files(tmp_path / "two.jpg")
    faces = fan.app.locator("#faces button")
    await expect(faces).to_have_count(2)
    await fan.keep_shot("quiz-faces-light")
    places = [await faces.nth(index).bounding_box() for index in range(2)]
    right = max(range(2), key=lambda index: places[index]["x"])  # type: ignore[index]
    await faces.nth(right).click()
    await wait_for_answer(fan)
    await expect(fan.app.locator("h1")).to_have_text("Элбек Чақмоқов")


async def test_a_photo_that_will_not_do_is_explained(stage: Stage, tmp_path: Path) -> None:
    Image.new("RGB", (800, 800), (90, 140, 90)).save(tmp_path / "meadow.jpg")
    fan = await stage.invite("en")
    await open_quiz(fan)
    await agree(fan)
    await fan.app.locator("#file").set_input_files(tmp_path / "meadow.jpg")
    await expect(fan.app.locator("#notice")).to_contain_text(text("en", "quiz-no-face"))
    await expect(fan.app.locator("[data-for=choose]")).to_be_visible()


async def test_a_child_needs_a_grown_up(stage: Stage) -> None:
    fan = await stage.invite("uz")
    await open_quiz(fan)
    await fan.app.locator("input[name=age][value=guardian]").check()
    await expect(fan.page.locator(".app-foot button.primary")).to_be_disabled()
    await fan.app.locator("#guardian").fill("Malika Karimova")
    await fan.press_main()
    await fan.app.locator("[data-for=choose]").wait_for()
    await fan.app.locator("#withdraw").click()
    await fan.page.get_by_role("dialog").locator("button.primary").click()
    await expect(fan.app.locator("[data-for=consent]")).to_be_visible()


async def test_the_result_is_sent_to_a_friend(stage: Stage, control: Control) -> None:
    fan = await stage.invite("uz")
    await open_quiz(fan)
    await agree(fan)
    await fan.app.locator("#file").set_input_files(ELBEK)
    await wait_for_answer(fan)
    async with fan.page.expect_response(lambda answer: answer.url.endswith("/share")) as told:
        await fan.app.locator("#share").click()
    prepared = await (await told.value).json()
    await fan.page.get_by_role("dialog").wait_for()
    shared = await control.call("POST", f"/prepared/{prepared['message_id']}/share", json={"from_id": fan.person.id})
    assert "Elbek Chaqmoqov" in shared["caption"] and shared["photo"]
    picture = Image.open(io.BytesIO(await control.download(shared["photo"][-1]["file_id"])))
    assert picture.width / picture.height == 1080 / 1350


@pytest_asyncio.fixture
async def camera(tmp_path: Path) -> AsyncIterator[Browser]:
    """A browser whose camera sees a demo portrait."""
    frame = Image.new("RGB", (640, 480), (180, 178, 172))
    frame.paste(Image.open(ELBEK).resize((440, 440)), (100, 20))
    held = io.BytesIO()
    frame.save(held, "JPEG", quality=95)
    film = tmp_path / "face.mjpeg"
    film.write_bytes(held.getvalue() * 20)
    flags = [
        *FLAGS,
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        f"--use-file-for-fake-video-capture={film}",
    ]
    path = await asyncio.to_thread(find_chromium)
    if path is None:
        pytest.fail("no Chromium: run `python -m tests.chromium`, or set CHROMIUM")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=flags)
        yield browser
        await browser.close()


async def test_a_selfie_by_the_camera(camera: Browser, stack: Stack, control: Control) -> None:
    stage = Stage(camera, stack, control)
    fan = await stage.invite("uz", "dark")
    await open_quiz(fan)
    await agree(fan)
    await fan.press_main()
    await fan.app.locator("[data-for=camera]").wait_for()
    await expect(fan.page.locator(".app-foot button.primary")).to_be_enabled()
    await fan.keep_shot("quiz-camera-dark")
    await fan.press_main()
    await wait_for_answer(fan)
    await expect(fan.app.locator("h1")).to_have_text("Elbek Chaqmoqov")
    await stage.expect_clean_leave()


async def test_without_a_camera_there_is_the_file(stage: Stage) -> None:
    fan = await stage.invite("en")
    await open_quiz(fan)
    await agree(fan)
    await fan.press_main()
    await expect(fan.app.locator("#notice")).to_contain_text(text("en", "quiz-app-no-camera"))
    await expect(fan.app.locator("[data-for=choose]")).to_be_visible()


async def test_the_shared_page_shows_nobodys_photo(stage: Stage, browser: Browser, stack: Stack) -> None:
    fan = await stage.invite("en")
    await open_quiz(fan)
    await agree(fan)
    await fan.app.locator("#file").set_input_files(ELBEK)
    await wait_for_answer(fan)
    card = await fan.app.locator("#card").get_attribute("src")
    found = re.search(r"/media/cards/([A-Za-z0-9_-]{22})-en-chat\.jpg", card or "")
    assert found
    page = await browser.new_page(viewport=PHONE)  # type: ignore[arg-type]
    await page.goto(f"{stack.web}/q/{found[1]}?lang=en")
    await expect(page.locator("h1")).to_have_text(text("en", "quiz-card-invitation"))
    await expect(page.locator("img.quiz-card")).to_have_js_property("naturalWidth", 1080)
    await page.screenshot(path=ARTIFACTS / "quiz-shared.png")
    await page.close()
