"""What a voice is given to say: names, numbers and signs as a person would read them aloud."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workers.engines.contracts import EngineError
from workers.engines.speech.say import ALPHABETS, say_text


@pytest.mark.parametrize("mark", "'`ʻʼ‘’´")
def test_every_uzbek_apostrophe_is_the_same_letter(mark: str) -> None:
    assert say_text(f"O{mark}g{mark}iloy va G{mark}ayrat", "uz") == "oʻgʻiloy va gʻayrat"


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("Ўғилой ва Ғайрат", "oʻgʻiloy va gʻayrat"),
        ("Ёқутой", "yoqutoy"),
        ("Мария", "mariya"),
        ("Jasurbek, e'tibor bering", "jasurbek, e'tibor bering"),
        ("O'Neil", "oneil"),
        ("25 yoshga toʻldingiz!", "yigirma besh yoshga toʻldingiz!"),
        ("25ga kirding", "yigirma beshga kirding"),
        ("soat 18:30da", "soat oʻn sakkiz oʻttizda"),
        ("hisob 2:0", "hisob ikki nol"),
        ("8-mart, 1990-yil", "sakkizinchi mart, bir ming toʻqqiz yuz toʻqsoninchi yil"),
        ("narxi 10 000 soʻm, 5 kg", "narxi oʻn ming soʻm, besh kilogramm"),
        ("Ali & Vali", "ali va vali"),
        ("Salom — doʻstim… qandaysiz?!", "salom, doʻstim. qandaysiz!"),
    ],
)
def test_uzbek_in_either_script(written: str, spoken: str) -> None:
    assert say_text(written, "uz") == spoken
    assert say_text(written, "uz-Cyrl") == spoken


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("Привет, Мария! С 8 марта!", "Привет, Мария! С восьмым марта!"),
        ("до 8 марта", "до восьмого марта"),
        ("Oʻgʻiloy, Jasurbek и O'Neil", "Угилой, Жасурбек и Онеил"),
        ("Ёқутой, Ғайрат", "Ёкутой, Гайрат"),
        ("1 минута, 2 недели, 2 дня, 21 год", "одна минута, две недели, два дня, двадцать один год"),
        ("в 18:30", "в восемнадцать тридцать"),
        ("12.05.2024", "двенадцатого мая две тысячи двадцать четвёртого года"),
        ("1-й класс", "первый класс"),
        ("10 000 руб., 15%", "десять тысяч рублей, пятнадцать процентов"),
        ("т.е. ул. Пушкина", "то есть улица Пушкина"),
    ],
)
def test_russian(written: str, spoken: str) -> None:
    assert say_text(written, "ru") == spoken


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("Hello O’Neil and Oʻgʻiloy", "Hello O'Neil and Ogiloy"),
        ("Мария, Ёқутой", "Mariya, Yoqutoy"),
        ("on May 5, 2024", "on May fifth, twenty twenty-four"),
        ("at 6:30 pm", "at six thirty P M"),
        ("$20, 10,000 so'm", "twenty dollars, ten thousand soum"),
        ("your 25th & last", "your twenty-fifth and last"),
        ("Dr. Smith", "Doctor Smith"),
    ],
)
def test_english(written: str, spoken: str) -> None:
    assert say_text(written, "en") == spoken


@pytest.mark.parametrize("language", ["uz", "ru", "en"])
@pytest.mark.parametrize("silent", ["🎉🎉", "...", "❤️ :)", " \n ", "https://example.org/x"])
def test_nothing_is_said_of_signs(silent: str, language: str) -> None:
    assert say_text(silent, language) == ""


@pytest.mark.parametrize("language", ["uz", "ru", "en"])
def test_no_digit_and_no_emoji_reaches_the_voice(language: str) -> None:
    spoken = say_text("A350 🎂 3.5 km, 5-6, №7, +998901234567, 1/2, 100$ 2024!!! ))) 👨‍👩‍👧", language)
    assert not any(char.isdigit() or ord(char) > 0x2000 for char in spoken)


def test_a_language_nobody_speaks_is_refused() -> None:
    with pytest.raises(EngineError, match="kk"):
        say_text("salem", "kk")


_PIECES = re.findall(
    r"\S+",
    "С 25-летием 5- летний 1-ая 2-х 90-е XXI век в году 2027 1 сентября 10:00 , . ! - – / % $ € кг г. гг. с до к от о "
    "11 21 1,5 0 007 100 1000000 12.05.2024 99.99.9999 31.13 24:59 1/2 5/0 0/0 II IV Пётр ½ ² ٢٥ ① Ⅻ yil sentabr 's th "
    "May '95 A350 ' ʻ ё № + = ° x 5x5 1:1 ти тыс. млн 3-мя °C 9999999999999999999 1.000.000 5-й школе soat 1.$ so'm s",
)


@settings(max_examples=300)
@given(
    st.lists(st.sampled_from(_PIECES), max_size=9).map(" ".join)
    | st.lists(st.sampled_from(_PIECES), max_size=9).map("".join)
    | st.text(max_size=30)
    | st.text("0123456789.,:/-%$ xабвгдMXVIstndrh'", max_size=20),
    st.sampled_from(["uz", "uz-Cyrl", "ru", "en"]),
)
def test_whatever_is_written_only_letters_of_the_voice_are_left(written: str, language: str) -> None:
    alphabet = ALPHABETS[language.split("-")[0]]
    assert not [char for char in say_text(written, language) if char.isalnum() and char.lower() not in alphabet]


def test_digits_of_other_scripts_and_dresses_are_read() -> None:
    assert say_text("٢٥ ② ½", "en") == "twenty-five two one half"


@pytest.mark.parametrize("name", ["XD", "Xo", "XP"])
def test_a_name_like_a_smile_is_said(name: str) -> None:
    assert say_text(name, "uz") == name.lower()
