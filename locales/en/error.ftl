# Why something cannot be done.
error-not-found = There is no such thing. It may have been deleted.
error-artist-gone = This artist is not taking greetings now. Please choose another.
error-no-consent = { $artist } has not agreed to greetings yet.
error-artist-busy = { $artist } is fully booked today. Please try tomorrow.
error-too-many-videos = That was the last free greeting for today (there are { $limit }). See you tomorrow!
error-words-blocked = These words cannot be said.
error-language = We do not speak that language.
error-staff-only = This is for staff only.
error-too-late-to-cancel = It is too late to cancel: the greeting is being made.
error-voice-busy = We could not speak the name just now. Please try again in a moment.
error-unexpected = Sorry, something broke on our side. Nothing is lost, please try once more.
review-reason-missing = Please write a reason: the fan will read it.
review-already-decided = This has already been decided.
error-artist-language = { $artist } does not speak this language. Please write in one that they do.
error-part-busy = Too much is going on just now. Please try again in a moment.
