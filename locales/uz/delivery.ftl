# Buyurtma xabarlari.
order-news-paid = 💚 Rahmat! { $number }-sonli buyurtma toʻlandi: { $money }. Tayyorlashni boshladik, har bir qadamini yozib turamiz.
order-news-accepted = 💚 Rahmat! { $number }-sonli buyurtma qabul qilindi. Tayyorlashni boshladik, har bir qadamini yozib turamiz.
order-news-refunded = { $number }-sonli buyurtma puli sizga qaytdi: { $money }.
order-news-surplus = { $number }-sonli buyurtmaga ortiqcha toʻlov keldi; uni qaytarib yubordik.

# Posilka xabarlari.
order-news-parcel-new = 📦 { $number }-sonli buyurtma qadoqlandi va yetkazib berishga topshirilmoqda.
order-news-parcel-accepted-to-locker = 📦 { $number }-sonli buyurtma yoʻlga chiqdi: yetkazib berish xizmati uni qabul qildi ({ $place }).
order-news-parcel-in-depot = 🚚 { $number }-sonli buyurtma yetkazib berish omborida: { $place }.
order-news-parcel-final-destination = 📬 { $number }-sonli buyurtma yetib keldi: { $place }. U pochtamatda sizni kutmoqda.
order-news-parcel-pin = 🔑 Yacheyka PIN-kodi: <tg-spoiler>{ $pin }</tg-spoiler>
    Uni hech kimga koʻrsatmang: kodni bilgan odam posilkani olib keta oladi.
order-news-parcel-delivered = 🎉 { $number }-sonli buyurtma qoʻlingizda. Quvonch keltirsin!
order-news-parcel-handed-over = 🚚 { $number }-sonli buyurtma kuryerda, u sizga qoʻngʻiroq qiladi: { $place }.
order-news-parcel-ready = 🛍 { $number }-sonli buyurtma tayyor: { $place } manzilidan olib keting. Raqamni aytsangiz kifoya.
order-news-parcel-expired = ⌛ { $number }-sonli buyurtma oʻz vaqtida olinmadi va bizga qaytmoqda. Sizga yozamiz.
order-news-parcel-accepted-for-return = ↩️ Yetkazib berish xizmati { $number }-sonli buyurtmani sizdan qaytarib oldi. Uni kutyapmiz.
order-news-parcel-returned = ↩️ { $number }-sonli buyurtma bizga qaytib keldi. Xodimimiz sizga yozadi.
order-news-parcel-canceled = ✖️ { $number }-sonli buyurtmani yetkazib berish bekor qilindi.
order-news-parcel-missing = 🔎 Yetkazib berish xizmati { $number }-sonli buyurtma posilkasini bizdan topmadi. Aniqlayapmiz.
order-news-parcel-lost = 😔 Yetkazib berish xizmati { $number }-sonli buyurtma posilkasi yoʻqolganini aytdi. Shu bilan shugʻullanyapmiz va toʻgʻrilaymiz.
order-news-parcel-moved = 📦 { $number }-sonli buyurtma haqida yangilik bor: { $place }.
order-news-parcel-earlier = 🕓 Kechikib kelgan xabar, { $when }:
    { $words }

# Yetkazib berishni tanlash.
delivery-carrier-closed = Bu yetkazib berish usuli yopiq. Iltimos, boshqasini tanlang.
delivery-carrier-away = Yetkazib berish xizmati hozir javob bermayapti. Bir daqiqadan keyin urinib koʻring.
delivery-locker-gone = Bunday pochtamat yoʻq yoki hozir posilka qabul qilmayapti. Boshqasini tanlang.
delivery-place-unknown = Bu joyni bilmaymiz. Iltimos, roʻyxatdan tanlang.
delivery-phone-wrong = Yetkazib berish xizmati bu telefon raqamini qabul qilmadi. Davlat kodi bilan yozing.
delivery-too-big = Posilka pochtamatga sigʻmaydi. Iltimos, kuryerni tanlang.
delivery-refused = Yetkazib berish xizmati bu posilkani olmayapti ({ $code }).
delivery-too-late-to-stop = Posilka yoʻlga chiqib boʻlgan, uni bekor qilib boʻlmaydi.
delivery-no-label = Bu posilkaning yorligʻi yoʻq.
