"""Numbers and addresses: personal data is found however it is written, and ordinary numbers are left alone."""

import pytest

from bot.words.filters.personal import passes_luhn
from bot.words.moderation import judge_text


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("+998 90 123 45 67", "moderation-phone"),
        ("+998901234567", "moderation-phone"),
        ("90 123-45-67", "moderation-phone"),
        ("(90) 123 45 67", "moderation-phone"),
        ("8 916 123 45 67", "moderation-phone"),
        ("+7 (916) 123-45-67", "moderation-phone"),
        ("９０１２３４５６７", "moderation-phone"),
        ("9 0 1 2 3 4 5 6 7", "moderation-phone"),
        ("4111 1111 1111 1111", "moderation-card"),
        ("8600-1404-4112-3456", "moderation-card"),
        ("30101901234567", "moderation-document"),
        ("AA 1234567", "moderation-document"),
        ("паспорт 4508 123456", "moderation-document"),
        ("https://example.com/a", "moderation-link"),
        ("example.com", "moderation-link"),
        ("t.me/example", "moderation-link"),
        ("t . me / example", "moderation-link"),
        ("anna@mail.ru", "moderation-mail"),
        ("@anna_star", "moderation-nickname"),
    ],
)
def test_personal_data_is_blocked(words: str, key: str) -> None:
    judgement = judge_text(f"Salom, {words}")
    assert judgement.verdict == "blocked"
    assert judgement.categories == ("personal_data",)
    assert judgement.reasons[0].key == key
    assert judgement.reasons[0].fragment in words


@pytest.mark.parametrize(
    "words",
    [
        "18 yosh muborak",
        "1990-05-12",
        "12.05.1990 да туғилган",
        "12.05.1990-12.05.2026",
        "1990, 1995, 2000 и 2026 годы",
        "1 000 000 000 раз спасибо",
        "900 000 000 поцелуев",
        "8-mart va 21-mart",
        "Соат 18:30 да, 5-уйда",
        "10 000 soatlik mehnat",
        "2025-2026 o'quv yili",
        "Keling. Men kutaman",
        "Happy birthday.Be happy",
        "55:45 hisobida yutdik",
        "24/7 siz bilanman",
    ],
)
def test_ordinary_numbers_pass(words: str) -> None:
    judgement = judge_text(words)
    assert judgement.verdict == "pass", judgement.reasons


def test_luhn() -> None:
    assert passes_luhn("4111111111111111")
    assert not passes_luhn("4111111111111112")
    assert not passes_luhn("0000000000000000")
