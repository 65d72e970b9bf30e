"""The text filter over REST, for a live check while somebody writes."""

from bot.artists.artists import get_artist, limits_of
from bot.greetings.videos import judge_words
from bot.metrics import VERDICTS
from bot.words.moderation import Judgement, explain, judge_name, judge_text
from webapp.api.endpoint import Answer, Call
from webapp.api.shapes import CheckAnswer, CheckBody, NameCheckBody


async def check_words(call: Call, body: CheckBody) -> Answer:
    if body.artist_id is None:
        return _answer(judge_text(body.text, None, body.language), call.language, None)
    artist = await get_artist(body.artist_id)
    judgement = await judge_words(artist, body.text, body.language)
    return _answer(judgement, call.language, (await limits_of(artist)).max_seconds)


async def check_name(call: Call, body: NameCheckBody) -> Answer:
    return _answer(judge_name(body.recipient), call.language, None)


def _answer(judgement: Judgement, language: str, max_seconds: int | None) -> Answer:
    VERDICTS.labels(judgement.verdict).inc()
    return Answer(
        CheckAnswer(
            verdict=judgement.verdict,
            categories=list(judgement.categories),
            reasons=explain(judgement, language),
            fragments=[reason.fragment for reason in judgement.reasons if reason.fragment],
            language=judgement.language,
            seconds=judgement.seconds,
            max_seconds=max_seconds,
            rules_version=judgement.rules_version,
        )
    )
