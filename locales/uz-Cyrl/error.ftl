# Why something cannot be done.
error-not-found = Бундай нарса топилмади. Эҳтимол, у ўчирилган.
error-artist-gone = Бу санъаткор ҳозир табрик ёзмаяпти. Бошқасини танланг.
error-no-consent = { $artist } ҳозирча табрикларга розилик бермаган.
error-artist-busy = { $artist } бугун жуда банд. Эртага яна уриниб кўринг.
error-too-many-videos = Бугун бепул табриклар сони тугади ({ $limit } та). Эртага кутамиз!
error-words-blocked = Бу сўзларни айтиб бўлмайди.
error-language = Бундай тилни билмаймиз.
error-staff-only = Бу фақат ходимлар учун.
error-too-late-to-cancel = Энди бекор қилиб бўлмайди: табрик тайёрланмоқда.
error-voice-busy = Овозни ҳозир эшиттира олмадик. Бир оздан сўнг қайта уриниб кўринг.
error-unexpected = Кечирасиз, бизда носозлик юз берди. Ҳеч нарса йўқолмади, яна бир бор уриниб кўринг.
review-reason-missing = Сабабини ёзинг: уни мухлис ўқийди.
review-already-decided = Бу аллақачон ҳал қилинган.
error-artist-language = { $artist } бу тилда гапирмайди. Илтимос, матнни юлдуз биладиган тилда ёзинг.
error-part-busy = Ҳозир сўровлар жуда кўп. Бироздан сўнг яна уриниб кўринг.
