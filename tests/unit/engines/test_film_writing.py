"""What is written on a film: it fits, it is legible, it stays off the mouth."""

import numpy as np
import pytest

from bot.i18n import LANGUAGES, text
from workers.engines.contracts import Planes, Word
from workers.engines.film.captions import LINES, draw_captions, fit_lines, group_words
from workers.engines.film.fonts import DISPLAY, TEXT, has_glyph, keep_drawable, load_font
from workers.engines.film.ground import make_ground
from workers.engines.film.layout import FLOOR, lay_square, lay_tall
from workers.engines.film.mark import draw_mark
from workers.engines.film.timeline import SPEECH_AT, TAIL, TITLE, plan_timeline
from workers.engines.film.title import draw_title
from workers.engines.film.typeset import fit_text, fit_title
from workers.engines.planes import convert_picture, restore_picture

SIZE = 512
LETTERS = "Oʻzbek soʼz Ўқтам ғишт ҳаво Ёлка щука naïve «é» №1"


def grey_frame(level: int) -> Planes:
    return convert_picture(np.full((SIZE, SIZE, 3), level, np.uint8))


@pytest.mark.parametrize("face", [DISPLAY, TEXT])
def test_both_faces_know_our_alphabets(face: str) -> None:
    assert all(has_glyph(face, letter) for letter in LETTERS)  # type: ignore[arg-type]


def test_letters_without_a_glyph_are_left_out() -> None:
    assert keep_drawable(TEXT, "Lola 🎂🎉 opa") == "Lola opa"
    assert keep_drawable(DISPLAY, "🎂") == ""


@pytest.mark.parametrize("words", ["Ona", "Onajon uchun", "a" * 200, "Muhammadyusuf Abdurahmonov oilasi " * 6])
def test_title_fits_its_box(words: str) -> None:
    setting = fit_text(words, DISPLAY, 400, 3, 60, 20)
    assert 0 < len(setting.lines) <= 3
    font = load_font(DISPLAY, setting.size)
    assert all(font.getlength(line) <= 400 for line in setting.lines)


@pytest.mark.parametrize("level", [0, 128, 255])
def test_mark_is_legible_on_any_background(level: int) -> None:
    frame = grey_frame(level)
    draw_mark("AI · Stario", SIZE).put(frame)
    changed = restore_picture(frame)[: SIZE // 10, SIZE // 2 :]
    assert (changed.min(2) > 200).any()  # white letters
    plate = np.median(changed[np.abs(changed.astype(int) - level).max(2) > 12])
    assert plate < 150 or level == 0  # on something darker than they are


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_of_the_film_exist(language: str) -> None:
    assert "Lola" in text(language, "film-title", recipient="Lola")
    assert text(language, "film-mark")
    assert "Lola" in text(language, "film-spoken-by", artist="Lola")


def time_words(*words: str) -> tuple[Word, ...]:
    return tuple(Word(i * 0.4, i * 0.4 + 0.35, word) for i, word in enumerate(words))


def test_captions_stay_under_the_mouth_and_inside_the_frame() -> None:
    ceiling = 400
    words = time_words("Onajon,", "x" * 200, *["tugʻilgan"] * 12, "muborak!")
    captions = draw_captions(words, SPEECH_AT, lay_square(SIZE), ceiling)
    assert captions.pages
    for page in captions.pages:
        rows, columns = page.lit.luma.shape
        x, y = page.lit.place
        assert y >= ceiling and y + rows <= SIZE
        assert x >= 0 and x + columns <= SIZE


def test_pages_are_two_lines_at_most_and_lose_no_word() -> None:
    words = list(time_words(*["Assalomu"] * 9, "alaykum.", *["doʻstim"] * 7))
    pages = group_words(words, 24, 300)
    assert all(len(page) <= LINES for page in pages)
    assert [word.text for page in pages for line in page for word in line] == [word.text for word in words]
    assert pages[0][-1][-1].text != "doʻstim"  # a sentence's end turns the page


def test_words_light_up_when_they_are_said() -> None:
    captions = draw_captions(time_words("Salom", "dunyo"), 0.0, lay_square(SIZE), 400)

    def bright(time: float) -> int:
        frame = grey_frame(60)
        captions.cover(frame, time)
        return int(np.count_nonzero(frame.luma > 215))

    before, half, all_said = bright(0.05), bright(0.2), bright(0.5)
    assert before <= half < all_said


def test_captions_are_gone_when_nobody_speaks() -> None:
    captions = draw_captions(time_words("Salom"), 1.0, lay_square(SIZE), 400)
    for time in (0.0, 0.5, 5.0):
        frame = grey_frame(60)
        captions.cover(frame, time)
        assert np.array_equal(frame.luma, grey_frame(60).luma)


@pytest.mark.parametrize("time", [0.0, TITLE, TITLE + 3])
def test_first_frame_is_a_clear_face_and_so_is_every_one_after_the_title(time: float) -> None:
    frame = grey_frame(120)
    draw_title("Onajon uchun", "Sabohat", lay_square(SIZE)).cover(frame, time)
    assert np.array_equal(frame.luma, grey_frame(120).luma)


@pytest.mark.parametrize("words", ["Onajon uchun", "Muhammadyusuf Abdurahmonov oilasi uchun", "ў" * 120])
def test_title_keeps_to_the_upper_third_while_captions_stand_at_the_foot(words: str) -> None:
    frame = grey_frame(120)
    draw_title(words, "Sabohat Tongotar", lay_square(SIZE)).cover(frame, 0.9)
    changed = np.flatnonzero((frame.luma != grey_frame(120).luma).any(1))
    assert changed.size and changed.max() < SIZE * 0.56
    bright = np.flatnonzero((frame.luma > 200).any(1))
    assert bright.size and bright.max() < SIZE / 3


def test_short_titles_stand_in_one_large_line() -> None:
    assert len(fit_title("Onajon uchun", DISPLAY, 450, 51, 18).lines) == 1
    assert len(fit_title("Muhammadyusuf Abdurahmonov oilasi uchun", DISPLAY, 450, 51, 18).lines) == 2


@pytest.mark.parametrize("ceiling", [300, 370, 410, 440])
def test_captions_end_above_the_players_buttons(ceiling: int) -> None:
    lines, font_size = fit_lines(lay_square(SIZE), ceiling)
    assert 1 <= lines <= LINES and font_size >= 15
    for page in draw_captions(time_words(*["tugʻilgan"] * 12), SPEECH_AT, lay_square(SIZE), ceiling).pages:
        assert page.lit.place[1] + page.lit.luma.shape[0] <= SIZE * FLOOR


def test_where_one_line_has_room_a_page_is_shared_evenly() -> None:
    pages = draw_captions(time_words(*["tugʻilgan"] * 5), SPEECH_AT, lay_square(SIZE), 410).pages
    assert sorted(len(page.words) for page in pages) == [2, 3]  # not four and a last one alone


def test_a_square_film_has_no_ground_and_a_tall_one_no_second_face() -> None:
    """Above and below only the picture's first and last rows run on: nothing of its middle comes back."""
    still = grey_frame(90)
    still.luma[SIZE // 4 : SIZE * 3 // 4] = 230
    assert make_ground(still, lay_square(SIZE)) is None
    layout = lay_tall(SIZE)
    ground = make_ground(still, layout)
    assert ground is not None
    frame = ground.set_in(still)
    assert frame.size == (SIZE, layout.height)
    rows = frame.luma.mean(1)
    assert rows[: layout.top].max() < 100 and rows[layout.top + SIZE :].max() < 100
    assert np.array_equal(frame.crop((0, layout.top + 40, SIZE, layout.top + SIZE - 40)).luma, still.luma[40:-40])
    assert rows[0] < 0.6 * rows[layout.top]  # and it darkens outwards


def test_film_is_hardly_longer_than_the_speech() -> None:
    assert SPEECH_AT <= 0.35 and TAIL >= 1
    for seconds in (1.0, 7.3, 60.0):
        timeline = plan_timeline(seconds, 25)
        assert seconds + SPEECH_AT + TAIL <= timeline.seconds < seconds + 2.5
        assert timeline.frames == round(timeline.seconds * 25)
