# Why something cannot be done.
error-not-found = Такого не нашлось. Возможно, это уже удалено.
error-artist-gone = Этот артист сейчас не записывает поздравления. Выберите другого.
error-no-consent = { $artist }: согласия на поздравления пока нет.
error-artist-busy = { $artist }: на сегодня мест больше нет. Загляните завтра.
error-too-many-videos = Бесплатные поздравления на сегодня закончились (их { $limit }). Ждём вас завтра!
error-words-blocked = Эти слова произнести нельзя.
error-language = Такого языка мы не знаем.
error-staff-only = Это только для сотрудников.
error-too-late-to-cancel = Отменить уже нельзя: поздравление готовится.
error-voice-busy = Не получилось озвучить прямо сейчас. Попробуйте чуть позже.
error-unexpected = Простите, у нас сбой. Ничего не потерялось, попробуйте ещё раз.
review-reason-missing = Напишите причину: её прочтёт фанат.
review-already-decided = Это уже решено.
error-artist-language = { $artist } не говорит на этом языке. Напишите, пожалуйста, на том, который звезда знает.
