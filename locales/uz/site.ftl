# Ochiq sahifalar va xatolik boʻlganda API javoblari.
site-no-page = Bunday sahifa yoʻq.
site-wrong-method = Bu manzil bunday soʻrovni qabul qilmaydi.
site-too-large = Bitta soʻrov uchun bu juda koʻp.
site-bad-json = Bu toʻgʻri JSON emas.
site-not-json = Iltimos, JSON yuboring (Content-Type: application/json).
site-bad-fields = Iltimos, shu maydonlarni tekshiring: { $fields }.
site-sign-in = Iltimos, qaytadan kiring.
site-rate = Soʻrovlar juda koʻp. { $seconds } soniya kutib turing.
site-key-in-use = Xuddi shu soʻrovga hali javob berilyapti. Biroz kuting.
site-key-other-body = Bu Idempotency-Key boshqa soʻrovda ishlatilgan.
site-bad-key = Idempotency-Key 1 tadan 255 tagacha oddiy belgidan iborat boʻlsin.
site-occasion = Bunday munosabat yoʻq. Shulardan birini tanlang: { $occasions }.
site-foreign-origin = Soʻrov begona joydan keldi, shuning uchun rad etildi.
site-away = Xizmatimizning bir qismi nafas rostlayapti. Birozdan soʻng urinib koʻring.
