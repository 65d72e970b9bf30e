# The face quiz: which star a person looks like.
quiz-menu = 🎭 Which star do I look like?
quiz-hello = 🎭 <b>Which star do you look like?</b>
    Send a selfie and the answer is there in a moment. First, your consent:
quiz-agree = ✅ I am 16 or older and I agree
quiz-younger = I am younger
quiz-no = No, thank you
quiz-declined = All right, nothing happens. If you change your mind: /quiz
quiz-guardian = 👪 <b>Please call a parent or guardian.</b>
    They read the terms above and, if they agree, type their own full name here. The typed name is their consent.
quiz-guardian-please = Please let your parent or guardian type their name in letters, for example: <i>Malika Karimova</i>.
quiz-send-photo = 📸 <b>Now send a selfie</b>
    Face straight, plenty of light, nobody else in the picture. The photo is deleted 3 seconds after the answer.
quiz-looking = 🔎 Looking…
quiz-photo-please = A photo is due here: send a selfie, or attach a picture as a file. Back: /menu
quiz-face-please = Tap one of the buttons above, or send another photo.
quiz-which-face = There are { $count } faces in this photo. Which one is you? Count from the left:
quiz-face = No. { $number } from the left
quiz-too-heavy = That file is too large. Please send a photo of up to { $megabytes } MB.
quiz-result = 🎭 <b>{ $percent } % — { $badge }</b>
    The star you look like most is <b>{ $artist }</b>!
quiz-result-foot = <i>Just for fun: the likeness is an estimate by artificial intelligence. The photo is gone in 3 seconds.</i>
quiz-share-button = 📤 Share
quiz-greeting = 💌 A greeting from { $artist }
quiz-remove = 🗑 Remove my photo from this chat
quiz-removed = The photo is gone from this chat.
quiz-remove-yourself = Telegram does not let us remove a message this old. You can delete it yourself.
quiz-receipt-button = 🧾 How my photo was deleted
quiz-receipt-soon = The photo is deleted 3 seconds after the answer. Please tap again in a moment.
quiz-receipt = 🧾 <b>The photo is deleted</b>
    Received: { $received }
    Deleted: { $deleted } ({ $seconds } s after the answer)
    SHA-256 of the object’s name:
    <code>{ $hash }</code>
quiz-again = 🔁 Once more
quiz-try = 🎭 Which star am I?
quiz-friend = Your friend looks like <b>{ $artist }</b>. And you?
quiz-out-of-the-blue = Lovely photo! I have not looked at it closely. Would you like to know which star you look like?
quiz-gone = This result is no longer there.
quiz-no-answer = This quiz has no answer yet.
quiz-withdraw = Withdraw my face quiz consent
quiz-withdraw-ask = Withdraw your consent to the face quiz? Your results go with it.
quiz-withdraw-yes = Yes, withdraw it
quiz-withdraw-no = No, keep it
quiz-withdrawn = Your consent is withdrawn. If you feel like it again: /quiz

# The card, and sharing it.
quiz-card-label = My star look-alike
quiz-card-invitation = Which star do you look like?
quiz-card-mark = Just for fun · judged by AI
quiz-share = I look { $percent } % like { $artist } 🎭 And you?
quiz-share-title = { $artist } — { $percent } %
