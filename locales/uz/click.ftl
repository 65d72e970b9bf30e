# Payments through Click.
click-alert-contradiction = ⚠️ Click tasdiqlangan toʻlovni bekor qildi (kod { $code }): tranzaksiya { $transaction }, buyurtma № { $number }. Click kabinetida tekshiring.
click-away = Click hozir javob bermayapti. Birozdan keyin urinib koʻring.
click-refund-reason = Toʻlov Click orqali qaytarildi.
click-alert-fiscal = ⚠️ № { $number } buyurtma cheki Click orqali yuborilmadi: { $why }
