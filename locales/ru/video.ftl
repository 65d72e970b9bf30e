# A greeting on its way: the status message, the delivery, and what can go wrong.
video-free = Бесплатно
video-head = <b>{ $artist }</b> · для: { $recipient }
video-stage-review = 🔎 Ваши слова читает наш сотрудник. Ответ появится здесь.
video-stage-payment = 💳 Ждём оплату: { $price }
video-stage-queue = { $place ->
    [0] ⏳ Вы следующие.
    [one] ⏳ Перед вами { $place } поздравление.
    [few] ⏳ Перед вами { $place } поздравления.
   *[many] ⏳ Перед вами { $place } поздравлений.
}
video-stage-voice = 🎙 Записываем голос
video-stage-video = 🎬 Готовим видео
video-stage-approval = ✋ Видео готово. Осталось, чтобы { $artist } его одобрил(а).
video-stage-sending = 📤 Отправляем
video-stage-sent = ✅ Готово! Видео ниже.
video-stage-sent-web = ✅ Готово!
video-eta = { $minutes ->
    [0] осталось около { $seconds } сек.
   *[other] осталось около { $minutes } мин.
}
video-cancelled = Заказ отменён. Деньги не списаны.
video-expired = Время оплаты вышло, заказ закрыт. Можно начать новый.
video-failed-render = 😔 Не получилось приготовить видео. Если вы платили, деньги вернутся. Попробуйте ещё раз.
video-refused-by-artist = { $artist }: это поздравление не одобрено. Если вы платили, деньги вернутся.
video-refused-by-validator = Этот текст произнести нельзя: { $reason }
video-released = ✅ Текст одобрен.
video-caption = 🌟 <b>{ $artist }</b> — для: { $recipient }
    Создано с помощью ИИ с согласия артиста.
video-check-link = Проверить подлинность
video-share = Поделиться
video-again = Ещё одно поздравление
video-cancel = Отменить
video-pay = Оплатить ⭐ { $stars }
video-approval-ask = ✋ <b>Новое поздравление ждёт вашего одобрения</b>
    Для: { $recipient } · { $occasion }
    «{ $text }»
video-approval-yes = Одобряю
video-approval-no = Отклоняю
video-review-ask = 🔎 <b>Нужна проверка</b> · { $artist }
    { $categories }
    Кому: { $recipient }
    «{ $text }»
