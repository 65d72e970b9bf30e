"""Quizzes as people write them: YAML with four languages, read strictly, with faults said in words.

slug: navruz
title: {uz: …, uz-Cyrl: …, ru: …, en: …}
artist: oygul-lazgiyeva        # optional: whom it is about
seconds: 20                    # for one question
questions:
  - text: {uz: …, uz-Cyrl: …, ru: …, en: …}
    choices: [{…}, {…}, {…}]   # 2 to 4; words that are the same everywhere may stand as plain text
    right: 0                   # which of them, from 0
    note: {…}                  # optional: what is said after the answer
"""

import re
from typing import Any

import yaml
from tortoise.transactions import in_transaction

from bot.errors import Invalid
from bot.i18n import LANGUAGES
from db.artists import Artist
from db.trivia import TriviaQuestion, TriviaQuiz

_SLUG = re.compile(r"[a-z][a-z0-9-]{2,31}")
_MOST_QUESTIONS, _TEXT, _CHOICE, _NOTE = 20, 300, 60, 200
_TOLD = 10  # faults in one answer


class FaultyQuiz(Invalid):
    """The file is not a quiz; `values["faults"]` says what is wrong, a line each."""

    def __init__(self, faults: list[str]) -> None:
        left_out = [f"… +{len(faults) - _TOLD}"] if len(faults) > _TOLD else []
        super().__init__("trivia-faulty", faults="\n".join([*faults[:_TOLD], *left_out]))


def read_quiz(source: str) -> dict[str, Any]:
    """A quiz with every text in every language. Raises FaultyQuiz."""
    try:
        book = yaml.safe_load(source)
    except yaml.YAMLError as error:
        raise FaultyQuiz([f"YAML: {str(error).splitlines()[0]}"]) from error
    if not isinstance(book, dict):
        raise FaultyQuiz(["a quiz is a mapping: slug, title, questions"])
    faults = list(_find_faults(book))
    if faults:
        raise FaultyQuiz(faults)
    return book


def _find_faults(book: dict[str, Any]) -> list[str]:
    unknown = sorted(set(map(str, book)) - {"slug", "title", "artist", "seconds", "questions"})
    faults = [f"unknown field: {name}" for name in unknown]
    if not _SLUG.fullmatch(str(book.get("slug", ""))):
        faults.append("slug: 3 to 32 of a–z, 0–9 and -, a letter first")
    faults += _check_text("title", book.get("title"), 80)
    seconds = book.get("seconds", 20)
    if not isinstance(seconds, int) or not 5 <= seconds <= 120:
        faults.append("seconds: a whole number from 5 to 120")
    questions = book.get("questions")
    if not isinstance(questions, list) or not 1 <= len(questions) <= _MOST_QUESTIONS:
        return [*faults, f"questions: 1 to {_MOST_QUESTIONS} of them"]
    for number, question in enumerate(questions, 1):
        faults += _check_question(f"question {number}", question)
    return faults


def _check_question(place: str, question: object) -> list[str]:
    if not isinstance(question, dict):
        return [f"{place}: a mapping of text, choices, right"]
    faults = _check_text(f"{place}, text", question.get("text"), _TEXT)
    choices = question.get("choices")
    if not isinstance(choices, list) or not 2 <= len(choices) <= 4:
        return [*faults, f"{place}, choices: 2 to 4 of them"]
    for letter, choice in zip("abcd", choices, strict=False):
        faults += _check_text(f"{place}, choice {letter}", choice, _CHOICE)
    right = question.get("right")
    if not isinstance(right, int) or not 0 <= right < len(choices):
        faults.append(f"{place}, right: from 0 to {len(choices) - 1}")
    if "note" in question:
        faults += _check_text(f"{place}, note", question["note"], _NOTE)
    return faults


def _check_text(place: str, words: object, longest: int) -> list[str]:
    if isinstance(words, (str, int)):
        words = dict.fromkeys(LANGUAGES, str(words))
    if not isinstance(words, dict):
        return [f"{place}: words in {', '.join(LANGUAGES)}"]
    missing = [language for language in LANGUAGES if not str(words.get(language) or "").strip()]
    if missing:
        return [f"{place}: {', '.join(missing)} missing"]
    too_long = [language for language in LANGUAGES if len(str(words[language])) > longest]
    return [f"{place}: over {longest} characters in {', '.join(too_long)}"] if too_long else []


def _spread(words: Any) -> dict[str, str]:
    """Words that are the same in every language may be written once."""
    if not isinstance(words, dict):
        return dict.fromkeys(LANGUAGES, str(words))
    return {language: str(words[language]).strip() for language in LANGUAGES}


async def add_quiz(book: dict[str, Any], position: int = 100) -> TriviaQuiz:
    """Puts a quiz that `read_quiz` accepted into the database; one of the same slug is replaced where nobody plays it.

    Raises FaultyQuiz for an unknown artist, or a slug that has been played.
    """
    artist = await Artist.get_or_none(slug=book["artist"]) if book.get("artist") else None
    if book.get("artist") and artist is None:
        raise FaultyQuiz([f"artist: nobody is called {book['artist']}"])
    async with in_transaction():
        old = await TriviaQuiz.get_or_none(slug=book["slug"])
        if old is not None and await old.games.all().exists():  # type: ignore[attr-defined]
            raise FaultyQuiz([f"slug: {book['slug']} has been played; give the new one another name"])
        if old is not None:
            await old.delete()
        quiz = await TriviaQuiz.create(
            slug=book["slug"],
            artist=artist,
            title=_spread(book["title"]),
            seconds=book.get("seconds", 20),
            position=position,
        )
        await TriviaQuestion.bulk_create(_questions(quiz, book))
    return quiz


def _questions(quiz: TriviaQuiz, book: dict[str, Any]) -> list[TriviaQuestion]:
    return [
        TriviaQuestion(
            quiz=quiz,
            position=place,
            text=_spread(question["text"]),
            choices=[_spread(choice) for choice in question["choices"]],
            right=question["right"],
            note=_spread(question["note"]) if "note" in question else {},
        )
        for place, question in enumerate(book["questions"])
    ]
