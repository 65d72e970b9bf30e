# Choosing an artist.
greeting-card = 🌟 <b>{ $artist }</b>
    <i>{ $category }</i>

    { $about }

    Цена: { $price }
    ⏱ до { $seconds } секунд · { $spoken }
greeting-card-approves = ✋ Лично одобряет каждое видео
greeting-speaks-uz = узбекский
greeting-speaks-ru = русский
greeting-speaks-en = английский
greeting-ask = 💌 Заказать поздравление
greeting-ask-of = 💌 { $artist }: заказать
greeting-sample = ▶️ Посмотреть пример
greeting-sample-comes = Отправляем пример…
greeting-sample-caption = Так поздравляет <b>{ $artist }</b>
greeting-no-sample = У этого артиста примера пока нет.
greeting-all = Все звёзды
greeting-categories = Какой жанр?
greeting-none-found = По запросу «{ $search }» никого не нашлось. Попробуйте часть имени или выберите из списка.

# Putting it together.
greeting-back = ‹ Назад
greeting-cancel = ✖️ Отменить
greeting-cancelled = Хорошо, отменили. Возвращайтесь, когда захотите!
greeting-occasion = С чем поздравляет <b>{ $artist }</b>?
greeting-recipient = <b>{ $artist }</b> · { $occasion }

    Кого поздравляем? Напишите имя или обращение: <i>Мамочка</i>, <i>Малика-опа</i>, <i>Сардор</i>.
greeting-keep-name = Оставить «{ $name }» ›
greeting-name-again = Напишите имя ещё раз, например: <i>Мамочка</i>.
greeting-words = ✍️ <b>{ $artist }</b> → <b>{ $recipient }</b>
    Что скажем?
greeting-words-own = Возьмите эти слова или <b>пришлите свои</b> — до { $seconds } секунд, это примерно { $letters } знаков.
greeting-words-only-own = <b>Пришлите слова поздравления</b> — до { $seconds } секунд, это примерно { $letters } знаков.
greeting-use = { $count ->
    [1] ✨ Взять эти слова
   *[other] ✨ Текст { $number }
}
greeting-copy = 📋 Скопировать и поправить
greeting-keep-words = Оставить мои слова ›
greeting-hear = 🔊 Как прозвучит «{ $name }»?
greeting-hear-comes = Секунду, записываем…
greeting-hear-caption = «{ $name }» — голосом { $artist }
greeting-hear-file = Голосовые сообщения у вас закрыты, поэтому прислали аудиофайлом.
greeting-words-refused = 🙅 <b>Этот текст произнести нельзя</b>
greeting-words-again = Поправьте немного и пришлите снова. Всё остальное на месте.
greeting-prompt-gone = Этот текст изменился. Выберите из списка ещё раз.
greeting-summary = <b>Всё верно?</b>

    🌟 { $artist }
    { $occasion } · для: <b>{ $recipient }</b>
    <blockquote>{ $words }</blockquote>
    ⏱ { $bar } { $seconds } / { $limit } сек.
    Цена: { $price }
greeting-will-review = 🔎 Эти слова сначала прочтёт наш сотрудник. Обычно это несколько минут, а оплата — после.
greeting-order-review = 🔎 Отправить на проверку
greeting-order-free = 🎬 Заказать бесплатно
greeting-order-pay = Оплатить { $price }
greeting-edit-words = ✏️ Текст
greeting-edit-name = ✏️ Имя
greeting-ordered-toast = Заказ принят!
greeting-ordered = ✅ <b>Заказ № { $number }</b>
    Для: <b>{ $recipient }</b>
    <blockquote>{ $words }</blockquote>
greeting-already-ordered = Это поздравление уже заказано, второго не нужно. Как оно там: /orders
greeting-already-invoice = Заказ принят, счёт уже в этом чате. Платить нужно один раз.

# Something else came where text is due.
greeting-text-please-occasion = Спасибо! Но сначала выберите повод кнопкой.
greeting-text-please-recipient = Это я прочесть не могу. Напишите имя буквами.
greeting-text-please-words = Это не озвучить. Напишите слова поздравления текстом.
greeting-text-please-summary = Это к поздравлению не добавить. Чтобы изменить текст, пришлите новые слова или нажмите кнопку.
