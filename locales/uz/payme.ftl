# What Payme, and through it a buyer, is told; and fiscal receipts.
payme-not-post = Soʻrov POST usulida yuborilishi kerak.
payme-bad-json = Soʻrovni JSON sifatida oʻqib boʻlmadi.
payme-bad-request = Soʻrovda majburiy maydon yoʻq yoki turi notoʻgʻri.
payme-no-method = Bunday usul yoʻq.
payme-not-allowed = Bu amal uchun huquq yetarli emas.
payme-broken = Bizda nosozlik yuz berdi. Birozdan keyin urinib koʻring.
payme-wrong-amount = Summa buyurtmaniki bilan bir xil emas.
payme-no-transaction = Bunday tranzaksiya topilmadi.
payme-delivered = Buyurtma toʻliq topshirilgan, uni bekor qilib boʻlmaydi.
payme-impossible = Bu amalni hozir bajarib boʻlmaydi.
payme-too-late = Toʻlov muddati tugagan. Sahifani qayta oching.
payme-no-order = Bunday raqamli buyurtma topilmadi. Raqamni tekshiring.
payme-no-receipt = Bunday chek topilmadi.
payme-bad-receipt = Chek maʼlumotlari notoʻgʻri.
payme-away = Payme hozircha ishlamayapti. Boshqa toʻlov usulini tanlang.
payme-refund-reason = Toʻlov bekor qilindi, pulingiz qaytarildi.
