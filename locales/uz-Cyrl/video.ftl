# A greeting on its way: the status message, the delivery, and what can go wrong.
video-free = Бепул
video-head = <b>{ $artist }</b> · { $recipient } учун
video-stage-review = 🔎 Сўзларингизни ходимимиз кўриб чиқмоқда. Жавобини шу ерда айтамиз.
video-stage-payment = 💳 Тўлов кутилмоқда: { $price }
video-stage-queue = { $place ->
    [0] ⏳ Навбатдаги — сиз.
   *[other] ⏳ Сиздан олдин { $place } та табрик бор.
}
video-stage-voice = 🎙 Овоз ёзилмоқда
video-stage-video = 🎬 Видео тайёрланмоқда
video-stage-approval = ✋ Видео тайёр. Энди уни { $artist } тасдиқлаши керак.
video-stage-sending = 📤 Юборилмоқда
video-stage-sent = ✅ Тайёр! Видео пастда.
video-stage-sent-web = ✅ Тайёр!
video-eta = { $minutes ->
    [0] тахминан { $seconds } сония қолди
   *[other] тахминан { $minutes } дақиқа қолди
}
video-cancelled = Буюртма бекор қилинди. Ҳеч нарса ечилмади.
video-expired = Тўлов вақти тугади, буюртма ёпилди. Истасангиз, янгисини бошланг.
video-failed-render = 😔 Видеони тайёрлай олмадик. Тўлаган бўлсангиз, пул қайтарилади. Яна бир бор уриниб кўринг.
video-refused-by-artist = { $artist } бу табрикни ёзишга рози бўлмади. Тўлаган бўлсангиз, пул қайтарилади.
video-refused-by-validator = Бу матнни айта олмаймиз: { $reason }
video-released = ✅ Матн тасдиқланди.
video-caption = 🌟 <b>{ $artist }</b> — { $recipient } учун
    Сунъий интеллект ёрдамида, санъаткор розилиги билан яратилган.
video-check-link = Ҳақиқийлигини текшириш
video-share = Улашиш
video-again = Яна битта табрик
video-cancel = Бекор қилиш
video-pay = Тўлаш ⭐ { $stars }
video-approval-ask = ✋ <b>Янги табрик тасдиғингизни кутмоқда</b>
    { $recipient } учун · { $occasion }
    «{ $text }»
video-approval-yes = Тасдиқлайман
video-approval-no = Рад этаман
video-review-ask = 🔎 <b>Текшириш керак</b> · { $artist }
    { $categories }
    Кимга: { $recipient }
    «{ $text }»
