# Xodimlar buyurtmalar bilan nima qiladi va toʻlov sahifasida nima yoziladi.
ops-line-delivery = Yetkazib berish
ops-line-order = { $number }-sonli buyurtma
ops-rail-away = Bu toʻlov usuli hozir javob bermayapti. Bir daqiqadan keyin urinib koʻring yoki boshqasini tanlang.
ops-rail-closed = Bu toʻlov usuli yopiq. Iltimos, boshqasini tanlang.
ops-refund-at-provider = Pulingizni qaytardik.
ops-alert-stripe-amount = ⚠️ Stripe { $number }-sonli buyurtma narxidan boshqa summa oldi (sessiya { $session }). Iltimos, tekshiring.
ops-alert-stripe-refund = ⚠️ Stripe’da { $number }-sonli buyurtma boʻyicha hisobimizga tushmaydigan qaytarish bor ({ $refund }). Iltimos, tekshiring.
