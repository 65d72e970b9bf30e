"""The face quiz over REST: agree, get a link, PUT the photo into the store, ask for the answer."""

from bot.artists.artists import artist_name
from bot.errors import Invalid
from bot.i18n import text, text_key
from bot.quiz.quizzes import (
    QUIZ_CONSENT_VERSION,
    AgeGroup,
    FaceQuiz,
    QuizStatus,
    Started,
    Upload,
    analyse_quiz,
    badge_key,
    consent_words,
    find_consent,
    find_quiz,
    give_consent,
    match_artists,
    read_failure,
    receipt_of,
    start_quiz,
    withdraw_consent,
)
from db.artists import Artist
from webapp.api.endpoint import Answer, Call
from webapp.api.quiz_shapes import (
    AnalyzeBody,
    ConsentBody,
    ConsentShape,
    FaceShape,
    MatchShape,
    QuizAnswer,
    QuizReceipt,
    QuizStartBody,
    QuizStarted,
    QuizState,
    UploadShape,
)
from webapp.media import portrait_path
from webapp.problems import speak


async def begin_quiz(call: Call, body: QuizStartBody) -> Answer:
    uploads = _read_uploads(body)
    # A guardian's consent in force is not replaced by a start that says nothing about age.
    if body.age == "guardian" or await find_consent(call.user) is None:
        await give_consent(call.user, call.language, AgeGroup(body.age), body.guardian_name)
    started = await start_quiz(call.services, call.user, uploads, call.source)
    return Answer(_describe_start(started), 201, {"Location": f"/api/v1/face-quiz/{started.quiz.id}"})


def _read_uploads(body: QuizStartBody) -> list[Upload]:
    if body.photos:
        return [Upload(photo.content_type, photo.content_length) for photo in body.photos]
    if body.content_type is None or body.content_length is None:
        raise Invalid("quiz-photo-unsaid")
    return [Upload(body.content_type, body.content_length)]


def _describe_start(started: Started) -> QuizStarted:
    uploads = [UploadShape(upload_url=link.url, upload_headers=link.headers) for link in started.links]
    first, quiz = uploads[0], started.quiz
    return QuizStarted(
        quiz_id=quiz.id,
        expires_at=quiz.link_dies_at,
        uploads=uploads,
        upload_url=first.upload_url,
        upload_headers=first.upload_headers,
    )


async def analyze_quiz(call: Call, body: AnalyzeBody) -> Answer:
    quiz = await analyse_quiz(call.services, call.user, call.path("quiz"), body.face)
    return Answer(await describe_answer(call, quiz))


async def describe_answer(call: Call, quiz: FaceQuiz) -> QuizAnswer:
    """An answered quiz as the API shows it, in the caller's language."""
    assert quiz.answered_at is not None
    matches = [_describe_match(call, *match) for match in await match_artists(quiz)]
    return QuizAnswer(
        quiz_id=quiz.id,
        similarity=quiz.similarity or 0.0,
        badge=text(call.language, badge_key(quiz.badge)),
        badge_id=quiz.badge,
        matches=matches,
        answered_at=quiz.answered_at,
        delete_at=quiz.delete_at,
        receipt_url=f"{call.services.settings.base_url}/api/v1/face-quiz/{quiz.id}/receipt",
    )


def _describe_match(call: Call, artist: Artist, percent: float) -> MatchShape:
    base = call.services.settings.base_url
    return MatchShape(
        artist_id=artist.id,
        slug=artist.slug,
        name=artist_name(artist, call.language),
        percent=percent,
        category=artist.category,
        category_name=text(call.language, text_key("category", artist.category)),
        portrait_url=base + portrait_path(artist) if artist.portrait_key else "",
        page_url=f"{base}/app/artists/{artist.slug}",
    )


async def show_quiz(call: Call) -> Answer:
    quiz = await find_quiz(call.user, call.path("quiz"))
    answered = quiz.status is QuizStatus.ANSWERED and quiz.badge != ""
    refused = quiz.status is QuizStatus.REFUSED
    return Answer(
        QuizState(
            quiz_id=quiz.id,
            status=quiz.status.value,
            reason=speak(call.language, read_failure(quiz)) if refused else None,
            faces=[FaceShape(**face) for face in quiz.faces],
            answer=await describe_answer(call, quiz) if answered else None,
            created_at=quiz.created_at,
            expires_at=quiz.link_dies_at,
            delete_at=quiz.delete_at,
            deleted_at=quiz.deleted_at,
        )
    )


async def show_receipt(call: Call) -> Answer:
    quiz = await find_quiz(call.user, call.path("quiz"))
    receipt = receipt_of(quiz)
    return Answer(
        QuizReceipt(
            quiz_id=quiz.id,
            created_at=receipt.created_at,
            answered_at=receipt.answered_at,
            delete_at=quiz.delete_at,
            deleted_at=receipt.deleted_at,
            object_hashes=receipt.object_hashes,
        )
    )


async def show_consent(call: Call) -> Answer:
    return Answer(await _describe_consent(call))


async def agree_quiz(call: Call, body: ConsentBody) -> Answer:
    await give_consent(call.user, call.language, AgeGroup(body.age), body.guardian_name)
    return Answer(await _describe_consent(call))


async def withdraw_quiz(call: Call) -> Answer:
    await withdraw_consent(call.services, call.user)
    return Answer(await _describe_consent(call))


async def _describe_consent(call: Call) -> ConsentShape:
    consent = await find_consent(call.user)
    return ConsentShape(
        version=QUIZ_CONSENT_VERSION,
        text=consent_words(call.language),
        given=consent is not None,
        given_at=consent.granted_at if consent else None,
        age=consent.age_group.value if consent else None,
    )
