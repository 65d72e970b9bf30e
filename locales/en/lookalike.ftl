# The face quiz: which star a person looks like.
lookalike-menu = 🎭 Which star do I look like?
lookalike-hello = 🎭 <b>Which star do you look like?</b>
    Send a selfie and the answer is there in a moment. First, your consent:
lookalike-agree = ✅ I am 16 or older and I agree
lookalike-younger = I am younger
lookalike-no = No, thank you
lookalike-declined = All right, nothing happens. If you change your mind: /quiz
lookalike-guardian = 👪 <b>Please call a parent or guardian.</b>
    They read the terms above and, if they agree, type their own full name here. The typed name is their consent.
lookalike-guardian-please = Please let your parent or guardian type their name in letters, for example: <i>Malika Karimova</i>.
lookalike-send-photo = 📸 <b>Now send a selfie</b>
    Face straight, plenty of light, nobody else in the picture. The photo is deleted 3 seconds after the answer.
lookalike-looking = 🔎 Looking…
lookalike-photo-please = A photo is due here: send a selfie, or attach a picture as a file. Back: /menu
lookalike-face-please = Tap one of the buttons above, or send another photo.
lookalike-which-face = There are { $count } faces in this photo. Which one is you? Count from the left:
lookalike-face = No. { $number } from the left
lookalike-too-heavy = That file is too large. Please send a photo of up to { $megabytes } MB.
lookalike-result = 🎭 <b>{ $percent } % — { $badge }</b>
    The star you look like most is <b>{ $artist }</b>!
lookalike-result-foot = <i>Just for fun: the likeness is an estimate by artificial intelligence. The photo is gone in 3 seconds.</i>
lookalike-share-button = 📤 Share
lookalike-greeting = 💌 A greeting from { $artist }
lookalike-remove = 🗑 Remove my photo from this chat
lookalike-removed = The photo is gone from this chat.
lookalike-remove-yourself = Telegram does not let us remove a message this old. You can delete it yourself.
lookalike-receipt-button = 🧾 How my photo was deleted
lookalike-receipt-soon = The photo is deleted 3 seconds after the answer. Please tap again in a moment.
lookalike-receipt = 🧾 <b>The photo is deleted</b>
    Received: { $received }
    Deleted: { $deleted } ({ $seconds } s after the answer)
    SHA-256 of the object’s name:
    <code>{ $hash }</code>
lookalike-again = 🔁 Once more
lookalike-try = 🎭 Which star am I?
lookalike-friend = Your friend looks like <b>{ $artist }</b>. And you?
lookalike-out-of-the-blue = Lovely photo! I have not looked at it closely. Would you like to know which star you look like?
lookalike-gone = This result is no longer there.
lookalike-no-answer = This quiz has no answer yet.
lookalike-withdraw = Withdraw my face quiz consent
lookalike-withdraw-ask = Withdraw your consent to the face quiz? Your results go with it.
lookalike-withdraw-yes = Yes, withdraw it
lookalike-withdraw-no = No, keep it
lookalike-withdrawn = Your consent is withdrawn. If you feel like it again: /quiz

# The card, and sharing it.
lookalike-card-label = My star look-alike
lookalike-card-invitation = Which star do you look like?
lookalike-card-mark = Just for fun · judged by AI
lookalike-share = I look { $percent } % like { $artist } 🎭 And you?
lookalike-share-title = { $artist } — { $percent } %

# The Mini App.
lookalike-app-title = Star look-alike
lookalike-app-heading = Which star do you look like?
lookalike-app-lede = One selfie, five stars. The photo is deleted 3 seconds after the answer.
lookalike-app-consent = First, your consent
lookalike-app-age = Your age
lookalike-app-adult = I am 16 or older
lookalike-app-younger = I am younger, a parent is here
lookalike-app-guardian = Full name of the parent or guardian
lookalike-app-guardian-hint = Malika Karimova
lookalike-app-agree = I agree
lookalike-app-camera = Take a selfie
lookalike-app-file = Choose a photo
lookalike-app-safe = The photo goes from your phone straight to protected storage and is deleted there. Nobody sees it.
lookalike-app-withdraw = Withdraw consent
lookalike-app-oval = Put your face in the oval
lookalike-app-shoot = Take the picture
lookalike-app-cancel = Cancel
lookalike-app-no-camera = The camera did not open. Allow it, or choose a photo instead.
lookalike-app-sending = Sending…
lookalike-app-looking = Looking…
lookalike-app-faces = Which one is you?
lookalike-app-faces-hint = There are several faces in this photo. Tap yours.
lookalike-app-face = Face { $number }
lookalike-app-upload-failed = The photo was not sent. Check your connection and try again.
lookalike-app-result = Your result
lookalike-app-most = You look most like
lookalike-app-five = Your five closest stars
lookalike-app-fun = Just for fun: the likeness is an estimate by artificial intelligence.
lookalike-app-deleting = The photo is deleted in { $seconds } s
lookalike-app-deleting-now = Deleting the photo…
lookalike-app-deleted = The photo is deleted
lookalike-app-proof = Deleted at { $time }. SHA-256 of the object’s name:
lookalike-app-share = Send to a friend
lookalike-app-story = Add to story
lookalike-app-link = Share the link
lookalike-app-save = Save the card
lookalike-app-card = Your card
lookalike-app-mine = Put my photo on the card
lookalike-app-mine-hint = It is added on this phone only and never sent to us.
lookalike-app-greeting = A greeting from { $artist }
lookalike-app-again = Once more
lookalike-app-shared = Sent!

# The public page of a result.
lookalike-page-title = { $percent } % like { $artist }
lookalike-page-words = Somebody took the face quiz and looks { $percent } % like { $artist }. Now it is your turn!
lookalike-page-private = Nobody’s photo is on this page: it was deleted 3 seconds after the answer.
lookalike-page-try = Try it yourself
