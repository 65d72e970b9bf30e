# The artist's tap under a clip.
staff-clip-thanks = Thank you! The video is on its way to the fan.
staff-clip-sorry = Understood, we will not send it. The fan will be told and refunded.
staff-clip-approved = ✅ You approved this
staff-clip-refused = ✖️ You declined this
staff-clip-closed = This video has been decided on

# Words that wait for a validator.
staff-review-yes = Allow
staff-review-no = Refuse
staff-pick-rude = Rude or hurtful
staff-pick-personal = Holds personal data
staff-pick-promise = A promise or an advertisement in the artist’s name
staff-pick-offtopic = Not a topic this artist speaks about
staff-pick-own = ✍️ Write my own reason
staff-pick-back = ‹ Back
staff-reason-rude = these words may hurt somebody. Try to say it more warmly.
staff-reason-personal = the text holds somebody’s personal data. Leave out telephone numbers, addresses and the like.
staff-reason-promise = we do not speak promises or advertisements in an artist’s name. Write a simple greeting.
staff-reason-offtopic = this artist does not speak about that. Put it another way, or choose another artist.
staff-reason-hint = The reason: the fan will read it
staff-ask-reason = { $who }, write the reason as a reply to this message. The fan will read it.
staff-toast-approved = Approved.
staff-toast-refused = Declined; the fan will be told why.
staff-approved = ✅ Approved by <b>{ $who }</b>
staff-refused = ✖️ Declined by <b>{ $who }</b>

# People who ask for help.
staff-support-card = 🆘 <b>{ $who }</b> writes · #u{ $id }
    { $words }

    <i>Reply to this message to answer.</i>
staff-support-sent = Your answer is sent.
staff-support-lost = The answer did not arrive: this person has stopped the bot or deleted their data.
staff-support-below = 👇 The message is below.
staff-support-no-voice = The answer did not arrive: this person takes no voice or video messages. Please write it, or send it as a file.
staff-support-not-carried = The answer did not arrive: a message of this kind cannot be passed on. Please send text, a photo, a video, a file or a voice message.
staff-support-later = The answer did not arrive just now. Please send it again a little later.
