# Choosing an artist.
greeting-card = 🌟 <b>{ $artist }</b>
    <i>{ $category }</i>

    { $about }

    Нархи: { $price }
    ⏱ { $seconds } сониягача · { $spoken }
greeting-card-approves = ✋ Ҳар бир видеони шахсан ўзи тасдиқлайди
greeting-speaks-uz = ўзбекча
greeting-speaks-ru = русча
greeting-speaks-en = инглизча
greeting-ask = 💌 Табрик буюртма қилиш
greeting-ask-of = 💌 { $artist }дан табрик
greeting-sample = ▶️ Намунани кўриш
greeting-sample-comes = Намуна юборилмоқда…
greeting-sample-caption = <b>{ $artist }</b> шундай табриклайди
greeting-no-sample = Бу санъаткорнинг намунаси ҳали тайёр эмас.
greeting-all = Барча юлдузлар
greeting-categories = Қайси йўналиш?
greeting-none-found = «{ $search }» деб ҳеч кимни тополмадим. Исмнинг бир қисмини ёзиб кўринг ёки рўйхатдан танланг.

# Putting it together.
greeting-back = ‹ Орқага
greeting-cancel = ✖️ Бекор қилиш
greeting-cancelled = Майли, бекор қилдик. Хоҳлаган вақтда қайтиб келинг!
greeting-occasion = <b>{ $artist }</b> нима билан табрикласин?
greeting-recipient = <b>{ $artist }</b> · { $occasion }

    Кимни табриклаймиз? Исмини ёки мурожаатни ёзинг: <i>Онажон</i>, <i>Малика опа</i>, <i>Сардор</i>.
greeting-keep-name = «{ $name }» қолсин ›
greeting-name-again = Исмни яна бир марта ёзинг, масалан: <i>Онажон</i>.
greeting-words = ✍️ <b>{ $artist }</b> → <b>{ $recipient }</b>
    Нима деймиз?
greeting-words-own = Шу сўзларни олинг ёки <b>ўзингизникини ёзиб юборинг</b> — { $seconds } сониягача, бу тахминан { $letters } та белги.
greeting-words-only-own = <b>Табрик сўзларини ёзиб юборинг</b> — { $seconds } сониягача, бу тахминан { $letters } та белги.
greeting-use = { $count ->
    [1] ✨ Шу сўзлар бўлсин
   *[other] ✨ { $number }-матн
}
greeting-copy = 📋 Нусха олиб, таҳрирлаш
greeting-keep-words = Ёзганим қолсин ›
greeting-hear = 🔊 «{ $name }» қандай жаранглайди?
greeting-hear-comes = Бир лаҳза, ёзиб оляпмиз…
greeting-hear-caption = «{ $name }» — { $artist } овозида
greeting-hear-file = Сизда овозли хабарлар ёпиқ, шунинг учун аудиофайл қилиб юбордик.
greeting-words-refused = 🙅 <b>Бу матнни айтиб бўлмайди</b>
greeting-words-again = Бироз ўзгартириб, қайтадан юборинг. Бошқа ҳамма нарса жойида.
greeting-prompt-gone = Бу матн ўзгарган. Рўйхатдан қайтадан танланг.
greeting-summary = <b>Ҳаммаси тўғрими?</b>

    🌟 { $artist }
    { $occasion } · <b>{ $recipient }</b> учун
    <blockquote>{ $words }</blockquote>
    ⏱ { $bar } { $seconds } / { $limit } сония
    Нархи: { $price }
greeting-will-review = 🔎 Бу сўзларни аввал ходимимиз ўқийди. Одатда бу бир неча дақиқа, тўлов эса ундан кейин.
greeting-order-review = 🔎 Текширувга юбориш
greeting-order-free = 🎬 Бепул буюртма қилиш
greeting-order-pay = Тўлаш { $price }
greeting-edit-words = ✏️ Матн
greeting-edit-name = ✏️ Исм
greeting-ordered-toast = Буюртма қабул қилинди!
greeting-ordered = ✅ <b>Буюртма № { $number }</b>
    <b>{ $recipient }</b> учун:
    <blockquote>{ $words }</blockquote>
greeting-already-ordered = Бу табрик аллақачон буюртма қилинган, иккинчиси керак эмас. Ҳолати: /orders
greeting-already-invoice = Буюртма қабул қилинган, ҳисоб шу чатда турибди. Фақат бир марта тўланади.

# Something else came where text is due.
greeting-text-please-occasion = Яхши! Лекин аввал байрамни тугмалардан танланг.
greeting-text-please-recipient = Буни ўқий олмайман. Табрикланувчининг исмини ҳарфлар билан ёзинг.
greeting-text-please-words = Буни овозга айлантириб бўлмайди. Табрик сўзларини матн қилиб ёзинг.
greeting-text-please-summary = Буни табрикка қўшиб бўлмайди. Матнни ўзгартириш учун янги сўзларни ёзинг ёки тугмани босинг.
