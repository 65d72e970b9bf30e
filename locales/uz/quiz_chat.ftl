# Yuz oʻyini: odam qaysi yulduzga oʻxshaydi.
quiz-menu = 🎭 Qaysi yulduzga oʻxshayman?
quiz-hello = 🎭 <b>Qaysi yulduzga oʻxshaysiz?</b>
    Selfi yuborasiz — bir lahzada javob olasiz. Avval rozilik:
quiz-agree = ✅ 16 yoshga toʻlganman va roziman
quiz-younger = Yoshim kichikroq
quiz-no = Yoʻq, rahmat
quiz-declined = Mayli, hech narsa qilmaymiz. Fikringiz oʻzgarsa: /quiz
quiz-guardian = 👪 <b>Ota-onangiz yoki vasiyingizni chaqiring.</b>
    U yuqoridagi shartlarni oʻqib, rozi boʻlsa, oʻz ism-familiyasini shu yerga yozsin. Yozilgan ism rozilik hisoblanadi.
quiz-guardian-please = Ota-onangiz yoki vasiyingiz ismini harflar bilan yozsin, masalan: <i>Malika Karimova</i>.
quiz-send-photo = 📸 <b>Endi selfi yuboring</b>
    Yuz toʻgʻri va yorugʻda tursin, kadrda bir oʻzingiz boʻling. Surat javobdan 3 soniya keyin oʻchiriladi.
quiz-looking = 🔎 Qarayapman…
quiz-photo-please = Bu yerda surat kerak: selfi yuboring yoki rasm faylini biriktiring. Ortga: /menu
quiz-face-please = Yuqoridagi tugmalardan birini bosing yoki boshqa surat yuboring.
quiz-which-face = Suratda { $count } ta yuz bor. Qaysi biri sizsiz? Chapdan sanang:
quiz-face = Chapdan { $number }-yuz
quiz-too-heavy = Bu fayl juda katta. { $megabytes } MB gacha surat yuboring.
quiz-result = 🎭 <b>{ $percent } % — { $badge }</b>
    Siz eng koʻp <b>{ $artist }</b>ga oʻxshaysiz!
quiz-result-foot = <i>Bu shunchaki oʻyin: oʻxshashlikni sunʼiy intellekt chamalaydi. Surat 3 soniyada oʻchadi.</i>
quiz-share-button = 📤 Ulashish
quiz-greeting = 💌 { $artist }dan tabrik
quiz-remove = 🗑 Suratimni chatdan oʻchirish
quiz-removed = Surat chatdan oʻchirildi.
quiz-remove-yourself = Telegram eski xabarni oʻchirishga ruxsat bermadi. Uni oʻzingiz oʻchira olasiz.
quiz-receipt-button = 🧾 Surat qanday oʻchirildi
quiz-receipt-soon = Surat javobdan 3 soniya keyin oʻchiriladi. Birozdan soʻng yana bosing.
quiz-receipt = 🧾 <b>Surat oʻchirildi</b>
    Qabul qilindi: { $received }
    Oʻchirildi: { $deleted } (javobdan { $seconds } s keyin)
    Obyekt nomining SHA-256 izi:
    <code>{ $hash }</code>
quiz-again = 🔁 Yana bir bor
quiz-try = 🎭 Men kimga oʻxshayman?
quiz-friend = Doʻstingiz <b>{ $artist }</b>ga oʻxshar ekan. Siz-chi?
quiz-out-of-the-blue = Chiroyli surat! Uni tekshirmadim. Qaysi yulduzga oʻxshashingizni bilmoqchimisiz?
quiz-gone = Bu natija endi mavjud emas.
quiz-no-answer = Bu oʻyinning hali javobi yoʻq.
quiz-withdraw = Yuz oʻyini roziligini qaytarib olish
quiz-withdraw-ask = Yuz oʻyiniga berilgan rozilikni qaytarib olasizmi? Natijalaringiz ham oʻchadi.
quiz-withdraw-yes = Ha, qaytarib olaman
quiz-withdraw-no = Yoʻq, qolsin
quiz-withdrawn = Rozilik qaytarib olindi. Xohlasangiz, istalgan payt qayta boshlaysiz: /quiz

# Kartochka va ulashish.
quiz-card-label = Mening yulduz qiyofadoshim
quiz-card-invitation = Siz qaysi yulduzga oʻxshaysiz?
quiz-card-mark = Oʻyin · sunʼiy intellekt bahosi
quiz-share = Men { $artist }ga { $percent } % oʻxshar ekanman 🎭 Siz-chi?
quiz-share-title = { $artist } — { $percent } %
