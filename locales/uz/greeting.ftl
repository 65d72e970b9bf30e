# Choosing an artist.
greeting-card = 🌟 <b>{ $artist }</b>
    <i>{ $category }</i>

    { $about }

    Narxi: { $price }
    ⏱ { $seconds } soniyagacha · { $spoken }
greeting-card-approves = ✋ Har bir videoni shaxsan oʻzi tasdiqlaydi
greeting-speaks-uz = oʻzbekcha
greeting-speaks-ru = ruscha
greeting-speaks-en = inglizcha
greeting-ask = 💌 Tabrik buyurtma qilish
greeting-ask-of = 💌 { $artist }dan tabrik
greeting-sample = ▶️ Namunani koʻrish
greeting-sample-comes = Namuna yuborilmoqda…
greeting-sample-caption = <b>{ $artist }</b> shunday tabriklaydi
greeting-no-sample = Bu sanʼatkorning namunasi hali tayyor emas.
greeting-all = Barcha yulduzlar
greeting-categories = Qaysi yoʻnalish?
greeting-none-found = «{ $search }» deb hech kimni topolmadim. Ismning bir qismini yozib koʻring yoki roʻyxatdan tanlang.

# Putting it together.
greeting-back = ‹ Orqaga
greeting-cancel = ✖️ Bekor qilish
greeting-cancelled = Mayli, bekor qildik. Xohlagan vaqtda qaytib keling!
greeting-occasion = <b>{ $artist }</b> nima bilan tabriklasin?
greeting-recipient = <b>{ $artist }</b> · { $occasion }

    Kimni tabriklaymiz? Ismini yoki murojaatni yozing: <i>Onajon</i>, <i>Malika opa</i>, <i>Sardor</i>.
greeting-keep-name = «{ $name }» qolsin ›
greeting-name-again = Ismni yana bir marta yozing, masalan: <i>Onajon</i>.
greeting-words = ✍️ <b>{ $artist }</b> → <b>{ $recipient }</b>
    Nima deymiz?
greeting-words-own = Shu soʻzlarni oling yoki <b>oʻzingiznikini yozib yuboring</b> — { $seconds } soniyagacha, bu taxminan { $letters } ta belgi.
greeting-words-only-own = <b>Tabrik soʻzlarini yozib yuboring</b> — { $seconds } soniyagacha, bu taxminan { $letters } ta belgi.
greeting-use = { $count ->
    [1] ✨ Shu soʻzlar boʻlsin
   *[other] ✨ { $number }-matn
}
greeting-copy = 📋 Nusxa olib, tahrirlash
greeting-keep-words = Yozganim qolsin ›
greeting-hear = 🔊 «{ $name }» qanday jaranglaydi?
greeting-hear-comes = Bir lahza, yozib olyapmiz…
greeting-hear-caption = «{ $name }» — { $artist } ovozida
greeting-hear-file = Sizda ovozli xabarlar yopiq, shuning uchun audiofayl qilib yubordik.
greeting-words-refused = 🙅 <b>Bu matnni aytib boʻlmaydi</b>
greeting-words-again = Biroz oʻzgartirib, qaytadan yuboring. Boshqa hamma narsa joyida.
greeting-prompt-gone = Bu matn oʻzgargan. Roʻyxatdan qaytadan tanlang.
greeting-summary = <b>Hammasi toʻgʻrimi?</b>

    🌟 { $artist }
    { $occasion } · <b>{ $recipient }</b> uchun
    <blockquote>{ $words }</blockquote>
    ⏱ { $bar } { $seconds } / { $limit } soniya
    Narxi: { $price }
greeting-will-review = 🔎 Bu soʻzlarni avval xodimimiz oʻqiydi. Odatda bu bir necha daqiqa, toʻlov esa undan keyin.
greeting-order-review = 🔎 Tekshiruvga yuborish
greeting-order-free = 🎬 Bepul buyurtma qilish
greeting-order-pay = Toʻlash { $price }
greeting-edit-words = ✏️ Matn
greeting-edit-name = ✏️ Ism
greeting-ordered-toast = Buyurtma qabul qilindi!
greeting-ordered = ✅ <b>Buyurtma № { $number }</b>
    <b>{ $recipient }</b> uchun:
    <blockquote>{ $words }</blockquote>
greeting-already-ordered = Bu tabrik allaqachon buyurtma qilingan, ikkinchisi kerak emas. Holati: /orders
greeting-already-invoice = Buyurtma qabul qilingan, hisob shu chatda turibdi. Faqat bir marta toʻlanadi.

# Something else came where text is due.
greeting-text-please-occasion = Yaxshi! Lekin avval bayramni tugmalardan tanlang.
greeting-text-please-recipient = Buni oʻqiy olmayman. Tabriklanuvchining ismini harflar bilan yozing.
greeting-text-please-words = Buni ovozga aylantirib boʻlmaydi. Tabrik soʻzlarini matn qilib yozing.
greeting-text-please-summary = Buni tabrikka qoʻshib boʻlmaydi. Matnni oʻzgartirish uchun yangi soʻzlarni yozing yoki tugmani bosing.
