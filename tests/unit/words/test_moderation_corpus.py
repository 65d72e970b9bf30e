"""Recall and false alarms on sentences of our own, over all languages and categories."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.words.moderation import judge_text

DATA = Path(__file__).parent / "data"
REVIEWED = {"artist_voice"}  # a person decides: the rules do not block these


def load_corpus(name: str) -> Any:
    return yaml.safe_load((DATA / name).read_text(encoding="utf-8"))


def bad_sentences() -> Iterator[tuple[str, str]]:
    for category, languages in load_corpus("moderation_bad.yaml").items():
        yield from ((category, sentence) for sentences in languages.values() for sentence in sentences)


def good_sentences() -> list[str]:
    return [sentence for sentences in load_corpus("moderation_good.yaml").values() for sentence in sentences]


@pytest.mark.parametrize(("category", "sentence"), list(bad_sentences()))
def test_bad_sentence_does_not_pass(category: str, sentence: str) -> None:
    judgement = judge_text(sentence)
    assert category in judgement.categories
    assert judgement.verdict == ("review" if category in REVIEWED else "blocked")
    assert all(reason.fragment in sentence for reason in judgement.reasons)


@pytest.mark.parametrize("sentence", good_sentences())
def test_good_sentence_passes(sentence: str) -> None:
    judgement = judge_text(sentence)
    assert judgement.verdict == "pass", judgement.reasons


def test_figures(capsys: pytest.CaptureFixture[str]) -> None:
    bad, good = list(bad_sentences()), good_sentences()
    stopped = sum(judge_text(sentence).verdict != "pass" for _, sentence in bad)
    alarms = sum(judge_text(sentence).verdict != "pass" for sentence in good)
    with capsys.disabled():
        print(f"\ntext filter: {stopped} of {len(bad)} bad stopped, {alarms} of {len(good)} good held back")
    assert len(bad) >= 80 and len(good) >= 80
