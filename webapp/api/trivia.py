"""Quizzes with questions over REST: one's own games, and the best of the week."""

from bot.artists.artists import artist_name
from bot.errors import NotFound
from bot.ids import read_id
from bot.trivia.trivia import (
    answer_question,
    ask_question,
    find_game,
    find_trivia,
    list_questions,
    list_trivia,
    move_on,
    open_question,
    start_game,
    sum_game,
    week_board,
)
from db.trivia import GameStatus, TriviaGame, TriviaQuestion
from webapp.api.endpoint import Answer, Call
from webapp.api.trivia_shapes import (
    AnswerBody,
    AnsweredShape,
    BoardList,
    NextBody,
    QuestionShape,
    ResultShape,
    ScoreShape,
    TriviaList,
    TriviaQuery,
    TriviaShape,
    TurnShape,
)


async def list_quizzes(call: Call, query: TriviaQuery) -> Answer:
    return Answer(TriviaList(items=await describe_quizzes(query.lang or call.language)))


async def describe_quizzes(language: str) -> list[TriviaShape]:
    quizzes = await list_trivia()
    for quiz in quizzes:
        await quiz.fetch_related("artist")
    return [
        TriviaShape(
            slug=quiz.slug,
            title=quiz.title[language],
            questions=await TriviaQuestion.filter(quiz_id=quiz.id).count(),
            seconds=quiz.seconds,
            artist_slug=quiz.artist.slug if quiz.artist else None,
        )
        for quiz in quizzes
    ]


async def begin_game(call: Call) -> Answer:
    game = await start_game(await find_trivia(call.path("quiz")), call.user)
    return Answer(await describe_question(call, await find_game(game.id)), 201)


async def describe_question(call: Call, game: TriviaGame) -> QuestionShape:
    """The open question, as it is put before the person now."""
    question = await open_question(game)
    await ask_question(game)
    language = call.language
    return QuestionShape(
        game_id=game.id,
        position=question.position,
        count=len(await list_questions(game)),
        text=question.text[language],
        choices=[choice[language] for choice in question.choices],
        seconds=game.quiz.seconds,
    )


async def own_game(call: Call) -> TriviaGame:
    """Raises NotFound for anybody else's game."""
    game = await find_game(read_id(call.path("game")))
    if game.host_id != call.user.id or game.is_group:
        raise NotFound("error-not-found")
    return game


async def take_answer(call: Call, body: AnswerBody) -> Answer:
    game = await own_game(call)
    question = await open_question(game)
    answered = await answer_question(game, call.user, body.position, body.choice)
    return Answer(
        AnsweredShape(
            is_right=answered.is_right,
            points=answered.points,
            right=answered.right,
            note=question.note.get(call.language, ""),
            total=sum(score.points for score in await sum_game(game)),
            is_last=answered.is_last,
        )
    )


async def take_turn(call: Call, body: NextBody) -> Answer:
    """On to the next question; asked again, the one that is open, or the result."""
    game = await own_game(call)
    if game.position == body.position and game.status is GameStatus.RUNNING:
        await move_on(game)
    if game.status is GameStatus.RUNNING:
        return Answer(TurnShape(question=await describe_question(call, game), result=None))
    return Answer(TurnShape(question=None, result=await describe_result(call, game)))


async def describe_result(call: Call, game: TriviaGame) -> ResultShape:
    scores = await sum_game(game)
    await game.quiz.fetch_related("artist")
    artist = game.quiz.artist
    return ResultShape(
        points=scores[0].points if scores else 0,
        rights=scores[0].rights if scores else 0,
        count=len(await list_questions(game)),
        title=game.quiz.title[call.language],
        artist_slug=artist.slug if artist else None,
        artist_name=artist_name(artist, call.language) if artist else None,
        board=await describe_board(call),
    )


async def describe_board(call: Call) -> list[ScoreShape]:
    mine = call.caller.id if call.caller else None
    return [
        ScoreShape(place=place, name=score.name, points=score.points, is_me=score.user_id == mine)
        for place, score in enumerate(await week_board(), 1)
    ]


async def show_board(call: Call) -> Answer:
    return Answer(BoardList(items=await describe_board(call)))
