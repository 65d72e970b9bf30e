# Choosing an artist.
greeting-card = 🌟 <b>{ $artist }</b>
    <i>{ $category }</i>

    { $about }

    Price: { $price }
    ⏱ up to { $seconds } seconds · { $spoken }
greeting-card-approves = ✋ Approves every video in person
greeting-speaks-uz = Uzbek
greeting-speaks-ru = Russian
greeting-speaks-en = English
greeting-ask = 💌 Order a greeting
greeting-ask-of = 💌 Order from { $artist }
greeting-sample = ▶️ Watch a sample
greeting-sample-comes = The sample is on its way…
greeting-sample-caption = This is how <b>{ $artist }</b> greets
greeting-no-sample = This artist has no sample yet.
greeting-all = All stars
greeting-categories = Which category?
greeting-none-found = I found nobody called “{ $search }”. Try a part of the name, or choose from the list.

# Putting it together.
greeting-back = ‹ Back
greeting-cancel = ✖️ Cancel
greeting-cancelled = All right, cancelled. Come back whenever you like!
greeting-occasion = What is <b>{ $artist }</b> to celebrate?
greeting-recipient = <b>{ $artist }</b> · { $occasion }

    Who is it for? Type a name or what you call them: <i>Mum</i>, <i>Auntie Malika</i>, <i>Sardor</i>.
greeting-keep-name = Keep “{ $name }” ›
greeting-name-again = Type the name once more, for example: <i>Mum</i>.
greeting-words = ✍️ <b>{ $artist }</b> → <b>{ $recipient }</b>
    What shall we say?
greeting-words-own = Take these words, or <b>send your own</b> — up to { $seconds } seconds, which is about { $letters } characters.
greeting-words-only-own = <b>Send the words of the greeting</b> — up to { $seconds } seconds, which is about { $letters } characters.
greeting-use = { $count ->
    [1] ✨ Use these words
   *[other] ✨ Text { $number }
}
greeting-copy = 📋 Copy and edit
greeting-keep-words = Keep my words ›
greeting-hear = 🔊 Hear “{ $name }”
greeting-hear-comes = One moment, recording…
greeting-hear-caption = “{ $name }” in the voice of { $artist }
greeting-hear-file = Your settings close voice messages, so it comes as an audio file.
greeting-words-refused = 🙅 <b>These words cannot be spoken</b>
greeting-words-again = Change them a little and send them again. Everything else is as you left it.
greeting-prompt-gone = That text has changed. Please choose again.
greeting-summary = <b>Is everything right?</b>

    🌟 { $artist }
    { $occasion } · for <b>{ $recipient }</b>
    <blockquote>{ $words }</blockquote>
    ⏱ { $bar } { $seconds } / { $limit } seconds
    Price: { $price }
greeting-will-review = 🔎 A person on our side will read these words first. It usually takes a few minutes, and you pay afterwards.
greeting-order-review = 🔎 Send for review
greeting-order-free = 🎬 Order for free
greeting-order-pay = Pay { $price }
greeting-edit-words = ✏️ Words
greeting-edit-name = ✏️ Name
greeting-ordered-toast = Your order is in!
greeting-ordered = ✅ <b>Order № { $number }</b>
    For <b>{ $recipient }</b>:
    <blockquote>{ $words }</blockquote>
greeting-already-ordered = This greeting is already ordered; one is enough. See how it is doing: /orders
greeting-already-invoice = Your order is in and the invoice is in this chat. You pay only once.

# Something else came where text is due.
greeting-text-please-occasion = Thank you! But first choose the occasion with a button.
greeting-text-please-recipient = I cannot read that. Please type the name in letters.
greeting-text-please-words = That cannot be spoken. Please type the words of the greeting.
greeting-text-please-summary = That cannot go into a greeting. To change the words, type new ones or use a button.
