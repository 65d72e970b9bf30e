# Что написано на постере
poster-mark = Создано с помощью ИИ · Stario
poster-origin = Образ использован с согласия артиста: { $artist }. Кто одобрил постер – по коду.
poster-sample-name = Мадина
poster-sample-words = Мечтай, пой, дерзай – сцена ждёт тебя!
poster-line = От всего сердца
poster-line-quiz = Сходство { $percent } %
poster-line-video = Кадр из моего поздравления

# Дизайны и палитры
poster-design-spotlight = В луче света
poster-design-riso = Солнце
poster-design-bill = Афиша
poster-design-ikat = Икат
poster-about-spotlight = Портрет, выступающий из темноты, и ваше имя крупным курсивом
poster-about-riso = Две краски, точки и солнце – как авторская печать
poster-about-bill = Огромные буквы и лучи, как на старой киноафише
poster-about-ikat = Арка в рамке из тканого иката
poster-palette-midnight = Полночь
poster-palette-garnet = Гранат
poster-palette-emerald = Изумруд
poster-palette-aubergine = Баклажан
poster-palette-apricot = Абрикос
poster-palette-lagoon = Лагуна
poster-palette-pomegranate = Гранатовый сок
poster-palette-saffron = Шафран
poster-palette-brick = Кирпич
poster-palette-sky = Небо
poster-palette-bone = Слоновая кость
poster-palette-bukhara = Бухара
poster-palette-margilan = Маргилан
poster-palette-khiva = Хива

# Почему постер не получится
poster-no-design = Такого дизайна у нас нет. Выберите один из: { $designs }.
poster-no-palette = У этого дизайна нет такой палитры. Выберите одну из: { $palettes }.
poster-no-size = Такой размер мы не печатаем. Выберите один из: { $sizes }.
poster-no-colour = Такого цвета у нас нет. Выберите один из: { $colours }.
poster-no-source = Постер делается из портрета, теста или видео.
poster-no-video = Выберите своё готовое поздравление от этого артиста.
poster-no-moment = Выберите момент видео от { $first } до { $last } с.
poster-no-quiz = Этого результата теста уже нет, или этого артиста в нём не было.
poster-name-long = Имя на постере – до { $limit } знаков. Пожалуйста, сократите его.
poster-words-long = В ваших словах { $length } знаков, а на постер помещается { $limit }. Пожалуйста, сократите их.
poster-too-coarse = В размере { $size } картинка напечатается с { $dpi } dpi, а нужно не меньше { $least }. Выберите размер поменьше или другой дизайн.
poster-undrawn = Постер ещё не нарисован. Попробуйте через минуту.
poster-in-review = Слова на этом постере ещё читает наш сотрудник. Это недолго.
poster-refused = Слова на этом постере не разрешили: { $reason } Измените их и попробуйте снова.
poster-ordered = Этот постер уже в заказе, изменить его нельзя. Создайте новый.
poster-failed-print = Не получилось подготовить файл для печати.

# Фанату после проверки
poster-told-approved = ✅ Слова на вашем постере ({ $recipient }) одобрены. Его можно заказать.
poster-told-refused = ✖️ Слова на вашем постере ({ $recipient }) не разрешили: { $reason }
    Измените их, и мы посмотрим снова.

# Чат сотрудников
poster-review-ask = 🖼 <b>Постер ждёт проверки</b> · { $artist }
    { $categories }
    Имя: { $recipient }
    «{ $text }»

# Публичная страница постера
poster-page-title = Подлинный постер Stario
poster-page-words = Этот постер Stario составил вокруг портрета, созданного с помощью ИИ. Согласие на сувениры дал артист: { $artist }.
poster-page-approved = Слова одобрил
poster-page-filter = Фильтр по правилам { $rules }
poster-page-design = Дизайн
poster-page-print = Отпечаток файла для печати (SHA-256)
poster-page-unprinted = Ещё не напечатан
poster-page-private = Имя и слова здесь не показаны: они принадлежат тому, у кого постер на стене.
poster-page-check-words = Выберите PNG-файл постера. Он останется на вашем устройстве: сравнивается только отпечаток.
poster-page-order = Сделать свой
