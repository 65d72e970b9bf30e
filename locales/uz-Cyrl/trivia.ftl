# Саволли викториналар: чатда, гуруҳда ва иловада.
trivia-title = Юлдузлар викторинаси
trivia-choose = <b>🧠 Юлдузлар викторинаси</b>

    Тўғри жавоб — 100 балл, тез жавоб учун яна 50 баллгача. Қайси биридан бошлаймиз?
trivia-choose-group = <b>🧠 Юлдузлар викторинаси</b>

    Ҳамма ўйнайди: ҳар бир саволга { $seconds } сония. Ким бошлайди — мавзуни танласин!
trivia-about = { $count } та савол · { $seconds } сониядан
trivia-question = <b>{ $number }/{ $count }.</b> { $question }
trivia-clock = ⏱ { $seconds } сония
trivia-right = ✅ Тўғри! +{ $points } балл
trivia-right-late = ✅ Тўғри, лекин вақт ўтди: 0 балл
trivia-wrong = ❌ Тўғри жавоб: { $right }
trivia-toast-right = ✅ +{ $points }
trivia-toast-wrong = ❌ Бу сафар эмас
trivia-solution = Тўғри жавоб: <b>{ $right }</b>
trivia-knew = Топганлар: { $names }
trivia-nobody-knew = Бу саволни ҳеч ким топмади.
trivia-next = Кейинги савол
trivia-result = <b>{ $title }</b>

    Натижа: { $rights } / { $count } · <b>{ $points } балл</b>
trivia-group-result = 🏁 <b>{ $title }</b>
trivia-nobody-played = Бу сафар ҳеч ким жавоб бермади.
trivia-board = 🏆 <b>Ҳафта пешқадамлари</b>
trivia-board-empty = Бу ҳафта ҳали ҳеч ким ўйнамаган. Биринчи бўлинг!
trivia-board-line = { $place }. { $name } — { $points }
trivia-again = Бошқа викторина
trivia-board-button = 🏆 Ҳафта пешқадамлари
trivia-greeting = { $artist }дан табрик олиш
trivia-stop = Тўхтатиш
trivia-stopped = Ўйин тўхтатилди.
trivia-running = Бу гуруҳда ўйин кетяпти. Аввал уни тугатинг.
trivia-over = Бу ўйин тугаган. Янгисини бошланг.
trivia-closed = Бу саволнинг вақти тугади.
trivia-answered = Сиз бу саволга жавоб бериб бўлдингиз.
trivia-not-yours = Буни фақат ўйинни бошлаган одам қила олади.
trivia-faulty = Бу файл викторина эмас: { $faults }
trivia-added = ✅ Викторина қўшилди: { $title } ({ $count } та савол)
trivia-command = юлдузлар викторинаси
trivia-start = Бошлаш
trivia-points = { $points } балл
trivia-you = Сиз
trivia-time-over = Вақт тугади
trivia-finish = Натижани кўриш
trivia-tagline = Тўғри жавоб учун 100 балл, тезлиги учун яна 50 баллгача.
