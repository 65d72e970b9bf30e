# What a person has ordered.
orders-list = <b>Buyurtmalaringiz</b>
    Koʻrish uchun birini tanlang.
orders-none = Hali buyurtmangiz yoʻq. Birinchi tabrikni yuboramizmi?
orders-details = <b>№ { $number }</b> · { $date }
    🌟 { $artist } → <b>{ $recipient }</b>
    { $occasion }
    <blockquote>{ $words }</blockquote>
    Narxi: { $price }
    { $status }
orders-status-in-review = 🔎 Soʻzlar tekshirilmoqda
orders-status-awaiting-payment = 💳 Toʻlov kutilmoqda
orders-status-queued = ⏳ Navbatda
orders-status-rendering = 🎬 Tayyorlanmoqda
orders-status-awaiting-approval = ✋ Sanʼatkor tasdigʻini kutmoqda
orders-status-ready = 📤 Yuborilmoqda
orders-status-delivered = ✅ Yuborilgan
orders-status-refused = ✖️ Rad etilgan, toʻlov boʻlgan boʻlsa, qaytariladi
orders-status-failed = ✖️ Tayyorlab boʻlmadi, toʻlov boʻlgan boʻlsa, qaytariladi
orders-status-cancelled = ✖️ Bekor qilingan
orders-status-expired = ✖️ Toʻlov vaqti tugagan
orders-back = ‹ Buyurtmalar
orders-resend = ▶️ Videoni yuborish
orders-resend-comes = Yuboryapmiz…
orders-pay = Toʻlash { $price }
orders-cancel = ✖️ Bekor qilish
orders-cancelled = Buyurtma bekor qilindi.
orders-refresh = 🔄 Yangilash
orders-invoice-here = ☝️ Hisob shu yerda. Toʻlasangiz, darhol boshlaymiz.
orders-surplus = Bu toʻlov ortiqcha edi. ⭐ { $stars } bir necha daqiqada qaytadi.
