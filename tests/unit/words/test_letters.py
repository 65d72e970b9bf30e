"""The one rule for letters: what is accepted is said whole by every voice and drawn whole in one typeface."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.i18n import LANGUAGES
from bot.words.letters import DRAWN, drawn_form, fold_letters, plain_letters, strange_letters
from bot.words.moderation import explain, judge_name, judge_text, tidy_name
from bot.words.near_letters import KNOWN
from tests.unit.words.typefaces import read_letters
from workers.engines.film.fonts import DISPLAY, FONTS, TEXT, has_glyph
from workers.engines.speech.say import ALPHABETS, say_text

SAID_IN_UZBEK = [
    ("Ǵayrat", "gʻayrat"),
    ("Aynagúl", "aynagul"),
    ("Jańıl", "jangil"),
    ("Qıpshaqbay", "qipshaqbay"),
    ("Õktam", "oʻktam"),
    ("Zoë", "zoe"),
    ("Әлия", "aliya"),
    ("Өмирбек", "oʻmirbek"),
    ("𝓜𝓪𝓭𝓲𝓷𝓪", "madina"),
    ("Ｄｉｌｎｏｚａ", "dilnoza"),
    ("Ⓜadina", "madina"),
    ("𝕊𝕒𝕣𝕕𝕠𝕣", "sardor"),
    ("Mᴀᴅɪɴᴀ", "madina"),
    ("Əli", "ali"),
    ("Гүлнұр", "gulnur"),
    ("Жаңыл", "jangil"),
    ("Һәлимә", "halima"),
    ("Ґалина", "galina"),
    ("Їжак", "yijak"),
    ("Ӯктам", "oʻktam"),
    ("Ҷамшед", "jamshed"),
    ("Öktam", "oʻktam"),
    ("Ōktam", "oʻktam"),
    ("Ğayrat", "gʻayrat"),
    ("Şerzod", "sherzod"),
    ("Çarosxon", "charosxon"),
    ("Žanna", "janna"),
    ("Łukasz", "lukasz"),
    ("Søren", "soʻren"),
    ("Müller", "muller"),
    ("Straße", "strasse"),
    ("José", "jose"),
    ("Ма\u0301рия", "mariya"),
    ("Ñuñez", "nunez"),
    ("O‛g‛iloy", "oʻgʻiloy"),
]
STRANGE = {
    "李明": "李 明",
    "محمد": "م ح د",
    "Νίκος": "Ν ί κ ο ς",
    "გიორგი": "გ ი ო რ",
    "Nguyễn": "ễ",
    "M\u0337a\u0337di": "M\u0337 a\u0337",
    "Aliツ": "ツ",
    "김민수": "김 민 수",
    "राज": "र ज",
}


@pytest.mark.parametrize(("name", "said"), SAID_IN_UZBEK)
def test_a_near_letter_is_said(name: str, said: str) -> None:
    assert judge_name(name).verdict == "pass"
    assert say_text(tidy_name(name), "uz") == said
    assert say_text(name, "uz") == said


@pytest.mark.parametrize("name", [name for name, _ in SAID_IN_UZBEK])
def test_it_is_said_in_the_other_languages_and_drawn_in_either_face(name: str) -> None:
    for language in ("ru", "en"):
        assert len(say_text(name, language)) >= len(name) / 2
    for face in (DISPLAY, TEXT):
        assert all(has_glyph(face, letter) for letter in tidy_name(name) if letter.isalpha())


@pytest.mark.parametrize(("name", "letters"), STRANGE.items())
def test_a_name_that_cannot_be_said_is_refused_with_its_letters(name: str, letters: str) -> None:
    judgement = judge_name(name)
    assert judgement.verdict == "blocked"
    assert judgement.reasons[0].key == "moderation-name-strange"
    assert judgement.reasons[0].fragment == letters
    for language in LANGUAGES:
        assert letters in explain(judgement, language)[0]


def test_words_are_judged_by_the_same_rule() -> None:
    judgement = judge_text("Salom, 李明! Tabriklayman")
    assert (judgement.verdict, judgement.categories) == ("blocked", ("letters",))
    for language in LANGUAGES:
        assert "李 明" in explain(judgement, language)[0]
    assert judge_text("Ǵayrat, 𝓽𝓾𝓰'ilgan kuning bilan! ❤️ №1 ½ ☕").verdict == "pass"


def test_russian_and_english_have_their_own_nearest() -> None:
    assert fold_letters("Өмирбек Жаңыл Ўктам", "ru") == "Омирбек Жаныл Уктам"
    assert fold_letters("Jańıl Õktam Žanna", "en") == "Janil Oktam Zhanna"
    assert fold_letters("Ǵayrat", "uz-Cyrl") == fold_letters("Ǵayrat", "uz") == "Gʻayrat"


def test_signs_and_digits_stay_as_they_were_written() -> None:
    assert plain_letters("№ ½ ™ ② 5² …") == "№ ½ ™ ② 5² …"
    assert drawn_form("əli") == "әli"


def test_the_list_of_drawn_letters_is_what_both_typefaces_of_a_film_have() -> None:
    fonts = [read_letters(FONTS / face) for face in (DISPLAY, TEXT)]
    drawn = {
        letter
        for letter in map(chr, range(0x41, 0x10000))
        if unicodedata.category(letter)[0] == "L"
        and unicodedata.normalize("NFKC", letter) == letter
        and all(letter in font or set(unicodedata.normalize("NFD", letter)) <= font for font in fonts)
    }
    assert drawn == DRAWN


def test_every_known_letter_is_read_into_the_alphabet_of_its_voice() -> None:
    for language, letters in KNOWN.items():
        for letter in letters - set("ьъ"):
            said = say_text(letter, language)
            assert said, letter
            assert set(said.lower()) <= set(ALPHABETS[language]), letter


@given(
    st.text(min_size=1, max_size=12)
    | st.text(st.characters(categories=["L", "M", "Lm"]), min_size=1, max_size=5)
    | st.text(st.characters(min_codepoint=0x40, max_codepoint=0x52F), min_size=1, max_size=8)
)
def test_whatever_name_is_accepted_is_said_by_every_voice(name: str) -> None:
    if judge_name(name).verdict == "blocked":
        return
    tidied = tidy_name(name)
    assert not strange_letters(tidied)
    for language in ("uz", "ru", "en"):
        assert say_text(tidied, language)
    for face in (DISPLAY, TEXT):
        assert all(has_glyph(face, letter) for letter in tidied if letter.isalpha())
