# Викторины с вопросами: в чате, в группе и в приложении.
trivia-title = Звёздная викторина
trivia-choose = <b>🧠 Звёздная викторина</b>

    Верный ответ — 100 очков, за скорость ещё до 50. С какой начнём?
trivia-choose-group = <b>🧠 Звёздная викторина</b>

    Играют все: { $seconds } { $seconds ->
        [one] секунда
        [few] секунды
       *[many] секунд
    } на вопрос. Кто начинает — выбирает тему!
trivia-about = { $count ->
    [one] { $count } вопрос
    [few] { $count } вопроса
   *[many] { $count } вопросов
} · по { $seconds } с
trivia-question = <b>{ $number }/{ $count }.</b> { $question }
trivia-clock = ⏱ { $seconds } с
trivia-right = ✅ Верно! +{ $points ->
    [one] { $points } очко
    [few] { $points } очка
   *[many] { $points } очков
}
trivia-right-late = ✅ Верно, но время вышло: 0 очков
trivia-wrong = ❌ Правильный ответ: { $right }
trivia-toast-right = ✅ +{ $points }
trivia-toast-wrong = ❌ Не в этот раз
trivia-solution = Правильный ответ: <b>{ $right }</b>
trivia-knew = Угадали: { $names }
trivia-nobody-knew = На этот вопрос не ответил никто.
trivia-next = Следующий вопрос
trivia-result = <b>{ $title }</b>

    Итог: { $rights } из { $count } · <b>{ $points ->
        [one] { $points } очко
        [few] { $points } очка
       *[many] { $points } очков
    }</b>
trivia-group-result = 🏁 <b>{ $title }</b>
trivia-nobody-played = В этот раз никто не ответил.
trivia-board = 🏆 <b>Лидеры недели</b>
trivia-board-empty = На этой неделе ещё никто не играл. Станьте первым!
trivia-board-line = { $place }. { $name } — { $points }
trivia-again = Другая викторина
trivia-board-button = 🏆 Лидеры недели
trivia-greeting = Поздравление от { $artist }
trivia-stop = Остановить
trivia-stopped = Игра остановлена.
trivia-running = В этой группе уже идёт игра. Сначала закончите её.
trivia-over = Эта игра закончена. Начните новую.
trivia-closed = Время этого вопроса вышло.
trivia-answered = Вы уже ответили на этот вопрос.
trivia-not-yours = Это может сделать только тот, кто начал игру.
trivia-faulty = Этот файл — не викторина: { $faults }
trivia-added = ✅ Викторина добавлена: { $title } ({ $count ->
    [one] { $count } вопрос
    [few] { $count } вопроса
   *[many] { $count } вопросов
})
trivia-command = звёздная викторина
trivia-start = Начать
trivia-points = { $points ->
    [one] { $points } очко
    [few] { $points } очка
   *[many] { $points } очков
}
trivia-you = Вы
trivia-time-over = Время вышло
trivia-finish = Показать итог
trivia-tagline = За верный ответ 100 очков, за скорость ещё до 50.
