# What stands on a poster. The artist's name is already in the reader's script.
poster-mark = Made with AI · Stario
poster-origin = { $artist } agreed to lend their likeness. Scan the code to see who approved this poster.
poster-sample-name = Madina
poster-sample-words = Keep dreaming, keep singing: the stage is waiting for you!
poster-line = From the heart
poster-line-quiz = { $percent }% alike
poster-line-video = A moment from my greeting

# Designs and palettes
poster-design-spotlight = Spotlight
poster-design-riso = Sun print
poster-design-bill = Playbill
poster-design-ikat = Ikat
poster-about-spotlight = A portrait that steps out of the dark, your name in large italics
poster-about-riso = Two inks, dots and a sun, as in an art print
poster-about-bill = Huge letters and rays, as on an old cinema bill
poster-about-ikat = An arched window in a frame of woven ikat
poster-palette-midnight = Midnight
poster-palette-garnet = Garnet
poster-palette-emerald = Emerald
poster-palette-aubergine = Aubergine
poster-palette-apricot = Apricot
poster-palette-lagoon = Lagoon
poster-palette-pomegranate = Pomegranate
poster-palette-saffron = Saffron
poster-palette-brick = Brick
poster-palette-sky = Sky
poster-palette-bone = Ivory
poster-palette-bukhara = Bukhara
poster-palette-margilan = Margilan
poster-palette-khiva = Khiva

# Why a poster cannot be made
poster-no-design = We have no such design. Choose one of: { $designs }.
poster-no-palette = This design has no such palette. Choose one of: { $palettes }.
poster-no-size = We do not print this size. Choose one of: { $sizes }.
poster-no-colour = We do not have this colour. Choose one of: { $colours }.
poster-no-source = A poster is made from a portrait, a quiz or a video.
poster-no-video = Choose a finished greeting of yours by this artist.
poster-no-moment = Choose a moment between { $first } s and { $last } s of the video.
poster-no-quiz = This quiz result is gone, or this artist is not in it.
poster-name-long = The name on a poster has up to { $limit } characters. Please shorten it.
poster-words-long = Your words have { $length } characters, and { $limit } is the most for a poster. Please shorten them.
poster-too-coarse = The picture would be printed at { $dpi } dpi in { $size }; at least { $least } are needed. Choose a smaller size or another design.
poster-undrawn = The preview is not drawn yet. Please try again in a moment.
poster-in-review = A member of our team is still reading the words on this poster. It does not take long.
poster-refused = The words on this poster were not allowed: { $reason } Change them and try again.
poster-ordered = This poster is already in an order and cannot be changed. Make a new one.
poster-failed-print = We could not draw the print file.

# For the fan after a validator has looked
poster-told-approved = ✅ The words on your poster for { $recipient } are approved. It can be ordered now.
poster-told-refused = ✖️ The words on your poster for { $recipient } were not allowed: { $reason }
    Change them, and we will look again.

# The staff chat
poster-review-ask = 🖼 <b>A poster needs a look</b> · { $artist }
    { $categories }
    Name: { $recipient }
    “{ $text }”

# The public page of a poster
poster-page-title = A genuine Stario poster
poster-page-words = This poster was composed by Stario around a portrait made with AI, with the consent of { $artist } for merchandise.
poster-page-approved = Words approved by
poster-page-filter = The filter, under the rules { $rules }
poster-page-design = Design
poster-page-print = Fingerprint of the print file (SHA-256)
poster-page-unprinted = Not printed yet
poster-page-private = The name and the words are not shown here: they belong to the person on the wall.
poster-page-check-words = Choose the PNG file of the poster. It stays on your device: only its fingerprint is compared.
poster-page-order = Make your own
