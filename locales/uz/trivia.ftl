# Savolli viktorinalar: chatda, guruhda va ilovada.
trivia-title = Yulduzlar viktorinasi
trivia-choose = <b>🧠 Yulduzlar viktorinasi</b>

    Toʻgʻri javob — 100 ball, tez javob uchun yana 50 ballgacha. Qaysi biridan boshlaymiz?
trivia-choose-group = <b>🧠 Yulduzlar viktorinasi</b>

    Hamma oʻynaydi: har bir savolga { $seconds } soniya. Kim boshlaydi — mavzuni tanlasin!
trivia-about = { $count } ta savol · { $seconds } soniyadan
trivia-question = <b>{ $number }/{ $count }.</b> { $question }
trivia-clock = ⏱ { $seconds } soniya
trivia-right = ✅ Toʻgʻri! +{ $points } ball
trivia-right-late = ✅ Toʻgʻri, lekin vaqt oʻtdi: 0 ball
trivia-wrong = ❌ Toʻgʻri javob: { $right }
trivia-toast-right = ✅ +{ $points }
trivia-toast-wrong = ❌ Bu safar emas
trivia-solution = Toʻgʻri javob: <b>{ $right }</b>
trivia-knew = Topganlar: { $names }
trivia-nobody-knew = Bu savolni hech kim topmadi.
trivia-next = Keyingi savol
trivia-result = <b>{ $title }</b>

    Natija: { $rights } / { $count } · <b>{ $points } ball</b>
trivia-group-result = 🏁 <b>{ $title }</b>
trivia-nobody-played = Bu safar hech kim javob bermadi.
trivia-board = 🏆 <b>Hafta peshqadamlari</b>
trivia-board-empty = Bu hafta hali hech kim oʻynamagan. Birinchi boʻling!
trivia-board-line = { $place }. { $name } — { $points }
trivia-again = Boshqa viktorina
trivia-board-button = 🏆 Hafta peshqadamlari
trivia-greeting = { $artist }dan tabrik olish
trivia-stop = Toʻxtatish
trivia-stopped = Oʻyin toʻxtatildi.
trivia-running = Bu guruhda oʻyin ketyapti. Avval uni tugating.
trivia-over = Bu oʻyin tugagan. Yangisini boshlang.
trivia-closed = Bu savolning vaqti tugadi.
trivia-answered = Siz bu savolga javob berib boʻldingiz.
trivia-not-yours = Buni faqat oʻyinni boshlagan odam qila oladi.
trivia-faulty = Bu fayl viktorina emas: { $faults }
trivia-added = ✅ Viktorina qoʻshildi: { $title } ({ $count } ta savol)
trivia-command = yulduzlar viktorinasi
trivia-start = Boshlash
trivia-points = { $points } ball
trivia-you = Siz
trivia-time-over = Vaqt tugadi
trivia-finish = Natijani koʻrish
trivia-tagline = Toʻgʻri javob uchun 100 ball, tezligi uchun yana 50 ballgacha.
