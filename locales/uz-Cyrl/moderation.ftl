# Матн ёки исм нега қабул қилинмагани: меҳр билан ва ёзган одамнинг ўз сўзлари билан
moderation-empty = Юлдуз нима дейишини ёзиб юборинг.
moderation-no-words = Бу ерда ҳали сўз йўқ, фақат белги ёки эможи бор. Бир жумла ёзинг, юлдуз уни айтиб беради.
moderation-letters = Юлдуз “{ $letters }” ҳарфларини айта олмайди ва ёза олмайди. Илтимос, лотин ёки кирилл ҳарфларида ёзинг.
moderation-long = Матнингизда { NUMBER($length) } та белги бор, кўпи билан { NUMBER($limit) } та бўлиши мумкин. Илтимос, қисқартиринг.
moderation-slow = Бу матн тахминан { $seconds } сония айтилади, бу юлдуз эса { $limit } сониягача ёзади. Илтимос, бироз қисқартиринг.

moderation-insult = “{ $fragment }” одамни ранжитади. Юлдузлар фақат яхши сўз айтади, бошқа сўз танланг.
moderation-hate = “{ $fragment }” одамларни камситади. Юлдузлар бундай гапирмайди.
moderation-threat = “{ $fragment }” таҳдидга ўхшайди. Табрик ҳеч кимни қўрқитмаслиги керак.
moderation-sexual = “{ $fragment }” табрик учун ўринсиз. Бошқачароқ айтинг.
moderation-minors = “{ $fragment }” деб айтиб бўлмайди: биз болаларни асраймиз.
moderation-drugs = “{ $fragment }”: табрикларда гиёҳванд моддалар ҳақида гапирилмайди.
moderation-fraud = “{ $fragment }” пул ёки карта маълумотини сўрашга ўхшайди. Табрикда бундай қилиб бўлмайди.
moderation-advertising = “{ $fragment }” рекламага ўхшайди. Табрик савдо учун эмас, инсон учун.
moderation-politics = “{ $fragment }” сиёсатга киради. Юлдузлар ташвиқот қилмайди.
moderation-religion = “{ $fragment }” кимнингдир эътиқодига тегиши мумкин. Илтимос, олиб ташланг.
moderation-self-harm = “{ $fragment }” бизни хавотирга солди. Ўзингизга ёки яқинингизга ҳозир оғир бўлса, бугуноқ ишонган одамингиз ёки шифокор билан гаплашинг. Сиз ёлғиз эмассиз. Бу матнни ёза олмаймиз.
moderation-artist-voice = “{ $fragment }” юлдузнинг шахсий баёнотига айланади. Унинг номидан бундай дея олмаймиз.

moderation-card = “{ $fragment }” карта рақамига ўхшайди. Уни ҳеч кимга юборманг ва матндан олиб ташланг.
moderation-phone = “{ $fragment }” телефон рақамига ўхшайди. Олиб ташланг: видеони кўпчилик кўради.
moderation-document = “{ $fragment }” ҳужжат рақамига ўхшайди. Илтимос, олиб ташланг.
moderation-number = “{ $fragment }” жуда узун рақам. Илтимос, олиб ташланг.
moderation-link = “{ $fragment }” ҳавола экан. Табрик сайтларга йўналтира олмайди.
moderation-mail = “{ $fragment }” электрон почта манзили экан. Илтимос, олиб ташланг.
moderation-nickname = “{ $fragment }” аккаунт номи экан. Яхшиси, одамнинг исмини ёзинг.

moderation-review = “{ $fragment }” сўзи сабабли матнни аввал ходимимиз ўқиб чиқади. Бу узоқ давом этмайди.
moderation-hidden = “{ $fragment }” ичида яширилган ҳарфлар бор, шунинг учун матнни аввал ходимимиз ўқиб чиқади.
moderation-topic-banned = Бу юлдуз “{ $topic ->
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
  }” мавзусида гапирмайди (сизда: “{ $fragment }”). Олиб ташланг ёки бошқа юлдузни танланг.
moderation-topic-sensitive = “{ $fragment }”: мавзу нозик, шунинг учун матнни аввал ходимимиз ўқиб чиқади.
moderation-topic-other = Бу юлдуз бошқа мавзуларда гапиради, шунинг учун матнни аввал ходимимиз ўқиб чиқади.

moderation-name-empty = Кимни табриклаётганингизни, исмини ёзинг.
moderation-name-long = Исмда { NUMBER($length) } та белги бор, кўпи билан { NUMBER($limit) } та бўлиши мумкин. Илтимос, қисқартиринг.
moderation-name-letters = Юлдуз айта олиши учун исмда ҳарфлар бўлиши керак.
moderation-name-digits = Юлдуз исмни овоз чиқариб айтади: уни рақамсиз ёзинг.
moderation-name-signs = Исмдаги баъзи белгиларни айтиб бўлмайди. Фақат ҳарфларни қолдиринг.
moderation-name-strange = Юлдуз “{ $letters }” ҳарфларини айта олмайди ва ёза олмайди. Исмни лотин ёки кирилл ҳарфларида ёзинг.
moderation-name-link = “{ $fragment }” исмга ўхшамайди. Бу одамни қандай чақиришингизни ёзинг.

# Ходимлар учун тоифа номи
moderation-category = { $category ->
    [insult] ҳақорат
    [hate] адоват
    [threat] таҳдид
    [sexual] беҳаё
    [minors] болалар
    [drugs] гиёҳвандлик
    [fraud] пул сўраш
    [advertising] реклама
    [politics] сиёсат
    [religion] дин
    [religious_holiday] диний байрам
    [self_harm] ўзига зарар
    [personal_data] шахсий маълумот
    [artist_voice] юлдуз номидан баёнот
    [letters] айтиб бўлмайдиган ҳарфлар
    [length] узунлик
    [name] исм
    [topic] юлдуз мавзуларидан ташқари
   *[other] { $category }
  }
