# Categories of artists
category-singer = Музыка
category-footballer = Футбол
category-tv-host = Телевидение
category-actress = Кино и театр
category-chef = Кулинария
category-poet = Поэзия
category-comedian = Юмор
category-dancer = Танец
category-scientist = Наука
category-storyteller = Сказки
category-blogger = Блогеры

# What a greeting is for
occasion-birthday = День рождения
occasion-wedding = Свадьба
occasion-newborn = Рождение малыша
occasion-graduation = Выпускной
occasion-new-year = Новый год
occasion-navruz = Навруз
occasion-eid = Хайит
occasion-womens-day = 8 Марта
occasion-get-well = Скорее поправляйтесь
occasion-just-because = Просто так

# Topics an artist may welcome or refuse
topic-politics = политика
topic-religion = религия
topic-religious-holiday = религиозные праздники
topic-alcohol = алкоголь
topic-betting = ставки и азартные игры
topic-medicine = медицина и лечение
topic-money = деньги и долги
topic-advertising = реклама
topic-romance = любовные признания
topic-football = футбол
topic-humour = шутки
