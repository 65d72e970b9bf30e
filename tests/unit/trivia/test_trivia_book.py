"""Quizzes as YAML: the demo's are whole, faulty ones are told what is wrong with them."""

import pytest

from bot.demo.questions import FOLDER
from bot.i18n import LANGUAGES
from bot.trivia.book import FaultyQuiz, read_quiz

GOOD = """
slug: a-quiz
title: Title
questions:
  - text: What?
    choices: [one, two]
    right: 1
"""


def faults_of(source: str) -> str:
    with pytest.raises(FaultyQuiz) as caught:
        read_quiz(source)
    return str(caught.value.values["faults"])


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_demo_quizzes_are_whole(path: object) -> None:
    book = read_quiz(path.read_text(encoding="utf-8"))  # type: ignore[attr-defined]
    assert 4 <= len(book["questions"]) <= 10
    for question in book["questions"]:
        for choices in zip(*(_words(choice) for choice in question["choices"]), strict=True):
            assert len(set(choices)) == len(choices), choices  # two choices never read the same


def _words(choice: object) -> list[str]:
    return [str(choice[language]) if isinstance(choice, dict) else str(choice) for language in LANGUAGES]


def test_a_plain_quiz_is_accepted() -> None:
    assert read_quiz(GOOD)["slug"] == "a-quiz"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("- a list", "mapping"),
        ("slug: [", "YAML"),
        (GOOD.replace("a-quiz", "A QUIZ"), "slug"),
        (GOOD.replace("title: Title", "title: {uz: Sarlavha}"), "title: uz-Cyrl, ru, en missing"),
        (GOOD.replace("right: 1", "right: 2"), "question 1, right: from 0 to 1"),
        (GOOD.replace("[one, two]", "[one]"), "2 to 4"),
        (GOOD.replace("What?", "x" * 301), "over 300 characters"),
        (GOOD + "seconds: soon", "seconds"),
        (GOOD + "prize: 100", "unknown field: prize"),
        ("slug: a-quiz\ntitle: Title\nquestions: []", "questions"),
        ("!!python/object/apply:os.system ['true']", "YAML"),
    ],
)
def test_a_fault_is_named(source: str, said: str) -> None:
    assert said in faults_of(source)
