# Matn yoki ism nega qabul qilinmagani: mehr bilan va yozgan odamning oʻz soʻzlari bilan
moderation-empty = Yulduz nima deyishini yozib yuboring.
moderation-no-words = Bu yerda hali soʻz yoʻq, faqat belgi yoki emoji bor. Bir jumla yozing, yulduz uni aytib beradi.
moderation-letters = Yulduz “{ $letters }” harflarini ayta olmaydi va yoza olmaydi. Iltimos, lotin yoki kirill harflarida yozing.
moderation-long = Matningizda { NUMBER($length) } ta belgi bor, koʻpi bilan { NUMBER($limit) } ta boʻlishi mumkin. Iltimos, qisqartiring.
moderation-slow = Bu matn taxminan { $seconds } soniya aytiladi, bu yulduz esa { $limit } soniyagacha yozadi. Iltimos, biroz qisqartiring.

moderation-insult = “{ $fragment }” odamni ranjitadi. Yulduzlar faqat yaxshi soʻz aytadi, boshqa soʻz tanlang.
moderation-hate = “{ $fragment }” odamlarni kamsitadi. Yulduzlar bunday gapirmaydi.
moderation-threat = “{ $fragment }” tahdidga oʻxshaydi. Tabrik hech kimni qoʻrqitmasligi kerak.
moderation-sexual = “{ $fragment }” tabrik uchun oʻrinsiz. Boshqacharoq ayting.
moderation-minors = “{ $fragment }” deb aytib boʻlmaydi: biz bolalarni asraymiz.
moderation-drugs = “{ $fragment }”: tabriklarda giyohvand moddalar haqida gapirilmaydi.
moderation-fraud = “{ $fragment }” pul yoki karta maʼlumotini soʻrashga oʻxshaydi. Tabrikda bunday qilib boʻlmaydi.
moderation-advertising = “{ $fragment }” reklamaga oʻxshaydi. Tabrik savdo uchun emas, inson uchun.
moderation-politics = “{ $fragment }” siyosatga kiradi. Yulduzlar tashviqot qilmaydi.
moderation-religion = “{ $fragment }” kimningdir eʼtiqodiga tegishi mumkin. Iltimos, olib tashlang.
moderation-self-harm = “{ $fragment }” bizni xavotirga soldi. Oʻzingizga yoki yaqiningizga hozir ogʻir boʻlsa, bugunoq ishongan odamingiz yoki shifokor bilan gaplashing. Siz yolgʻiz emassiz. Bu matnni yoza olmaymiz.
moderation-artist-voice = “{ $fragment }” yulduzning shaxsiy bayonotiga aylanadi. Uning nomidan bunday deya olmaymiz.

moderation-card = “{ $fragment }” karta raqamiga oʻxshaydi. Uni hech kimga yubormang va matndan olib tashlang.
moderation-phone = “{ $fragment }” telefon raqamiga oʻxshaydi. Olib tashlang: videoni koʻpchilik koʻradi.
moderation-document = “{ $fragment }” hujjat raqamiga oʻxshaydi. Iltimos, olib tashlang.
moderation-number = “{ $fragment }” juda uzun raqam. Iltimos, olib tashlang.
moderation-link = “{ $fragment }” havola ekan. Tabrik saytlarga yoʻnaltira olmaydi.
moderation-mail = “{ $fragment }” elektron pochta manzili ekan. Iltimos, olib tashlang.
moderation-nickname = “{ $fragment }” akkaunt nomi ekan. Yaxshisi, odamning ismini yozing.

moderation-review = “{ $fragment }” soʻzi sababli matnni avval xodimimiz oʻqib chiqadi. Bu uzoq davom etmaydi.
moderation-hidden = “{ $fragment }” ichida yashirilgan harflar bor, shuning uchun matnni avval xodimimiz oʻqib chiqadi.
moderation-topic-banned = Bu yulduz “{ $topic ->
    [politics] { topic-politics }
    [religion] { topic-religion }
    [religious_holiday] { topic-religious-holiday }
    [alcohol] { topic-alcohol }
    [betting] { topic-betting }
    [medicine] { topic-medicine }
    [money] { topic-money }
    [advertising] { topic-advertising }
    [romance] { topic-romance }
    [football] { topic-football }
    [humour] { topic-humour }
   *[other] { $topic }
  }” mavzusida gapirmaydi (sizda: “{ $fragment }”). Olib tashlang yoki boshqa yulduzni tanlang.
moderation-topic-sensitive = “{ $fragment }”: mavzu nozik, shuning uchun matnni avval xodimimiz oʻqib chiqadi.
moderation-topic-other = Bu yulduz boshqa mavzularda gapiradi, shuning uchun matnni avval xodimimiz oʻqib chiqadi.

moderation-name-empty = Kimni tabriklayotganingizni, ismini yozing.
moderation-name-long = Ismda { NUMBER($length) } ta belgi bor, koʻpi bilan { NUMBER($limit) } ta boʻlishi mumkin. Iltimos, qisqartiring.
moderation-name-letters = Yulduz ayta olishi uchun ismda harflar boʻlishi kerak.
moderation-name-digits = Yulduz ismni ovoz chiqarib aytadi: uni raqamsiz yozing.
moderation-name-signs = Ismdagi baʼzi belgilarni aytib boʻlmaydi. Faqat harflarni qoldiring.
moderation-name-strange = Yulduz “{ $letters }” harflarini ayta olmaydi va yoza olmaydi. Ismni lotin yoki kirill harflarida yozing.
moderation-name-link = “{ $fragment }” ismga oʻxshamaydi. Bu odamni qanday chaqirishingizni yozing.

# Xodimlar uchun toifa nomi
moderation-category = { $category ->
    [insult] haqorat
    [hate] adovat
    [threat] tahdid
    [sexual] behayo
    [minors] bolalar
    [drugs] giyohvandlik
    [fraud] pul soʻrash
    [advertising] reklama
    [politics] siyosat
    [religion] din
    [religious_holiday] diniy bayram
    [self_harm] oʻziga zarar
    [personal_data] shaxsiy maʼlumot
    [artist_voice] yulduz nomidan bayonot
    [letters] aytib boʻlmaydigan harflar
    [length] uzunlik
    [name] ism
    [topic] yulduz mavzularidan tashqari
   *[other] { $category }
  }
