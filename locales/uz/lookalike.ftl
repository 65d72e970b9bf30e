# Yuz oʻyini: odam qaysi yulduzga oʻxshaydi.
lookalike-menu = 🎭 Qaysi yulduzga oʻxshayman?
lookalike-hello = 🎭 <b>Qaysi yulduzga oʻxshaysiz?</b>
    Selfi yuborasiz — bir lahzada javob olasiz. Avval rozilik:
lookalike-agree = ✅ 16 yoshga toʻlganman va roziman
lookalike-younger = Yoshim kichikroq
lookalike-no = Yoʻq, rahmat
lookalike-declined = Mayli, hech narsa qilmaymiz. Fikringiz oʻzgarsa: /quiz
lookalike-guardian = 👪 <b>Ota-onangiz yoki vasiyingizni chaqiring.</b>
    U yuqoridagi shartlarni oʻqib, rozi boʻlsa, oʻz ism-familiyasini shu yerga yozsin. Yozilgan ism rozilik hisoblanadi.
lookalike-guardian-please = Ota-onangiz yoki vasiyingiz ismini harflar bilan yozsin, masalan: <i>Malika Karimova</i>.
lookalike-send-photo = 📸 <b>Endi selfi yuboring</b>
    Yuz toʻgʻri va yorugʻda tursin, kadrda bir oʻzingiz boʻling. Surat javobdan 3 soniya keyin oʻchiriladi.
lookalike-looking = 🔎 Qarayapman…
lookalike-photo-please = Bu yerda surat kerak: selfi yuboring yoki rasm faylini biriktiring. Ortga: /menu
lookalike-face-please = Yuqoridagi tugmalardan birini bosing yoki boshqa surat yuboring.
lookalike-which-face = Suratda { $count } ta yuz bor. Qaysi biri sizsiz? Chapdan sanang:
lookalike-face = Chapdan { $number }-yuz
lookalike-too-heavy = Bu fayl juda katta. { $megabytes } MB gacha surat yuboring.
lookalike-result = 🎭 <b>{ $percent } % — { $badge }</b>
    Siz eng koʻp <b>{ $artist }</b>ga oʻxshaysiz!
lookalike-result-foot = <i>Bu shunchaki oʻyin: oʻxshashlikni sunʼiy intellekt chamalaydi. Surat 3 soniyada oʻchadi.</i>
lookalike-share-button = 📤 Ulashish
lookalike-greeting = 💌 { $artist }dan tabrik
lookalike-remove = 🗑 Suratimni chatdan oʻchirish
lookalike-removed = Surat chatdan oʻchirildi.
lookalike-remove-yourself = Telegram eski xabarni oʻchirishga ruxsat bermadi. Uni oʻzingiz oʻchira olasiz.
lookalike-receipt-button = 🧾 Surat qanday oʻchirildi
lookalike-receipt-soon = Surat javobdan 3 soniya keyin oʻchiriladi. Birozdan soʻng yana bosing.
lookalike-receipt = 🧾 <b>Surat oʻchirildi</b>
    Qabul qilindi: { $received }
    Oʻchirildi: { $deleted } (javobdan { $seconds } s keyin)
    Obyekt nomining SHA-256 izi:
    <code>{ $hash }</code>
lookalike-again = 🔁 Yana bir bor
lookalike-try = 🎭 Men kimga oʻxshayman?
lookalike-friend = Doʻstingiz <b>{ $artist }</b>ga oʻxshar ekan. Siz-chi?
lookalike-out-of-the-blue = Chiroyli surat! Uni tekshirmadim. Qaysi yulduzga oʻxshashingizni bilmoqchimisiz?
lookalike-gone = Bu natija endi mavjud emas.
lookalike-no-answer = Bu oʻyinning hali javobi yoʻq.
lookalike-withdraw = Yuz oʻyini roziligini qaytarib olish
lookalike-withdraw-ask = Yuz oʻyiniga berilgan rozilikni qaytarib olasizmi? Natijalaringiz ham oʻchadi.
lookalike-withdraw-yes = Ha, qaytarib olaman
lookalike-withdraw-no = Yoʻq, qolsin
lookalike-withdrawn = Rozilik qaytarib olindi. Xohlasangiz, istalgan payt qayta boshlaysiz: /quiz

# Kartochka va ulashish.
lookalike-card-label = Mening yulduz qiyofadoshim
lookalike-card-invitation = Siz qaysi yulduzga oʻxshaysiz?
lookalike-card-mark = Oʻyin · sunʼiy intellekt bahosi
lookalike-share = Men { $artist }ga { $percent } % oʻxshar ekanman 🎭 Siz-chi?
lookalike-share-title = { $artist } — { $percent } %

# Mini ilova.
lookalike-app-title = Yulduz qiyofadosh
lookalike-app-heading = Qaysi yulduzga oʻxshaysiz?
lookalike-app-lede = Bitta selfi — beshta yulduz. Surat javobdan 3 soniya keyin oʻchadi.
lookalike-app-consent = Avval rozilik
lookalike-app-age = Yoshingiz
lookalike-app-adult = 16 yoshga toʻlganman
lookalike-app-younger = Yoshim kichikroq, ota-onam yonimda
lookalike-app-guardian = Ota-ona yoki vasiyning ism-familiyasi
lookalike-app-guardian-hint = Malika Karimova
lookalike-app-agree = Roziman
lookalike-app-camera = Selfi olish
lookalike-app-file = Surat tanlash
lookalike-app-safe = Surat telefondan toʻgʻri himoyalangan omborga boradi va oʻchadi. Uni hech kim koʻrmaydi.
lookalike-app-withdraw = Rozilikni qaytarib olish
lookalike-app-oval = Yuzingizni oval ichiga joylang
lookalike-app-shoot = Suratga olish
lookalike-app-cancel = Bekor qilish
lookalike-app-no-camera = Kamera ochilmadi. Ruxsat bering yoki suratni galereyadan tanlang.
lookalike-app-sending = Yuborilyapti…
lookalike-app-looking = Qarayapman…
lookalike-app-faces = Qaysi biri sizsiz?
lookalike-app-faces-hint = Suratda bir nechta yuz bor. Oʻzingiznikini bosing.
lookalike-app-face = { $number }-yuz
lookalike-app-upload-failed = Surat yuborilmadi. Internetni tekshirib, qayta urining.
lookalike-app-result = Natijangiz
lookalike-app-most = Eng koʻp oʻxshaganingiz
lookalike-app-five = Beshta eng yaqin yulduz
lookalike-app-fun = Bu shunchaki oʻyin: oʻxshashlikni sunʼiy intellekt chamalaydi.
lookalike-app-deleting = Surat { $seconds } soniyadan keyin oʻchadi
lookalike-app-deleting-now = Surat oʻchirilyapti…
lookalike-app-deleted = Surat oʻchirildi
lookalike-app-proof = Oʻchirish vaqti { $time }. Obyekt nomining SHA-256 izi:
lookalike-app-share = Doʻstga yuborish
lookalike-app-story = Hikoyaga qoʻyish
lookalike-app-link = Havolani ulashish
lookalike-app-save = Kartochkani saqlash
lookalike-app-card = Kartochkangiz
lookalike-app-mine = Kartochkaga suratimni ham qoʻshish
lookalike-app-mine-hint = Surat faqat shu telefonda qoʻshiladi, bizga yuborilmaydi.
lookalike-app-greeting = { $artist }dan tabrik
lookalike-app-again = Yana bir bor
lookalike-app-shared = Yuborildi!

# Natijaning ochiq sahifasi.
lookalike-page-title = { $artist }ga { $percent } % oʻxshash
lookalike-page-words = Kimdir yuz oʻyinida { $artist }ga { $percent } % oʻxshash chiqdi. Endi sizning navbatingiz!
lookalike-page-private = Bu sahifada hech kimning surati yoʻq: u javobdan 3 soniya keyin oʻchirilgan.
lookalike-page-try = Oʻzimni sinab koʻraman
