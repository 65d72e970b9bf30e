# Игра с лицом: на какую звезду похож человек.
lookalike-menu = 🎭 На какую звезду я похож?
lookalike-hello = 🎭 <b>На какую звезду вы похожи?</b>
    Пришлите селфи — ответ будет через мгновение. Сначала согласие:
lookalike-agree = ✅ Мне есть 16, я согласен(на)
lookalike-younger = Мне меньше 16
lookalike-no = Нет, спасибо
lookalike-declined = Хорошо, ничего не делаем. Передумаете — /quiz
lookalike-guardian = 👪 <b>Позовите маму, папу или опекуна.</b>
    Пусть взрослый прочтёт условия выше и, если согласен, напишет сюда своё имя и фамилию. Написанное имя и есть согласие.
lookalike-guardian-please = Пусть взрослый напишет своё имя буквами, например: <i>Малика Каримова</i>.
lookalike-send-photo = 📸 <b>Теперь пришлите селфи</b>
    Лицо прямо, света побольше, в кадре только вы. Фото удаляется через 3 секунды после ответа.
lookalike-looking = 🔎 Смотрю…
lookalike-photo-please = Здесь нужно фото: пришлите селфи или приложите файл с картинкой. Вернуться: /menu
lookalike-face-please = Нажмите одну из кнопок выше или пришлите другое фото.
lookalike-which-face = На фото { $count ->
        [one] { $count } лицо
        [few] { $count } лица
       *[many] { $count } лиц
    }. Какое из них ваше? Считайте слева:
lookalike-face = { $number }-е слева
lookalike-too-heavy = Файл слишком большой. Пришлите фото до { $megabytes } МБ.
lookalike-result = 🎭 <b>{ $percent } % — { $badge }</b>
    Больше всего вы похожи на звезду: <b>{ $artist }</b>!
lookalike-result-foot = <i>Это просто игра: сходство прикидывает искусственный интеллект. Фото исчезнет через 3 секунды.</i>
lookalike-share-button = 📤 Поделиться
lookalike-greeting = 💌 Поздравление: { $artist }
lookalike-remove = 🗑 Убрать моё фото из чата
lookalike-removed = Фото убрано из чата.
lookalike-remove-yourself = Telegram не дал удалить старое сообщение. Вы можете удалить его сами.
lookalike-receipt-button = 🧾 Как удалили моё фото
lookalike-receipt-soon = Фото удаляется через 3 секунды после ответа. Нажмите чуть позже.
lookalike-receipt = 🧾 <b>Фото удалено</b>
    Получено: { $received }
    Удалено: { $deleted } (через { $seconds } с после ответа)
    Отпечаток SHA-256 имени объекта:
    <code>{ $hash }</code>
lookalike-again = 🔁 Ещё раз
lookalike-try = 🎭 А на кого похож я?
lookalike-friend = Ваш друг похож на звезду: <b>{ $artist }</b>. А вы?
lookalike-out-of-the-blue = Красивое фото! Я его не разглядывал. Хотите узнать, на какую звезду вы похожи?
lookalike-gone = Этого результата больше нет.
lookalike-no-answer = У этой игры ещё нет ответа.
lookalike-withdraw = Отозвать согласие на игру с лицом
lookalike-withdraw-ask = Отозвать согласие на игру с лицом? Ваши результаты тоже исчезнут.
lookalike-withdraw-yes = Да, отозвать
lookalike-withdraw-no = Нет, оставить
lookalike-withdrawn = Согласие отозвано. Захотите снова — /quiz

# Карточка и как ею делиться.
lookalike-card-label = Моя звезда-двойник
lookalike-card-invitation = А на какую звезду похожи вы?
lookalike-card-mark = Игра · оценка ИИ
lookalike-share = Моя звезда-двойник — { $artist }, сходство { $percent } % 🎭 А у вас?
lookalike-share-title = { $artist } — { $percent } %

# Мини-приложение.
lookalike-app-title = Звезда-двойник
lookalike-app-heading = На какую звезду вы похожи?
lookalike-app-lede = Одно селфи — пять звёзд. Фото удаляется через 3 секунды после ответа.
lookalike-app-consent = Сначала согласие
lookalike-app-age = Возраст
lookalike-app-adult = Мне есть 16 лет
lookalike-app-younger = Мне меньше, взрослый рядом
lookalike-app-guardian = Имя и фамилия родителя или опекуна
lookalike-app-guardian-hint = Малика Каримова
lookalike-app-agree = Согласен(на)
lookalike-app-camera = Сделать селфи
lookalike-app-file = Выбрать фото
lookalike-app-safe = Фото идёт с телефона прямо в защищённое хранилище и удаляется. Его никто не увидит.
lookalike-app-withdraw = Отозвать согласие
lookalike-app-oval = Поместите лицо в овал
lookalike-app-shoot = Снять
lookalike-app-cancel = Отмена
lookalike-app-no-camera = Камера не открылась. Разрешите доступ или выберите фото из галереи.
lookalike-app-sending = Отправляю…
lookalike-app-looking = Смотрю…
lookalike-app-faces = Какое лицо ваше?
lookalike-app-faces-hint = На фото несколько лиц. Нажмите на своё.
lookalike-app-face = Лицо { $number }
lookalike-app-upload-failed = Фото не отправилось. Проверьте интернет и попробуйте ещё раз.
lookalike-app-result = Ваш результат
lookalike-app-most = Больше всего похоже на
lookalike-app-five = Пять самых близких звёзд
lookalike-app-fun = Это просто игра: сходство прикидывает искусственный интеллект.
lookalike-app-deleting = Фото удалится через { $seconds } с
lookalike-app-deleting-now = Удаляю фото…
lookalike-app-deleted = Фото удалено
lookalike-app-proof = Время удаления: { $time }. Отпечаток SHA-256 имени объекта:
lookalike-app-share = Отправить другу
lookalike-app-story = В историю
lookalike-app-link = Поделиться ссылкой
lookalike-app-save = Сохранить карточку
lookalike-app-card = Ваша карточка
lookalike-app-mine = Добавить на карточку моё фото
lookalike-app-mine-hint = Фото добавляется только на этом телефоне и нам не отправляется.
lookalike-app-greeting = Поздравление: { $artist }
lookalike-app-again = Ещё раз
lookalike-app-shared = Отправлено!

# Открытая страница результата.
lookalike-page-title = { $artist }: сходство { $percent } %
lookalike-page-words = У кого-то звезда-двойник — { $artist }, сходство { $percent } %. Теперь ваша очередь!
lookalike-page-private = На этой странице нет ничьих фото: снимок удалён через 3 секунды после ответа.
lookalike-page-try = Попробовать самому
