# Categories of artists
category-singer = Music
category-footballer = Football
category-tv-host = Television
category-actress = Film and theatre
category-chef = Cooking
category-poet = Poetry
category-comedian = Comedy
category-dancer = Dance
category-scientist = Science
category-storyteller = Storytelling
category-blogger = Bloggers

# What a greeting is for
occasion-birthday = Birthday
occasion-wedding = Wedding
occasion-newborn = New baby
occasion-graduation = Graduation
occasion-new-year = New Year
occasion-navruz = Navruz
occasion-eid = Eid
occasion-womens-day = Women’s Day
occasion-get-well = Get well soon
occasion-just-because = Just because

# Topics an artist may welcome or refuse
topic-politics = politics
topic-religion = religion
topic-religious-holiday = religious holidays
topic-alcohol = alcohol
topic-betting = betting and gambling
topic-medicine = medicine and treatment
topic-money = money and debts
topic-advertising = advertising
topic-romance = romance
topic-football = football
topic-humour = humour
