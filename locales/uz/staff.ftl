# The artist's tap under a clip.
staff-clip-thanks = Rahmat! Video muxlisga ketdi.
staff-clip-sorry = Tushunarli, yubormaymiz. Muxlisga aytamiz va pulini qaytaramiz.
staff-clip-approved = ✅ Tasdiqladingiz
staff-clip-refused = ✖️ Rad etdingiz
staff-clip-closed = Bu video boʻyicha qaror qilingan

# Words that wait for a validator.
staff-review-yes = Mumkin
staff-review-no = Rad etish
staff-pick-rude = Qoʻpol yoki haqoratli
staff-pick-personal = Shaxsiy maʼlumot bor
staff-pick-promise = Sanʼatkor nomidan vaʼda yoki reklama
staff-pick-offtopic = Bu sanʼatkor gapirmaydigan mavzu
staff-pick-own = ✍️ Oʻz sababimni yozaman
staff-pick-back = ‹ Orqaga
staff-reason-rude = matn kimnidir xafa qilishi mumkin. Mehribonroq soʻzlar bilan yozib koʻring.
staff-reason-personal = unda birovning shaxsiy maʼlumoti bor. Telefon, manzil va shunga oʻxshash narsalarsiz yozing.
staff-reason-promise = sanʼatkor nomidan vaʼda yoki reklama aytilmaydi. Oddiy tabrik yozing.
staff-reason-offtopic = bu sanʼatkor bunday mavzuda gapirmaydi. Boshqacha yozing yoki boshqa sanʼatkorni tanlang.
staff-reason-hint = Sabab: uni muxlis oʻqiydi
staff-ask-reason = { $who }, rad etish sababini shu xabarga javob qilib yozing. Uni muxlis oʻqiydi.
staff-toast-approved = Ruxsat berildi.
staff-toast-refused = Rad etildi, muxlisga sababi aytiladi.
staff-approved = ✅ Ruxsat berdi: <b>{ $who }</b>
staff-refused = ✖️ Rad etdi: <b>{ $who }</b>

# People who ask for help.
staff-support-card = 🆘 <b>{ $who }</b> yozdi · #u{ $id }
    { $words }

    <i>Javob berish uchun shu xabarga javob (Reply) yozing.</i>
staff-support-sent = Javob yuborildi.
staff-support-lost = Javob yetib bormadi: bu odam botni toʻxtatgan yoki maʼlumotlarini oʻchirgan.
staff-support-below = 👇 Xabar pastda.
staff-support-no-voice = Javob yetib bormadi: bu odam ovozli va dumaloq video xabarlarni qabul qilmaydi. Yozib yuboring yoki fayl qilib joʻnating.
staff-support-not-carried = Javob yetib bormadi: bunday xabarni yetkazib boʻlmaydi. Matn, rasm, video, fayl yoki ovozli xabar yuboring.
staff-support-later = Javob hozir yetib bormadi. Bir ozdan soʻng yana yuboring.
