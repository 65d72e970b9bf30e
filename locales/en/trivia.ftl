# Quizzes with questions: in the chat, in groups and in the app.
trivia-title = Star trivia
trivia-choose = <b>🧠 Star trivia</b>

    A right answer is worth 100 points, a quick one up to 50 more. Which one first?
trivia-choose-group = <b>🧠 Star trivia</b>

    Everybody plays: { $seconds } { $seconds ->
        [one] second
       *[other] seconds
    } for each question. Whoever starts picks the topic!
trivia-about = { $count ->
    [one] { $count } question
   *[other] { $count } questions
} · { $seconds } s each
trivia-question = <b>{ $number }/{ $count }.</b> { $question }
trivia-clock = ⏱ { $seconds } s
trivia-right = ✅ Right! +{ $points } points
trivia-right-late = ✅ Right, but the time was up: 0 points
trivia-wrong = ❌ The answer is: { $right }
trivia-toast-right = ✅ +{ $points }
trivia-toast-wrong = ❌ Not this time
trivia-solution = The answer: <b>{ $right }</b>
trivia-knew = Who knew: { $names }
trivia-nobody-knew = Nobody knew this one.
trivia-next = Next question
trivia-result = <b>{ $title }</b>

    You got { $rights } of { $count } · <b>{ $points } points</b>
trivia-group-result = 🏁 <b>{ $title }</b>
trivia-nobody-played = Nobody answered this time.
trivia-board = 🏆 <b>Best of the week</b>
trivia-board-empty = Nobody has played this week yet. Be the first!
trivia-board-line = { $place }. { $name } — { $points }
trivia-again = Another quiz
trivia-board-button = 🏆 Best of the week
trivia-greeting = Get a greeting from { $artist }
trivia-stop = Stop
trivia-stopped = The game was stopped.
trivia-running = A game is on in this group. Finish it first.
trivia-over = This game is over. Start a new one.
trivia-closed = The time for this question is up.
trivia-answered = You have answered this one already.
trivia-not-yours = Only whoever started the game can do this.
trivia-faulty = This file is not a quiz: { $faults }
trivia-added = ✅ Quiz added: { $title } ({ $count ->
    [one] { $count } question
   *[other] { $count } questions
})
trivia-command = star trivia
trivia-start = Start
trivia-points = { $points ->
    [one] { $points } point
   *[other] { $points } points
}
trivia-you = You
trivia-time-over = Time is up
trivia-finish = See the result
trivia-tagline = 100 points for a right answer, up to 50 more for a quick one.
