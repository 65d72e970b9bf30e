# The face quiz: which star do you look like?
quiz-consent =
    Stario compares your photo with its artists to find out which star you look like, and for nothing else.
    What we use: the photo you send, and numbers worked out from the face on it. The numbers are never kept; the photo is deleted 3 seconds after the answer, and in any case 5 minutes after you began.
    What stays: the result, and a receipt that the photo was deleted. Nobody else gets your photo. It is for fun: nothing is decided by it.
    You can take this consent back at any time: photos go at once, and results are forgotten.
    By agreeing you confirm that you are 16 or older, or that a parent or guardian beside you agrees for you, and that it is your own photo.
quiz-consent-first = First please read what happens to your photo, and agree.
quiz-guardian-name = Please write the name of the parent or guardian who agrees.
quiz-photo-count = Please send one to { $most } photos.
quiz-photo-type = Please send a photo: JPEG, PNG, WebP or HEIC.
quiz-photo-unsaid = Please say the photo’s type and size: content_type and content_length.
quiz-photo-empty = This file is empty. Please send the photo again.
quiz-photo-large = This photo is too large: at most { $megabytes } MB, please.
quiz-photo-huge = This picture has too many pixels. Please send a smaller copy of it.
quiz-photo-small = This picture is too small to see a face. Please send a larger one.
quiz-photo-animated = This picture moves. Please send a still photo.
quiz-photo-broken = This photo cannot be opened: the file is damaged. Please send another one.
quiz-photo-dark = It is too dark to see your face. Please try where there is more light.
quiz-photo-blurred = The face is too blurred. Please hold still and try again.
quiz-photo-indecent = We cannot use this photo. Please send an ordinary picture of your face.
quiz-photos-differ = These photos seem to show different people. Please send photos of one person.
quiz-no-face = We found no face on this photo. Please look into the camera and try again.
quiz-face-small = The face is too small. Please come closer to the camera.
quiz-face-cut = Only a part of your face is in the photo. Please hold the phone a little further away.
quiz-several-faces = { $count ->
    [one] There is one face on the photo. Is it you?
   *[other] There are { $count } faces on the photo. Which one is you?
  }
quiz-not-found = There is no such quiz.
quiz-not-uploaded = The photo has not arrived yet. Please send it first.
quiz-expired = Time is up, and the photo is deleted. Please start again.
quiz-no-artists = The stars are not ready yet. Please try again in a minute.
# From what percent on each is given: bot/quiz/badges.py
quiz-badge-distant-star = A distant star
quiz-badge-passer-by = Seen somewhere
quiz-badge-acquaintance = Familiar face
quiz-badge-cousin = Cousin
quiz-badge-lookalike = Lookalike
quiz-badge-sibling = Like siblings
quiz-badge-twin = Twin
