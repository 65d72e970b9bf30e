"""What a voice is given to say: names, numbers and signs as a person would read them aloud."""

import pytest

from workers.engines.contracts import EngineError
from workers.engines.speech.say import say_text


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
