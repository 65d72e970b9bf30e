# Почему текст или имя не приняты: по-доброму и словами самого человека
moderation-empty = Напишите, что должна сказать звезда.
moderation-no-words = Здесь пока нет слов, только знаки или эмодзи. Напишите фразу, и звезда её скажет.
moderation-letters = Звезда не сможет произнести и написать «{ $letters }». Напишите, пожалуйста, кириллицей или латиницей.
moderation-long = { $length ->
    [one] В тексте { NUMBER($length) } символ
    [few] В тексте { NUMBER($length) } символа
   *[many] В тексте { NUMBER($length) } символов
  }, а можно не больше { NUMBER($limit) }. Сократите, пожалуйста.
moderation-slow = { $seconds ->
    [one] Вслух это займёт около { $seconds } секунды
    [few] Вслух это займёт около { $seconds } секунд
   *[many] Вслух это займёт около { $seconds } секунд
  }, а эта звезда записывает не дольше { $limit } сек. Сократите немного.

moderation-insult = «{ $fragment }» звучит обидно. Звёзды говорят только доброе, подберите другое слово.
moderation-hate = «{ $fragment }» унижает людей за то, какие они есть. Звёзды так не говорят.
moderation-threat = «{ $fragment }» звучит как угроза. Поздравление не должно пугать.
moderation-sexual = «{ $fragment }»: слишком интимно для поздравления. Скажите иначе.
moderation-minors = «{ $fragment }» сказать нельзя: мы бережём детей.
moderation-drugs = «{ $fragment }»: в поздравлениях не говорят о наркотиках.
moderation-fraud = «{ $fragment }» похоже на просьбу о деньгах или данных карты. В поздравлении так нельзя.
moderation-advertising = «{ $fragment }» звучит как реклама. Поздравление для человека, а не для продаж.
moderation-politics = «{ $fragment }»: это политика. Звёзды не агитируют и не судят о власти.
moderation-religion = «{ $fragment }» может задеть чью-то веру. Пожалуйста, уберите это.
moderation-self-harm = «{ $fragment }» нас тревожит. Если вам или близкому сейчас тяжело, поговорите сегодня с тем, кому доверяете, или с врачом. Вы не одни. Записать такой текст мы не можем.
moderation-artist-voice = «{ $fragment }» стало бы личным заявлением звезды. За неё мы такого сказать не можем.

moderation-card = «{ $fragment }» похоже на номер карты. Никому его не отправляйте и уберите из текста.
moderation-phone = «{ $fragment }» похоже на номер телефона. Уберите его: видео увидят многие.
moderation-document = «{ $fragment }» похоже на номер документа. Пожалуйста, уберите его.
moderation-number = «{ $fragment }»: слишком длинное число. Пожалуйста, уберите его.
moderation-link = «{ $fragment }»: это ссылка. Поздравление не может вести на сайты.
moderation-mail = «{ $fragment }»: это адрес почты. Пожалуйста, уберите его.
moderation-nickname = «{ $fragment }»: это имя аккаунта. Лучше назовите человека по имени.

moderation-review = Сначала текст прочитает наш сотрудник из-за слов «{ $fragment }». Это недолго.
moderation-hidden = В «{ $fragment }» спрятаны буквы, поэтому сначала текст прочитает наш сотрудник.
moderation-topic-banned = Эта звезда не говорит на тему «{ $topic ->
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
  }» (у вас: «{ $fragment }»). Уберите это или выберите другую звезду.
moderation-topic-sensitive = «{ $fragment }»: тема деликатная, поэтому сначала текст прочитает наш сотрудник.
moderation-topic-other = Эта звезда говорит на другие темы, поэтому сначала текст прочитает наш сотрудник.

moderation-name-empty = Напишите имя того, кого поздравляете.
moderation-name-long = { $length ->
    [one] В имени { NUMBER($length) } символ
    [few] В имени { NUMBER($length) } символа
   *[many] В имени { NUMBER($length) } символов
  }, а можно не больше { NUMBER($limit) }. Сократите, пожалуйста.
moderation-name-letters = В имени нужны буквы, чтобы звезда могла его произнести.
moderation-name-digits = Звезда произнесёт имя вслух: напишите его без цифр.
moderation-name-signs = Некоторые знаки в имени нельзя произнести. Оставьте только буквы.
moderation-name-strange = Звезда не сможет произнести и написать «{ $letters }». Напишите имя кириллицей или латиницей.
moderation-name-link = «{ $fragment }» не похоже на имя. Напишите, как вы зовёте этого человека.

# Название категории для сотрудников
moderation-category = { $category ->
    [insult] оскорбление
    [hate] вражда
    [threat] угроза
    [sexual] интимное
    [minors] дети
    [drugs] наркотики
    [fraud] просьба о деньгах
    [advertising] реклама
    [politics] политика
    [religion] религия
    [religious_holiday] религиозный праздник
    [self_harm] вред себе
    [personal_data] личные данные
    [artist_voice] заявление от лица звезды
    [letters] непроизносимые буквы
    [length] длина
    [name] имя
    [topic] не из тем звезды
   *[other] { $category }
  }
