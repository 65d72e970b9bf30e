# A greeting on its way: the status message, the delivery, and what can go wrong.
video-free = Bepul
video-head = <b>{ $artist }</b> · { $recipient } uchun
video-stage-review = 🔎 Soʻzlaringizni xodimimiz koʻrib chiqmoqda. Javobini shu yerda aytamiz.
video-stage-payment = 💳 Toʻlov kutilmoqda: { $price }
video-stage-queue = { $place ->
    [0] ⏳ Navbatdagi — siz.
   *[other] ⏳ Sizdan oldin { $place } ta tabrik bor.
}
video-stage-voice = 🎙 Ovoz yozilmoqda
video-stage-video = 🎬 Video tayyorlanmoqda
video-stage-approval = ✋ Video tayyor. Endi uni { $artist } tasdiqlashi kerak.
video-stage-sending = 📤 Yuborilmoqda
video-stage-sent = ✅ Tayyor! Video pastda.
video-stage-sent-web = ✅ Tayyor!
video-eta = { $minutes ->
    [0] taxminan { $seconds } soniya qoldi
   *[other] taxminan { $minutes } daqiqa qoldi
}
video-cancelled = Buyurtma bekor qilindi. Hech narsa yechilmadi.
video-expired = Toʻlov vaqti tugadi, buyurtma yopildi. Istasangiz, yangisini boshlang.
video-failed-render = 😔 Videoni tayyorlay olmadik. Toʻlagan boʻlsangiz, pul qaytariladi. Yana bir bor urinib koʻring.
video-refused-by-artist = { $artist } bu tabrikni yozishga rozi boʻlmadi. Toʻlagan boʻlsangiz, pul qaytariladi.
video-refused-by-validator = Bu matnni ayta olmaymiz: { $reason }
video-released = ✅ Matn tasdiqlandi.
video-caption = 🌟 <b>{ $artist }</b> — { $recipient } uchun
    Sunʼiy intellekt yordamida, sanʼatkor roziligi bilan yaratilgan.
video-check-link = Haqiqiyligini tekshirish
video-share = Ulashish
video-again = Yana bitta tabrik
video-cancel = Bekor qilish
video-pay = Toʻlash ⭐ { $stars }
video-approval-ask = ✋ <b>Yangi tabrik tasdigʻingizni kutmoqda</b>
    { $recipient } uchun · { $occasion }
    «{ $text }»
video-approval-yes = Tasdiqlayman
video-approval-no = Rad etaman
video-review-ask = 🔎 <b>Tekshirish kerak</b> · { $artist }
    { $categories }
    Kimga: { $recipient }
    «{ $text }»
