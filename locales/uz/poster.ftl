# Posterda yoziladigan soʻzlar
poster-mark = Sunʼiy intellekt bilan yaratilgan · Stario
poster-origin = { $artist } oʻz qiyofasidan foydalanishga rozilik bergan. Posterni kim tasdiqlaganini kod orqali bilib oling.
poster-sample-name = Madina
poster-sample-words = Orzu qil, kuyla, dadil boʻl – sahna seni kutmoqda!
poster-line = Chin yurakdan
poster-line-quiz = { $percent }% oʻxshashlik
poster-line-video = Mening tabrigimdan bir lahza

# Dizayn va ranglar
poster-design-spotlight = Nur ostida
poster-design-riso = Quyosh
poster-design-bill = Afisha
poster-design-ikat = Abr
poster-about-spotlight = Qorongʻidan chiqib kelayotgan portret va yirik qiya harfli ism
poster-about-riso = Ikki boʻyoq, nuqtalar va quyosh – mualliflik bosmasidek
poster-about-bill = Eski kino afishasidek ulkan harflar va nurlar
poster-about-ikat = Abr mato hoshiyasidagi ravoqli oyna
poster-palette-midnight = Yarim tun
poster-palette-garnet = Yoqut
poster-palette-emerald = Zumrad
poster-palette-aubergine = Baqlajon
poster-palette-apricot = Oʻrik
poster-palette-lagoon = Laguna
poster-palette-pomegranate = Anor
poster-palette-saffron = Zaʼfaron
poster-palette-brick = Gʻisht
poster-palette-sky = Osmon
poster-palette-bone = Fil suyagi
poster-palette-bukhara = Buxoro
poster-palette-margilan = Margʻilon
poster-palette-khiva = Xiva

# Poster nega boʻlmaydi
poster-no-design = Bizda bunday dizayn yoʻq. Bulardan birini tanlang: { $designs }.
poster-no-palette = Bu dizaynda bunday rang yoʻq. Bulardan birini tanlang: { $palettes }.
poster-no-size = Bu oʻlchamda bosmaymiz. Bulardan birini tanlang: { $sizes }.
poster-no-colour = Bizda bunday rang yoʻq. Bulardan birini tanlang: { $colours }.
poster-no-source = Poster portret, oʻxshashlik testi yoki videodan yasaladi.
poster-no-video = Shu yulduzning sizga tayyorlangan tabrigini tanlang.
poster-no-moment = Videoning { $first } va { $last } soniyalari orasidagi lahzani tanlang.
poster-no-quiz = Bu test natijasi oʻchirilgan yoki unda bu yulduz yoʻq.
poster-name-long = Posterdagi ism { $limit } belgigacha boʻladi. Iltimos, qisqartiring.
poster-words-long = Matningiz { $length } belgi, posterga esa { $limit } belgi sigʻadi. Iltimos, qisqartiring.
poster-too-coarse = { $size } oʻlchamda rasm { $dpi } dpi bilan chiqadi, kamida { $least } kerak. Kichikroq oʻlcham yoki boshqa dizayn tanlang.
poster-undrawn = Poster hali chizilmadi. Birozdan keyin urinib koʻring.
poster-in-review = Posterdagi soʻzlarni xodimimiz oʻqiyapti. Bu uzoq davom etmaydi.
poster-refused = Posterdagi soʻzlarga ruxsat berilmadi: { $reason } Oʻzgartirib, qayta urinib koʻring.
poster-ordered = Bu poster buyurtmaga kirgan, uni oʻzgartirib boʻlmaydi. Yangisini yarating.
poster-failed-print = Bosma faylni tayyorlay olmadik.

# Tekshiruvdan keyin muxlisga
poster-told-approved = ✅ { $recipient } uchun posteringizdagi soʻzlar tasdiqlandi. Endi buyurtma berishingiz mumkin.
poster-told-refused = ✖️ { $recipient } uchun posteringizdagi soʻzlarga ruxsat berilmadi: { $reason }
    Oʻzgartiring, biz yana koʻrib chiqamiz.

# Xodimlar chati
poster-review-ask = 🖼 <b>Poster tekshiruv kutmoqda</b> · { $artist }
    { $categories }
    Ism: { $recipient }
    “{ $text }”

# Posterning ochiq sahifasi
poster-page-title = Stario’ning haqiqiy posteri
poster-page-words = Bu posterni Stario sunʼiy intellekt yordamida yaratilgan portret asosida tayyorlagan. Suvenirlar uchun rozilikni { $artist } bergan.
poster-page-approved = Soʻzlarni tasdiqlagan
poster-page-filter = Filtr, { $rules } qoidalari boʻyicha
poster-page-design = Dizayn
poster-page-print = Bosma fayl izi (SHA-256)
poster-page-unprinted = Hali bosilmagan
poster-page-private = Ism va soʻzlar bu yerda koʻrsatilmaydi: ular poster egasiga tegishli.
poster-page-check-words = Posterning PNG faylini tanlang. U qurilmangizda qoladi: faqat izi solishtiriladi.
poster-page-order = Oʻzingiznikini yarating
