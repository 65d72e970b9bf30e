# Language and personal data.
settings-name = Oʻzbekcha
settings-hello = Assalomu alaykum! Bu — Stario: yulduzlardan ism aytilgan video tabriklar. ✨

    Tilni tanlang · Тилни танланг
    Выберите язык · Choose a language
settings-choose = Qaysi tilda gaplashamiz?
settings-chosen = Oʻzbekcha gaplashamiz!
settings-privacy = <b>Shaxsiy maʼlumotlar</b>
    <b>Nimani saqlaymiz:</b> Telegram raqamingiz va ismingiz, til, buyurtmalaringiz, tabrik matni va qabul qiluvchining ismi. Matn va ismlar shifrlangan holda saqlanadi.
    <b>Nima uchun:</b> faqat videoni tayyorlash, yetkazish va toʻlovni hisobga olish uchun. Hech kimga sotmaymiz.
    <b>Qancha:</b> siz oʻchirishni soʻraguningizcha. Toʻlov yozuvlari qonun talab qilgan muddatgacha, ismsiz qoladi.

    Oʻchirish tugmasi ismlar, matnlar va videolarni butunlay yoʻq qiladi.
settings-erase = Maʼlumotlarimni oʻchirish
settings-erase-ask = Rostdan ham oʻchiraymi? Buyurtmalar, matnlar va videolar yoʻqoladi, qaytarib boʻlmaydi. Toʻlanmagan buyurtmalar bekor qilinadi.
settings-erase-yes = Ha, hammasini oʻchiring
settings-erase-no = Yoʻq, qolsin
settings-erased = Hammasi oʻchirildi. Chatdagi xabarlarni oʻzingiz oʻchirishingiz mumkin. Qaytmoqchi boʻlsangiz: /start
settings-erase-contract = Hisobingiz shartnoma bilan bogʻliq, uni tugma bilan oʻchirib boʻlmaydi. Bizga yozing: /paysupport
settings-erase-later = Hozir sizga video yoki poster tayyorlanmoqda. Tayyor boʻlgach, qayta urinib koʻring.
settings-erase-parcel = Buyurtmangiz hali qoʻlingizga yetib bormagan. Uni olgach, qayta urinib koʻring yoki bizga yozing: /paysupport
settings-erase-money = Pulingiz hali qaytarilmoqda. Yetib borgach, qayta urinib koʻring yoki bizga yozing: /paysupport
