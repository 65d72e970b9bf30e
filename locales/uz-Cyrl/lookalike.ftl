# Юз ўйини: одам қайси юлдузга ўхшайди.
lookalike-menu = 🎭 Қайси юлдузга ўхшайман?
lookalike-hello = 🎭 <b>Қайси юлдузга ўхшайсиз?</b>
    Селфи юборасиз — бир лаҳзада жавоб оласиз. Аввал розилик:
lookalike-agree = ✅ 16 ёшга тўлганман ва розиман
lookalike-younger = Ёшим кичикроқ
lookalike-no = Йўқ, раҳмат
lookalike-declined = Майли, ҳеч нарса қилмаймиз. Фикрингиз ўзгарса: /quiz
lookalike-guardian = 👪 <b>Ота-онангиз ёки васийингизни чақиринг.</b>
    У юқоридаги шартларни ўқиб, рози бўлса, ўз исм-фамилиясини шу ерга ёзсин. Ёзилган исм розилик ҳисобланади.
lookalike-guardian-please = Ота-онангиз ёки васийингиз исмини ҳарфлар билан ёзсин, масалан: <i>Малика Каримова</i>.
lookalike-send-photo = 📸 <b>Энди селфи юборинг</b>
    Юз тўғри ва ёруғда турсин, кадрда бир ўзингиз бўлинг. Сурат жавобдан 3 сония кейин ўчирилади.
lookalike-looking = 🔎 Қараяпман…
lookalike-photo-please = Бу ерда сурат керак: селфи юборинг ёки расм файлини бириктиринг. Ортга: /menu
lookalike-face-please = Юқоридаги тугмалардан бирини босинг ёки бошқа сурат юборинг.
lookalike-which-face = Суратда { $count } та юз бор. Қайси бири сизсиз? Чапдан сананг:
lookalike-face = Чапдан { $number }-юз
lookalike-too-heavy = Бу файл жуда катта. { $megabytes } МБ гача сурат юборинг.
lookalike-result = 🎭 <b>{ $percent } % — { $badge }</b>
    Сиз энг кўп <b>{ $artist }</b>га ўхшайсиз!
lookalike-result-foot = <i>Бу шунчаки ўйин: ўхшашликни сунъий интеллект чамалайди. Сурат 3 сонияда ўчади.</i>
lookalike-share-button = 📤 Улашиш
lookalike-greeting = 💌 { $artist }дан табрик
lookalike-remove = 🗑 Суратимни чатдан ўчириш
lookalike-removed = Сурат чатдан ўчирилди.
lookalike-remove-yourself = Telegram эски хабарни ўчиришга рухсат бермади. Уни ўзингиз ўчира оласиз.
lookalike-receipt-button = 🧾 Сурат қандай ўчирилди
lookalike-receipt-soon = Сурат жавобдан 3 сония кейин ўчирилади. Бироздан сўнг яна босинг.
lookalike-receipt = 🧾 <b>Сурат ўчирилди</b>
    Қабул қилинди: { $received }
    Ўчирилди: { $deleted } (жавобдан { $seconds } с кейин)
    Объект номининг SHA-256 изи:
    <code>{ $hash }</code>
lookalike-again = 🔁 Яна бир бор
lookalike-try = 🎭 Мен кимга ўхшайман?
lookalike-friend = Дўстингиз <b>{ $artist }</b>га ўхшар экан. Сиз-чи?
lookalike-out-of-the-blue = Чиройли сурат! Уни текширмадим. Қайси юлдузга ўхшашингизни билмоқчимисиз?
lookalike-gone = Бу натижа энди мавжуд эмас.
lookalike-no-answer = Бу ўйиннинг ҳали жавоби йўқ.
lookalike-withdraw = Юз ўйини розилигини қайтариб олиш
lookalike-withdraw-ask = Юз ўйинига берилган розиликни қайтариб оласизми? Натижаларингиз ҳам ўчади.
lookalike-withdraw-yes = Ҳа, қайтариб оламан
lookalike-withdraw-no = Йўқ, қолсин
lookalike-withdrawn = Розилик қайтариб олинди. Хоҳласангиз, исталган пайт қайта бошлайсиз: /quiz

# Карточка ва улашиш.
lookalike-card-label = Менинг юлдуз қиёфадошим
lookalike-card-invitation = Сиз қайси юлдузга ўхшайсиз?
lookalike-card-mark = Ўйин · сунъий интеллект баҳоси
lookalike-share = Мен { $artist }га { $percent } % ўхшар эканман 🎭 Сиз-чи?
lookalike-share-title = { $artist } — { $percent } %

# Мини илова.
lookalike-app-title = Юлдуз қиёфадош
lookalike-app-heading = Қайси юлдузга ўхшайсиз?
lookalike-app-lede = Битта селфи — бешта юлдуз. Сурат жавобдан 3 сония кейин ўчади.
lookalike-app-consent = Аввал розилик
lookalike-app-age = Ёшингиз
lookalike-app-adult = 16 ёшга тўлганман
lookalike-app-younger = Ёшим кичикроқ, ота-онам ёнимда
lookalike-app-guardian = Ота-она ёки васийнинг исм-фамилияси
lookalike-app-guardian-hint = Малика Каримова
lookalike-app-agree = Розиман
lookalike-app-camera = Селфи олиш
lookalike-app-file = Сурат танлаш
lookalike-app-safe = Сурат телефондан тўғри ҳимояланган омборга боради ва ўчади. Уни ҳеч ким кўрмайди.
lookalike-app-withdraw = Розиликни қайтариб олиш
lookalike-app-oval = Юзингизни овал ичига жойланг
lookalike-app-shoot = Суратга олиш
lookalike-app-cancel = Бекор қилиш
lookalike-app-no-camera = Камера очилмади. Рухсат беринг ёки суратни галереядан танланг.
lookalike-app-sending = Юбориляпти…
lookalike-app-looking = Қараяпман…
lookalike-app-faces = Қайси бири сизсиз?
lookalike-app-faces-hint = Суратда бир нечта юз бор. Ўзингизникини босинг.
lookalike-app-face = { $number }-юз
lookalike-app-upload-failed = Сурат юборилмади. Интернетни текшириб, қайта урининг.
lookalike-app-result = Натижангиз
lookalike-app-most = Энг кўп ўхшаганингиз
lookalike-app-five = Бешта энг яқин юлдуз
lookalike-app-fun = Бу шунчаки ўйин: ўхшашликни сунъий интеллект чамалайди.
lookalike-app-deleting = Сурат { $seconds } сониядан кейин ўчади
lookalike-app-deleting-now = Сурат ўчириляпти…
lookalike-app-deleted = Сурат ўчирилди
lookalike-app-proof = Ўчириш вақти { $time }. Объект номининг SHA-256 изи:
lookalike-app-share = Дўстга юбориш
lookalike-app-story = Ҳикояга қўйиш
lookalike-app-link = Ҳаволани улашиш
lookalike-app-save = Карточкани сақлаш
lookalike-app-card = Карточкангиз
lookalike-app-mine = Карточкага суратимни ҳам қўшиш
lookalike-app-mine-hint = Сурат фақат шу телефонда қўшилади, бизга юборилмайди.
lookalike-app-greeting = { $artist }дан табрик
lookalike-app-again = Яна бир бор
lookalike-app-shared = Юборилди!

# Натижанинг очиқ саҳифаси.
lookalike-page-title = { $artist }га { $percent } % ўхшаш
lookalike-page-words = Кимдир юз ўйинида { $artist }га { $percent } % ўхшаш чиқди. Энди сизнинг навбатингиз!
lookalike-page-private = Бу саҳифада ҳеч кимнинг сурати йўқ: у жавобдан 3 сония кейин ўчирилган.
lookalike-page-try = Ўзимни синаб кўраман
