"""How a quiz with questions looks in a chat: its question, its solution, its boards – for fans and for workers."""

import html
from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.artists.artists import artist_name
from bot.chat.buttons import ArtistButton, TriviaButton
from bot.i18n import text
from bot.ids import pack_id
from bot.trivia.trivia import Answered, Score, list_questions, sum_game, week_board
from db.trivia import TriviaAnswer, TriviaGame, TriviaQuestion, TriviaQuiz

_MEDALS = ("🥇", "🥈", "🥉")
_NAMED = 5


def button(words: str, action: TriviaButton) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=words, callback_data=action.pack())


def quizzes_keyboard(quizzes: Sequence[TriviaQuiz], language: str) -> InlineKeyboardMarkup:
    lines = [[button(quiz.title[language], TriviaButton(action="start", item=pack_id(quiz.id)))] for quiz in quizzes]
    board = [button(text(language, "trivia-board-button"), TriviaButton(action="board"))]
    return InlineKeyboardMarkup(inline_keyboard=[*lines, board])


async def question_words(game: TriviaGame, question: TriviaQuestion) -> str:
    words = text(
        game.language,
        "trivia-question",
        number=question.position + 1,
        count=len(await list_questions(game)),
        question=html.escape(question.text[game.language], quote=False),
    )
    return f"{words}\n\n{text(game.language, 'trivia-clock', seconds=game.quiz.seconds)}"


def question_keyboard(game: TriviaGame, question: TriviaQuestion) -> InlineKeyboardMarkup:
    packed = pack_id(game.id)
    choices = [
        [
            button(
                choice[game.language],
                TriviaButton(action="answer", item=packed, position=question.position, choice=place),
            )
        ]
        for place, choice in enumerate(question.choices)
    ]
    stop = [button(text(game.language, "trivia-stop"), TriviaButton(action="stop", item=packed))]
    return InlineKeyboardMarkup(inline_keyboard=[*choices, stop])


def answer_words(game: TriviaGame, question: TriviaQuestion, answered: Answered) -> str:
    """Under a question one answered alone: right or wrong, and the note."""
    language = game.language
    if answered.is_right:
        key = "trivia-right" if answered.points else "trivia-right-late"
        verdict = text(language, key, points=answered.points) if answered.points else text(language, key)
    else:
        right = question.choices[answered.right][language]
        verdict = text(language, "trivia-wrong", right=html.escape(right, quote=False))
    return "\n\n".join([_plain_question(game, question), verdict, *_note(game, question)])


def next_keyboard(game: TriviaGame, question: TriviaQuestion, is_last: bool) -> InlineKeyboardMarkup:
    words = text(game.language, "trivia-finish" if is_last else "trivia-next")
    action = TriviaButton(action="next", item=pack_id(game.id), position=question.position)
    return InlineKeyboardMarkup(inline_keyboard=[[button(words, action)]])


async def solution_words(game: TriviaGame, question: TriviaQuestion) -> str:
    """Under a question a group had: the answer, and who knew it, quickest first."""
    language = game.language
    knew = (
        await TriviaAnswer.filter(game_id=game.id, position=question.position, is_right=True)
        .order_by("milliseconds")
        .select_related("user")
    )
    names = ", ".join(html.escape(answer.user.first_name, quote=False) for answer in knew[:_NAMED])
    if len(knew) > _NAMED:
        names += f" +{len(knew) - _NAMED}"
    told = text(language, "trivia-knew", names=names) if knew else text(language, "trivia-nobody-knew")
    right = html.escape(question.choices[question.right][language], quote=False)
    solution = text(language, "trivia-solution", right=right)
    return "\n\n".join([_plain_question(game, question), solution, *_note(game, question), told])


def _plain_question(game: TriviaGame, question: TriviaQuestion) -> str:
    return html.escape(question.text[game.language], quote=False)


def _note(game: TriviaGame, question: TriviaQuestion) -> list[str]:
    note = question.note.get(game.language)
    return [f"<i>{html.escape(note, quote=False)}</i>"] if note else []


async def result_words(game: TriviaGame) -> str:
    """The end of a game: one's own figures, or the group's board."""
    language, scores = game.language, await sum_game(game)
    title = html.escape(game.quiz.title[language], quote=False)
    if game.is_group:
        head = text(language, "trivia-group-result", title=title)
        return "\n\n".join([head, board_lines(scores, language) or text(language, "trivia-nobody-played")])
    points, rights = (scores[0].points, scores[0].rights) if scores else (0, 0)
    count = len(await list_questions(game))
    return text(language, "trivia-result", title=title, points=points, rights=rights, count=count)


async def result_keyboard(game: TriviaGame) -> InlineKeyboardMarkup:
    language = game.language
    lines = [
        [button(text(language, "trivia-again"), TriviaButton(action="list"))],
        [button(text(language, "trivia-board-button"), TriviaButton(action="board"))],
    ]
    await game.quiz.fetch_related("artist")
    artist = game.quiz.artist
    if artist is not None and not game.is_group:
        words = text(language, "trivia-greeting", artist=artist_name(artist, language))
        lines.insert(0, [InlineKeyboardButton(text=words, callback_data=ArtistButton(slug=artist.slug).pack())])
    return InlineKeyboardMarkup(inline_keyboard=lines)


async def board_words(language: str, chat_id: int | None) -> str:
    """The best of this week, in a group or everywhere."""
    lines = board_lines(await week_board(chat_id), language)
    return f"{text(language, 'trivia-board')}\n\n{lines or text(language, 'trivia-board-empty')}"


def board_lines(scores: Sequence[Score], language: str) -> str:
    return "\n".join(
        text(
            language,
            "trivia-board-line",
            place=_MEDALS[place] if place < len(_MEDALS) else place + 1,
            name=html.escape(score.name, quote=False),
            points=score.points,
        )
        .replace("🥇.", "🥇")
        .replace("🥈.", "🥈")
        .replace("🥉.", "🥉")
        for place, score in enumerate(scores)
    )
