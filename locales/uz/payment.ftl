# Paying.
payment-invoice-title = Video tabrik
payment-invoice-description = { $artist } { $recipient } uchun video tabrik aytadi. Buyurtma № { $number }
payment-invoice-line = Video tabrik
payment-no-order = Bunday buyurtma yoʻq.
payment-other-owner = Bu buyurtma boshqa kishiniki.
payment-already-paid = Bu buyurtma allaqachon toʻlangan.
payment-order-closed = Bu buyurtma yopilgan. Yangisini boshlang.
payment-wrong-amount = Summa buyurtmaga mos emas. Hisobni qaytadan oching.
payment-refund-surplus = Bu buyurtma uchun ortiqcha toʻlov keldi, uni qaytardik: ⭐ { $stars }.
payment-refunded = Pul qaytarildi: ⭐ { $stars }.
payment-attempt-active = Bu buyurtma boshqa sahifada toʻlanmoqda. Avval oʻshani tugating yoki yoping.
payment-refund-too-much = Toʻlanganidan koʻp pul qaytarib boʻlmaydi.
