# The main menu and the pages every bot owes its people.
menu-welcome = Salom, { $name }! 👋
    Bu yerda yulduzlar yaqinlaringizni ismini aytib, videoda tabriklaydi.

    Sanʼatkorni tanlang yoki ismini shunchaki yozib yuboring.
menu-figures = 🎤 <b>{ $artist }</b>
    Narx: { $price } · Yuborilgan videolar: { $made }
    Tasdigʻingizni kutayotgani: { $waiting }
menu-home = 🏠 Menyu
menu-catalogue = 🌟 Tabrik buyurtma qilish
menu-orders = 🎬 Buyurtmalarim
menu-categories = Yoʻnalishlar
menu-language = 🌐 Til
menu-help = Yordam
menu-app = Ilovani ochish
menu-app-button = Stario
menu-page-help = <b>Bu qanday ishlaydi</b>
    1. /greeting — sanʼatkorni tanlaysiz.
    2. Bayramni, kimga ekanini va nima deyilishini aytasiz. Tayyor matn ham bor.
    3. Ism qanday aytilishini toʻlashdan oldin eshitib olasiz.
    4. Bir-ikki daqiqada video shu chatga keladi.

    /orders — buyurtmalaringiz va tayyor videolar
    /language — til
    /verify — tabrikning haqiqiyligini tekshirish
    /paysupport — toʻlov boʻyicha yordam
    /privacy — shaxsiy maʼlumotlar
    /terms — shartlar
menu-page-terms = <b>Foydalanish shartlari</b>
    • Videolarni sunʼiy intellekt sanʼatkor roziligi bilan yaratadi. Har birida belgi va tekshirish sahifasi bor.
    • Haqorat, siyosat, reklama, vaʼda va birovning shaxsiy maʼlumotlari aytilmaydi. Shubhali matnni xodimimiz oʻqiydi.
    • Video shaxsiy tabrik uchun. Uni reklamada ishlatib yoki birovni aldab boʻlmaydi.
    • Video tayyor boʻlmasa yoki sanʼatkor rad etsa, toʻlangan yulduzchalar toʻliq qaytariladi.
menu-page-paysupport = <b>Toʻlov boʻyicha yordam</b>
    Toʻlov Telegram yulduzchalarida (⭐) olinadi. Video chiqmasa, pul oʻzi qaytadi, hech narsa qilish shart emas.

    Biror narsa notoʻgʻri boʻlsa, xodimimizga yozing va buyurtma raqamini ayting: u /orders ichida. Telegramʼning oʻzi bu xaridlar boʻyicha yordam bermaydi.
menu-support-write = ✍️ Xodimga yozish
menu-support-ask = Nima boʻldi? Yozing yoki rasm, video, fayl, ovozli xabar yuboring, buyurtma raqamini ham qoʻshing. Javob shu yerga keladi.
menu-support-sent = Xabaringiz xodimimizga yetdi. Javobini shu yerga yozamiz.
menu-support-closed = Hozir xodimlarimizga xabar yetkaza olmadik. Birozdan soʻng qayta urinib koʻring.
menu-support-not-carried = Bunday xabarni xodimlarimizga yetkaza olmaymiz. Matn, rasm, video, fayl, ovozli yoki dumaloq video xabar yuboring.
menu-support-answer = 💬 <b>Xodimimizning javobi</b>
    { $words }
menu-page = Bu tabrikning sahifasi: uni kim tasdiqlagani va qanday yaratilgani shu yerda.
menu-open-page = Sahifani ochish
menu-catalogue-empty = Hozircha bu yerda hech kim yoʻq. Boshqa yoʻnalishni koʻring.
menu-old-button = Bu eski tugma: u boshqa, avvalgi suhbatdan. Hech narsa oʻzgarmadi.
menu-old-button-now = Mana, hozirgi menyu. Boshlagan ishingiz boʻlsa, qaytadan boshlash bir daqiqa oladi.
menu-unknown-command = Bunday buyruqni bilmayman. Menyudan tanlang.
menu-lost = Kechirasiz, suhbatimiz ipini yoʻqotdim. Keling, qaytadan boshlaymiz.
menu-step-words = Bu qadamda yozilgan soʻz kerak. Boshlagan ishingiz joyida turibdi: javobni matn qilib yozing.
menu-step-tap = Bu qadamda yuqoridagi tugmalardan birini bosish kerak. Boshlagan ishingiz joyida turibdi.
menu-only-words = Chiroyli! Lekin men hozircha faqat yozilgan soʻzlarni tushunaman. Sanʼatkor ismini yozing yoki menyudan tanlang.
menu-verify = Tabrikning kodini yoki havolasini yuboring: u videoning sahifasida yozilgan.
menu-verify-unknown = «{ $code }» kodli tabrik bizda yoʻq. Kodni qayta tekshiring; u bizniki boʻlmasa, ehtiyot boʻling.
menu-verify-real = ✅ <b>Haqiqiy tabrik</b>
    Sanʼatkor: { $artist }
    Tasdiqlagan: { $approved }
    Sana: { $date }
    Kod: <code>{ $code }</code>

    Video sunʼiy intellekt yordamida yaratilgan.
menu-inline-open = Stario’ni ochish
menu-inline-card = 🌟 <b>{ $artist }</b> · { $category }
    { $about }

    Video tabrik: { $price }
menu-inline-own = Men ham tabrik yubormoqchiman
menu-command-start = Boshlash
menu-command-greeting = Yulduzdan tabrik buyurtma qilish
menu-command-quiz = Qaysi yulduzga oʻxshaysiz?
menu-command-shop = Doʻkon: futbolka, poster, krujka
menu-command-orders = Buyurtmalarim
menu-command-language = Tilni oʻzgartirish
menu-command-help = Yordam
menu-command-verify = Tabrikni tekshirish
menu-command-privacy = Shaxsiy maʼlumotlar
menu-command-terms = Shartlar
menu-command-paysupport = Toʻlov boʻyicha yordam
menu-description = Yulduzlar yaqinlaringizni ismini aytib, videoda tabriklaydi. Sanʼatkorni tanlang, bir-ikki soʻz yozing — video shu chatga keladi. Videolar sunʼiy intellekt yordamida, sanʼatkorlar roziligi bilan yaratiladi.
menu-short-description = Yulduzlardan ism aytilgan video tabriklar.
