"""The length told before speaking, against lengths measured from the embedded voices at rate 1."""

import pytest

from bot.words.speech_length import estimate_seconds

MEASURED = [
    (
        "uz",
        "Jasurbek, sakkizinchi mart bilan! Har bir gʻalaba ortida sizdek mehribon inson "
        "turadi. Bugun barcha gullar va olqishlar faqat sizga!",
        8.51,
    ),
    (
        "uz",
        "Oʻgʻiloy, bu shunchaki tanaffus, filmning eng yaxshi joyi hali oldinda! Yaxshi dam "
        "oling, kuchga toʻling, kamera sizni kutyapti!",
        8.55,
    ),
    (
        "uz",
        "Madina, sakkizinchi mart bilan tabriklayman! Siz mehribonlikni oʻynamaysiz, siz "
        "shundaysiz. Gullar ham, olqishlar ham bugun sizga!",
        8.71,
    ),
    (
        "uz",
        "Jasurbek, yangi yil muborak! Eski yil hisobi yopildi, tablo yana nol-nol. Yangi "
        "mavsumda salomatlik, omad va chiroyli gollar tilayman!",
        9.17,
    ),
    ("uz", "Gʻayrat", 0.57),
    ("uz", "Bugun soat 18:30 da uchrashamiz, 3 ta sovgʻa bor.", 3.72),
    ("uz", "Дўстим, туғилган кунинг билан табриклайман! Сенга соғлиқ ва бахт тилайман.", 4.95),
    ("uz", "Assalomu alaykum, Oʻgʻiloy! 25 yoshingiz muborak boʻlsin. Sizga sogʻliq, baxt va omad tilayman!", 7.19),
    ("uz", "Onajon, tug'ilgan kuningiz muborak!", 2.42),
    (
        "uz",
        "Madina va Sardor, toʻyingiz qutlugʻ boʻlsin! Qoʻsha qaringlar, uyingiz farzandlarga "
        "toʻlsin, dasturxoningiz toʻkin boʻlsin.",
        7.72,
    ),
    (
        "ru",
        "Сергей Петрович, с Наврузом! Природа надела своё самое красивое платье. Нарядитесь и "
        "вы, сегодня весна приглашает вас на танец!",
        8.49,
    ),
    (
        "ru",
        "Мария, это просто небольшой перерыв! Тренер велит отдыхать, болельщики ждут. Скорее "
        "возвращайтесь, на поле без вас скучно!",
        8.22,
    ),
    (
        "ru",
        "Мария, с Восьмым марта! Вы не играете доброту, вы такая и есть. Пусть сегодня и "
        "цветы, и овации достанутся только вам!",
        7.83,
    ),
    (
        "ru",
        "Дилноза, с Восьмым марта! За каждой победой стоит такой человек, как вы. Сегодня все "
        "цветы и все аплодисменты только для вас!",
        8.16,
    ),
    ("ru", "Серёжа, тебе сегодня 25 лет! Пусть всё задуманное сбудется, а рядом всегда будут верные друзья.", 7.07),
    (
        "ru",
        "Поздравляю вас с днём свадьбы, Тимур и Лола! Берегите друг друга, живите долго и "
        "счастливо, и пусть ваш дом всегда будет полон гостей.",
        8.46,
    ),
    ("ru", "Встречаемся в 18:30, принеси 3 подарка и 1000 сумов.", 4.93),
    ("ru", "Ну что, чемпион, так держать!", 2.15),
    (
        "ru",
        "Желаю крепкого здоровья, семейного благополучия, профессиональных успехов и исполнения всех желаний.",
        6.59,
    ),
    ("ru", "Алина", 0.52),
    (
        "en",
        "Alice Moreau, happy Women’s Day! It is not flowers that begin the spring but hearts "
        "like yours. May your life be fine as verse and your days bright!",
        7.66,
    ),
    (
        "en",
        "Mom, happy New Year! The old score is closed and the board says nil-nil again. I "
        "wish you health, luck and beautiful goals this season!",
        7.56,
    ),
    (
        "en",
        "Mom, happy Women’s Day! Behind every victory there is somebody like you. Today all "
        "the flowers and all the applause are yours alone!",
        7.42,
    ),
    (
        "en",
        "John, happy birthday! Life is a book and today a new page has opened. Write it with "
        "love and let every line of it give off light!",
        6.94,
    ),
    ("en", "Dear Mom, thank you for everything. You are the best, and I love you very much.", 4.17),
    (
        "en",
        "Dear Timur and Lola, congratulations on your wedding day! Take care of each other, "
        "live long and happily, and may your house always be full of guests.",
        8.42,
    ),
    ("en", "Good luck with your exam! You will surely make it, because you are smart and hard-working.", 4.44),
    ("en", "Hello, John! I wish you a very happy birthday, and all the best.", 3.79),
    ("en", "Madina", 0.49),
    ("en", "See you at 18:30, bring 3 presents and 1000 dollars.", 3.95),
]


@pytest.mark.parametrize(("language", "text", "seconds"), MEASURED)
def test_the_estimate_is_near_what_was_measured(language: str, text: str, seconds: float) -> None:
    assert estimate_seconds(text, language) == pytest.approx(seconds, rel=0.15)


def test_half_of_the_estimates_are_within_five_percent() -> None:
    errors = sorted(abs(estimate_seconds(text, language) / seconds - 1) for language, text, seconds in MEASURED)
    assert errors[len(errors) // 2] < 0.05


def test_both_uzbek_scripts_and_every_apostrophe_last_alike() -> None:
    latin = estimate_seconds("Doʻstim, tugʻilgan kuning bilan!", "uz")
    assert estimate_seconds("Do'stim, tug‘ilgan kuning bilan!", "uz") == latin
    assert estimate_seconds("Дўстим, туғилган кунинг билан!", "uz-Cyrl") == pytest.approx(latin, rel=0.1)


def test_a_text_without_words_lasts_nothing() -> None:
    assert estimate_seconds("🎉 !!!", "uz") == 0.0


def test_a_faster_voice_is_done_sooner() -> None:
    text = "Happy birthday, my dear friend!"
    assert estimate_seconds(text, "en", rate=1.5) < estimate_seconds(text, "en")
