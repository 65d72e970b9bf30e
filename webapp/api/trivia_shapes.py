"""The JSON of quizzes with questions."""

from uuid import UUID

from pydantic import BaseModel, Field

from webapp.api.shapes import Input, Language


class TriviaQuery(Input):
    lang: Language | None = None


class TriviaShape(BaseModel):
    """A quiz one can play; `seconds` are for one question."""

    slug: str
    title: str
    questions: int
    seconds: int
    artist_slug: str | None


class TriviaList(BaseModel):
    items: list[TriviaShape]
    next: int | None = None


class QuestionShape(BaseModel):
    """The open question; its time runs from this answer on. `choice` of an answer is an index into `choices`."""

    game_id: UUID
    position: int
    count: int
    text: str
    choices: list[str]
    seconds: int


class AnswerBody(Input):
    position: int = Field(ge=0, le=100)
    choice: int = Field(ge=0, le=10)


class AnsweredShape(BaseModel):
    """What an answer was worth; `right` is the index of the right choice."""

    is_right: bool
    points: int
    right: int
    note: str
    total: int
    is_last: bool


class NextBody(Input):
    """`position` is the question one has answered or given up."""

    position: int = Field(ge=0, le=100)


class ScoreShape(BaseModel):
    place: int
    name: str
    points: int
    is_me: bool


class ResultShape(BaseModel):
    """How a game ended, and the best of the running week."""

    points: int
    rights: int
    count: int
    title: str
    artist_slug: str | None
    artist_name: str | None
    board: list[ScoreShape]


class TurnShape(BaseModel):
    """The next question, or the result when there is none left."""

    question: QuestionShape | None
    result: ResultShape | None


class BoardList(BaseModel):
    items: list[ScoreShape]
    next: int | None = None
