# The artist's tap under a clip.
staff-clip-thanks = Спасибо! Видео уже летит к фанату.
staff-clip-sorry = Понятно, не отправляем. Фанату скажем и деньги вернём.
staff-clip-approved = ✅ Вы одобрили
staff-clip-refused = ✖️ Вы отклонили
staff-clip-closed = По этому видео уже решено

# Words that wait for a validator.
staff-review-yes = Можно
staff-review-no = Отклонить
staff-pick-rude = Грубо или обидно
staff-pick-personal = Есть личные данные
staff-pick-promise = Обещание или реклама от лица артиста
staff-pick-offtopic = Тема, о которой артист не говорит
staff-pick-own = ✍️ Напишу свою причину
staff-pick-back = ‹ Назад
staff-reason-rude = эти слова могут кого-то обидеть. Попробуйте сказать теплее.
staff-reason-personal = в тексте есть чьи-то личные данные. Напишите без телефонов, адресов и подобного.
staff-reason-promise = обещаний и рекламы от лица артиста мы не произносим. Напишите просто поздравление.
staff-reason-offtopic = на эту тему артист не говорит. Напишите иначе или выберите другого артиста.
staff-reason-hint = Причина: её прочтёт фанат
staff-ask-reason = { $who }, напишите причину отказа ответом на это сообщение. Её прочтёт фанат.
staff-toast-approved = Разрешено.
staff-toast-refused = Отклонено, фанат узнает причину.
staff-approved = ✅ Разрешено: <b>{ $who }</b>
staff-refused = ✖️ Отклонено: <b>{ $who }</b>

# People who ask for help.
staff-support-card = 🆘 Пишет <b>{ $who }</b> · #u{ $id }
    { $words }

    <i>Чтобы ответить человеку, ответьте (Reply) на это сообщение.</i>
staff-support-sent = Ответ отправлен.
staff-support-lost = Ответ не дошёл: человек остановил бота или удалил свои данные.
staff-support-below = 👇 Сообщение ниже.
staff-support-no-voice = Ответ не дошёл: человек не принимает голосовые и видеосообщения. Напишите текстом или пришлите файлом.
staff-support-not-carried = Ответ не дошёл: такое сообщение передать нельзя. Пришлите текст, фото, видео, файл или голосовое.
staff-support-later = Сейчас ответ не дошёл. Отправьте его ещё раз чуть позже.
