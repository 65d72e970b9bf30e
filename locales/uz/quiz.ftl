# Yuz kvizi: qaysi yulduzga oʻxshaysiz?
quiz-consent =
    Stario suratingizni sanʼatkorlarimiz yuzi bilan solishtirib, qaysi yulduzga oʻxshashingizni topadi – boshqa hech narsa uchun emas.
    Nimadan foydalanamiz: yuborgan suratingiz va undagi yuzdan hisoblangan sonlar. Sonlar umuman saqlanmaydi; surat javobdan 3 soniya keyin, har qanday holatda boshlaganingizdan 5 daqiqa oʻtib oʻchiriladi.
    Nima qoladi: natija va surat oʻchirilgani haqidagi tilxat. Suratingiz boshqa hech kimga berilmaydi. Bu oʻyin: unga qarab hech narsa hal qilinmaydi.
    Rozilikni istalgan payt qaytarib olishingiz mumkin: suratlar darhol oʻchadi, natijalar unutiladi.
    Rozi boʻlish bilan 16 yoshga toʻlganingizni yoki yoningizdagi ota-ona yoxud vasiy siz uchun rozi ekanini va surat oʻzingizniki ekanini tasdiqlaysiz.
quiz-consent-first = Avval suratingiz bilan nima boʻlishini oʻqing va rozilik bering.
quiz-guardian-name = Rozilik berayotgan ota-ona yoki vasiyning ismini yozing.
quiz-photo-count = Bittadan { $most } tagacha surat yuboring.
quiz-photo-type = Surat yuboring: JPEG, PNG, WebP yoki HEIC.
quiz-photo-unsaid = Suratning turi va hajmini ayting: content_type va content_length.
quiz-photo-empty = Fayl boʻsh. Suratni qaytadan yuboring.
quiz-photo-large = Surat juda katta: koʻpi bilan { $megabytes } MB boʻlsin.
quiz-photo-huge = Bu rasmda piksellar haddan ziyod koʻp. Kichraytirilgan nusxasini yuboring.
quiz-photo-small = Rasm juda kichik, yuz koʻrinmayapti. Kattarogʻini yuboring.
quiz-photo-animated = Bu rasm harakatlanadi. Oddiy surat yuboring.
quiz-photo-broken = Surat ochilmadi: fayl buzilgan. Boshqasini yuboring.
quiz-photo-dark = Juda qorongʻi, yuzingiz koʻrinmayapti. Yorugʻroq joyda urinib koʻring.
quiz-photo-blurred = Yuz juda xira chiqqan. Qimirlamay turib, yana urinib koʻring.
quiz-photo-indecent = Bu suratdan foydalana olmaymiz. Yuzingiz tushgan oddiy surat yuboring.
quiz-photos-differ = Suratlarda turli odamlarga oʻxshaydi. Bitta odamning suratlarini yuboring.
quiz-no-face = Suratda yuz topilmadi. Kameraga qarab, yana urinib koʻring.
quiz-face-small = Yuz juda kichik chiqqan. Kameraga yaqinroq keling.
quiz-face-cut = Suratga yuzingizning bir qismigina tushgan. Telefonni biroz uzoqroq tuting.
quiz-several-faces = { $count ->
    [one] Suratda { $count } ta yuz bor. Bu sizmisiz?
   *[other] Suratda { $count } ta yuz bor. Qaysi biri siz?
  }
quiz-not-found = Bunday kviz yoʻq.
quiz-not-uploaded = Surat hali kelmadi. Avval uni yuboring.
quiz-expired = Vaqt tugadi, surat oʻchirildi. Qaytadan boshlang.
quiz-no-artists = Yulduzlar hali tayyor emas. Bir daqiqadan soʻng urinib koʻring.
quiz-badge-distant-star = Olis yulduz
quiz-badge-passer-by = Qayerdadir koʻrganmiz
quiz-badge-acquaintance = Tanish chehra
quiz-badge-cousin = Uzoq qarindosh
quiz-badge-lookalike = Oʻxshash
quiz-badge-sibling = Aka-ukadek, opa-singildek
quiz-badge-twin = Egizak
