# Why a text or a name was not accepted, said kindly and with the person's own words
moderation-empty = Please write what the star should say.
moderation-no-words = There are no words here yet, only signs or emoji. Write a sentence and the star will say it.
moderation-letters = The star cannot say or write “{ $letters }”. Please use Latin or Cyrillic letters.
moderation-long = Your text has { NUMBER($length) } characters, and { NUMBER($limit) } is the most. Please shorten it.
moderation-slow = Said aloud, this takes about { $seconds } seconds, and this star records up to { $limit }. Please shorten it a little.

moderation-insult = “{ $fragment }” is hurtful. Stars only say kind things: please choose another word.
moderation-hate = “{ $fragment }” puts people down for who they are. Stars do not say such things.
moderation-threat = “{ $fragment }” sounds like a threat. Greetings cannot frighten anyone.
moderation-sexual = “{ $fragment }” is too intimate for a greeting. Please say it another way.
moderation-minors = “{ $fragment }” cannot be said: we protect children.
moderation-drugs = “{ $fragment }”: greetings do not speak of drugs.
moderation-fraud = “{ $fragment }” looks like asking for money or card details. Greetings cannot do that.
moderation-advertising = “{ $fragment }” is advertising. A greeting is for a person, not for selling.
moderation-politics = “{ $fragment }” is politics. Stars do not campaign or judge those in power.
moderation-religion = “{ $fragment }” may hurt or press somebody’s faith. Please leave it out.
moderation-self-harm = “{ $fragment }” worries us. If you or someone close is going through a hard time, please talk to a person you trust or to a doctor today. You are not alone. We cannot record this text.
moderation-artist-voice = “{ $fragment }” would be a personal statement of the star. They cannot say it for you.

moderation-card = “{ $fragment }” looks like a card number. Please never send it, and take it out of the text.
moderation-phone = “{ $fragment }” looks like a phone number. Please take it out: videos are seen by many.
moderation-document = “{ $fragment }” looks like a document number. Please take it out.
moderation-number = “{ $fragment }” is a very long number. Please take it out.
moderation-link = “{ $fragment }” is a link. A greeting cannot lead to websites.
moderation-mail = “{ $fragment }” is an e-mail address. Please take it out.
moderation-nickname = “{ $fragment }” is an account name. Please use the person’s name instead.

moderation-review = A member of our team will read this first because of “{ $fragment }”. It does not take long.
moderation-hidden = Some letters in “{ $fragment }” are hidden, so a member of our team will read it first.
moderation-topic-banned = This star does not speak about { $topic ->
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
  }: “{ $fragment }”. Please leave it out or choose another star.
moderation-topic-sensitive = “{ $fragment }” is a delicate subject, so a member of our team will read the text first.
moderation-topic-other = This star speaks about other subjects, so a member of our team will read the text first.

moderation-name-empty = Please write the name of the person you are greeting.
moderation-name-long = This name has { NUMBER($length) } characters, and { NUMBER($limit) } is the most. Please shorten it.
moderation-name-letters = A name needs letters, so that the star can say it.
moderation-name-digits = The star will read the name aloud: please write it without numbers.
moderation-name-signs = Some signs in this name cannot be read aloud. Please leave only letters.
moderation-name-strange = The star cannot say or write “{ $letters }”. Please write the name in Latin or Cyrillic letters.
moderation-name-link = “{ $fragment }” is not a name. Please write how you call the person.

# The name of a category, for staff
moderation-category = { $category ->
    [insult] insult
    [hate] hate
    [threat] threat
    [sexual] sexual
    [minors] minors
    [drugs] drugs
    [fraud] asking for money
    [advertising] advertising
    [politics] politics
    [religion] religion
    [religious_holiday] religious holiday
    [self_harm] self-harm
    [personal_data] personal data
    [artist_voice] statement of the star
    [letters] letters nobody can say
    [length] length
    [name] name
    [topic] outside the star’s topics
   *[other] { $category }
  }
