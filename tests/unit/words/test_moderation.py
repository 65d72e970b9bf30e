"""What a fan meets when words are judged: length, language, the artist's limits, and reasons in plain words."""

import time
from pathlib import Path

import pytest
import yaml

from bot.demo.catalogue import load_catalogue
from bot.i18n import LANGUAGES
from bot.words.filters.topics import known_topics
from bot.words.moderation import (
    MAX_TEXT,
    RULES_VERSION,
    Judgement,
    Limits,
    explain,
    find_topics,
    judge_text,
    warm_filter,
)

GREETING = "Onajon, tug'ilgan kuningiz muborak!"


@pytest.fixture(autouse=True, scope="module")
def warmed() -> None:
    warm_filter()


def keys(judgement: Judgement) -> list[str]:
    return [reason.key for reason in judgement.reasons]


def test_greeting_passes() -> None:
    judgement = judge_text(GREETING)
    assert (judgement.verdict, judgement.categories, judgement.reasons) == ("pass", (), ())
    assert judgement.language == "uz"
    assert judgement.rules_version == RULES_VERSION
    assert 1 < judgement.seconds < 6


def test_insult_is_blocked_with_its_words() -> None:
    judgement = judge_text("Salom, sen JАLАBsan, bilib qo'y")  # two of the letters are Cyrillic
    assert judgement.verdict == "blocked"
    assert judgement.categories == ("insult",)
    assert judgement.reasons[0].fragment == "JАLАBsan"
    assert all("JАLАBsan" in explain(judgement, language)[0] for language in LANGUAGES)


def test_long_text_names_numbers() -> None:
    judgement = judge_text("Salom " * 1000 + "!")
    assert judgement.verdict == "blocked"
    assert keys(judgement) == ["moderation-long"]
    assert judgement.reasons[0].values == {"length": 6001, "limit": MAX_TEXT}
    assert "6,001" in explain(judgement, "en")[0] and "1,000" in explain(judgement, "en")[0]


@pytest.mark.parametrize("length", [MAX_TEXT, MAX_TEXT + 1])
def test_limit_of_characters(length: int) -> None:
    judgement = judge_text("а" * length, Limits(max_seconds=10_000))
    assert ("moderation-long" in keys(judgement)) == (length > MAX_TEXT)


def test_huge_text_is_cheap() -> None:
    started = time.process_time()
    assert judge_text("б" * 3_000_000).verdict == "blocked"
    assert time.process_time() - started < 0.5


@pytest.mark.parametrize("words", ["", "   ", "\n\t", "\u200b\u200d", "\u3164"])
def test_empty_text(words: str) -> None:
    assert keys(judge_text(words)) == ["moderation-empty"]


@pytest.mark.parametrize("words", ["❤️🎂🎉", "!!! ???", "👨‍👩‍👧", "..."])
def test_text_without_words(words: str) -> None:
    judgement = judge_text(words)
    assert (judgement.verdict, keys(judgement)) == ("blocked", ["moderation-no-words"])


def test_slow_text_says_seconds() -> None:
    judgement = judge_text(GREETING * 12, Limits(max_seconds=15))
    assert keys(judgement) == ["moderation-slow"]
    assert judgement.seconds > 15
    told = explain(judgement, "en")[0]
    assert str(round(judgement.seconds)) in told and "15" in told


def test_gravest_reason_comes_first() -> None:
    judgement = judge_text("Рекомендую этот банк, звони +998 90 123 45 67")
    assert judgement.verdict == "blocked"
    assert [reason.verdict for reason in judgement.reasons][:2] == ["blocked", "review"]


def test_uncertain_words_wait_for_a_person() -> None:
    judgement = judge_text("Я люблю только тебя, Оля")
    assert (judgement.verdict, judgement.categories) == ("review", ("artist_voice",))


def test_self_harm_is_answered_kindly() -> None:
    judgement = judge_text("Yashagim kelmayapti")
    assert judgement.verdict == "blocked"
    assert "yolgʻiz emassiz" in explain(judgement, "uz")[0]


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("Prezident saylovi yaqin", "politics"),
        ("Namozga masjidga boring", "religion"),
        ("Ramazon muborak", "religious_holiday"),
        ("С Рождеством вас", "religious_holiday"),
        ("Happy Eid, friends", "religious_holiday"),
        ("Выпьем водки за здоровье", "alcohol"),
        ("Давай сделаем ставку на победу", "betting"),
        ("Take these pills every day", "medicine"),
        ("Кредит закрыт, ура", "money"),
        ("Bu brend eng zo'ri", "advertising"),
        ("Sevgilim, sog'indim", "romance"),
        ("Футбол это жизнь", "football"),
        ("Yaxshi hazil aytib bering", "humour"),
    ],
)
def test_topics_are_found_and_banned(words: str, topic: str) -> None:
    assert topic in find_topics(words)
    judgement = judge_text(words, Limits(blacklist=(topic,)))
    assert judgement.verdict == "blocked"
    assert topic in judgement.categories
    for language in LANGUAGES:
        assert topic not in explain(judgement, language)[0] or language == "en"  # told by its name, not its id


def test_every_catalogue_topic_has_rules() -> None:
    assert set(load_catalogue().topics) <= set(known_topics())


def test_holiday_greeting_is_not_religion() -> None:
    limits = Limits(blacklist=("religion", "politics"))
    assert judge_text("Ramazon muborak! Ibodatlaringiz qabul bo'lsin", limits).verdict == "pass"
    assert judge_text("Alloh sizni asrasin, onajon", limits).verdict == "pass"
    assert judge_text("Ramazon muborak!", Limits(blacklist=("religious_holiday",))).verdict == "blocked"


def test_sensitive_topic_is_reviewed_unless_allowed() -> None:
    assert judge_text("Наш президент приедет на свадьбу").verdict == "review"
    assert judge_text("Наш президент приедет на свадьбу", Limits(whitelist=("politics",))).verdict == "pass"


def test_whitelist_sends_other_topics_to_review() -> None:
    limits = Limits(whitelist=("football", "humour"))
    assert judge_text("Futbol jamoangiz g'olib bo'lsin", limits).verdict == "pass"
    assert keys(judge_text(GREETING, limits)) == ["moderation-topic-other"]


def test_topic_of_the_artists_own() -> None:
    limits = Limits(blacklist=("oshxona", "my ex"))
    banned = judge_text("Oshxonada nima gap?", limits)
    assert banned.verdict == "blocked" and banned.reasons[0].fragment == "Oshxonada"
    assert judge_text("Salute to MY EX from me", limits).verdict == "blocked"
    assert judge_text(GREETING, limits).verdict == "pass"


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Tug'ilgan kuningiz muborak bo'lsin", "uz"),
        ("Туғилган кунингиз муборак бўлсин", "uz-Cyrl"),
        ("Сизни чин юракдан табриклайман", "uz-Cyrl"),
        ("Поздравляю тебя с днём рождения", "ru"),
        ("Желаем счастья и здоровья", "ru"),
        ("Happy birthday to you", "en"),
        ("Best wishes for the new year", "en"),
        ("kotta rahmat", "uz"),
    ],
)
def test_language_is_recognised(words: str, language: str) -> None:
    assert judge_text(words).language == language


def test_chosen_language_decides_doubt() -> None:
    assert judge_text("Мама", language="ru").language == "ru"
    assert judge_text("Мама", language="uz-Cyrl").language == "uz-Cyrl"
    assert judge_text("Happy birthday to you", language="uz").language == "en"
    assert judge_text("12345", language="ru").language == "ru"
    assert judge_text("Salom", language="xx").verdict == "pass"


def test_catalogue_prompts_pass_for_their_artists() -> None:
    """What we ourselves offer to say is never held back, whoever is greeted."""
    for artist in load_catalogue().artists:
        limits = Limits(artist.whitelist_topics, artist.blacklist_topics, artist.max_duration_seconds)
        prompts = yaml.safe_load((Path("bot/demo/prompts") / f"{artist.slug}.yaml").read_text(encoding="utf-8"))
        for prompt in (prompt for occasion in prompts.values() for prompt in occasion):
            for language, words in prompt.items():
                judgement = judge_text(words.replace("{name}", "Madina"), limits, language)
                assert judgement.verdict == "pass", (words, judgement.reasons)
                assert judgement.language == language, words


def test_judging_is_fast() -> None:
    """Under 2 ms a text of usual length of processor time."""
    words = [f"{GREETING} Sizga sog'lik, baxt va omad tilayman, {number}-yil!" for number in range(100)]
    judge_text(words[0])
    started = time.process_time()
    for text in words:
        judge_text(text)
    assert (time.process_time() - started) / len(words) < 0.002
