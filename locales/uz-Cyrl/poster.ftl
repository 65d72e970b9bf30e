# Постерда ёзиладиган сўзлар
poster-mark = Сунъий интеллект билан яратилган · Stario
poster-origin = { $artist } ўз қиёфасидан фойдаланишга розилик берган. Постерни ким тасдиқлаганини код орқали билиб олинг.
poster-sample-name = Мадина
poster-sample-words = Орзу қил, куйла, дадил бўл – саҳна сени кутмоқда!
poster-line = Чин юракдан
poster-line-quiz = { $percent }% ўхшашлик
poster-line-video = Менинг табригимдан бир лаҳза

# Дизайн ва ранглар
poster-design-spotlight = Нур остида
poster-design-riso = Қуёш
poster-design-bill = Афиша
poster-design-ikat = Абр
poster-about-spotlight = Қоронғидан чиқиб келаётган портрет ва йирик қия ҳарфли исм
poster-about-riso = Икки бўёқ, нуқталар ва қуёш – муаллифлик босмасидек
poster-about-bill = Эски кино афишасидек улкан ҳарфлар ва нурлар
poster-about-ikat = Абр мато ҳошиясидаги равоқли ойна
poster-palette-midnight = Ярим тун
poster-palette-garnet = Ёқут
poster-palette-emerald = Зумрад
poster-palette-aubergine = Бақлажон
poster-palette-apricot = Ўрик
poster-palette-lagoon = Лагуна
poster-palette-pomegranate = Анор
poster-palette-saffron = Заъфарон
poster-palette-brick = Ғишт
poster-palette-sky = Осмон
poster-palette-bone = Фил суяги
poster-palette-bukhara = Бухоро
poster-palette-margilan = Марғилон
poster-palette-khiva = Хива

# Постер нега бўлмайди
poster-no-design = Бизда бундай дизайн йўқ. Булардан бирини танланг: { $designs }.
poster-no-palette = Бу дизайнда бундай ранг йўқ. Булардан бирини танланг: { $palettes }.
poster-no-size = Бу ўлчамда босмаймиз. Булардан бирини танланг: { $sizes }.
poster-no-colour = Бизда бундай ранг йўқ. Булардан бирини танланг: { $colours }.
poster-no-source = Постер портрет, ўхшашлик тести ёки видеодан ясалади.
poster-no-video = Шу юлдузнинг сизга тайёрланган табригини танланг.
poster-no-moment = Видеонинг { $first } ва { $last } сониялари орасидаги лаҳзани танланг.
poster-no-quiz = Бу тест натижаси ўчирилган ёки унда бу юлдуз йўқ.
poster-name-long = Постердаги исм { $limit } белгигача бўлади. Илтимос, қисқартиринг.
poster-words-long = Матнингиз { $length } белги, постерга эса { $limit } белги сиғади. Илтимос, қисқартиринг.
poster-too-coarse = { $size } ўлчамда расм { $dpi } dpi билан чиқади, камида { $least } керак. Кичикроқ ўлчам ёки бошқа дизайн танланг.
poster-undrawn = Постер ҳали чизилмади. Бироздан кейин уриниб кўринг.
poster-in-review = Постердаги сўзларни ходимимиз ўқияпти. Бу узоқ давом этмайди.
poster-refused = Постердаги сўзларга рухсат берилмади: { $reason } Ўзгартириб, қайта уриниб кўринг.
poster-ordered = Бу постер буюртмага кирган, уни ўзгартириб бўлмайди. Янгисини яратинг.
poster-failed-print = Босма файлни тайёрлай олмадик.

# Текширувдан кейин мухлисга
poster-told-approved = ✅ { $recipient } учун постерингиздаги сўзлар тасдиқланди. Энди буюртма беришингиз мумкин.
poster-told-refused = ✖️ { $recipient } учун постерингиздаги сўзларга рухсат берилмади: { $reason }
    Ўзгартиринг, биз яна кўриб чиқамиз.

# Ходимлар чати
poster-review-ask = 🖼 <b>Постер текширув кутмоқда</b> · { $artist }
    { $categories }
    Исм: { $recipient }
    “{ $text }”

# Постернинг очиқ саҳифаси
poster-page-title = Stario’нинг ҳақиқий постери
poster-page-words = Бу постерни Stario сунъий интеллект ёрдамида яратилган портрет асосида тайёрлаган. Сувенирлар учун розиликни { $artist } берган.
poster-page-approved = Сўзларни тасдиқлаган
poster-page-filter = Фильтр, { $rules } қоидалари бўйича
poster-page-design = Дизайн
poster-page-print = Босма файл изи (SHA-256)
poster-page-unprinted = Ҳали босилмаган
poster-page-private = Исм ва сўзлар бу ерда кўрсатилмайди: улар постер эгасига тегишли.
poster-page-check-words = Постернинг PNG файлини танланг. У қурилмангизда қолади: фақат изи солиштирилади.
poster-page-order = Ўзингизникини яратинг
