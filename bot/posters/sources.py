"""What a poster's picture may be taken from: the artist's portrait, a quiz of one's own, a still of one's own video."""

from uuid import UUID

from bot.errors import Invalid, NotFound
from bot.greetings.videos import find_video
from db.artists import Artist
from db.posters import Poster
from db.quizzes import FaceQuiz, QuizStatus
from db.users import User
from db.videos import VideoStatus

_TITLE_SECONDS, _ENDING_SECONDS = 1.7, 0.8  # the title card hides the face, and the ending dims it
_MADE = (VideoStatus.READY, VideoStatus.DELIVERED)


async def check_source(
    user: User, artist: Artist, source: str, video_id: UUID | None, second: float, quiz_id: UUID | None
) -> None:
    """Raises NotFound for what is not the user's own, Invalid for a moment that the video does not have."""
    if source == "video":
        await _check_video(user, artist, video_id, second)
    elif source == "quiz":
        await _check_quiz(user, artist, quiz_id)
    elif source != "portrait":
        raise Invalid("poster-no-source")


async def _check_video(user: User, artist: Artist, video_id: UUID | None, second: float) -> None:
    if video_id is None:
        raise Invalid("poster-no-video")
    video = await find_video(user, video_id)
    if video.status not in _MADE or video.artist_id != artist.id:
        raise NotFound("poster-no-video")
    last = video.duration_ms / 1000 - _ENDING_SECONDS
    if not _TITLE_SECONDS <= second < last:
        raise Invalid("poster-no-moment", first=_TITLE_SECONDS, last=round(last, 1))


async def _check_quiz(user: User, artist: Artist, quiz_id: UUID | None) -> None:
    quiz = None if quiz_id is None else await FaceQuiz.get_or_none(id=quiz_id, user_id=user.id)
    if quiz is None or quiz.status is not QuizStatus.ANSWERED or percent_of(quiz, artist.id) is None:
        raise NotFound("poster-no-quiz")


def percent_of(quiz: FaceQuiz, artist_id: UUID) -> int | None:
    """How alike the quiz found the user and this artist; None where the artist was not among the matches."""
    for match in quiz.matches:
        if match["artist_id"] == str(artist_id):
            return round(float(match["percent"]))
    return None


async def quiz_percent(poster: Poster) -> int | None:
    """The same for a poster; None also where the quiz was deleted since."""
    quiz = None if poster.quiz_id is None else await FaceQuiz.get_or_none(id=poster.quiz_id)
    return None if quiz is None else percent_of(quiz, poster.artist_id)
