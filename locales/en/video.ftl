# A greeting on its way: the status message, the delivery, and what can go wrong.
video-free = Free
video-head = <b>{ $artist }</b> · for { $recipient }
video-stage-review = 🔎 One of us is reading your words. The answer will appear here.
video-stage-payment = 💳 Waiting for payment: { $price }
video-stage-queue = { $place ->
    [0] ⏳ You are next.
    [one] ⏳ { $place } greeting before yours.
   *[other] ⏳ { $place } greetings before yours.
}
video-stage-voice = 🎙 Recording the voice
video-stage-video = 🎬 Making the video
video-stage-approval = ✋ The video is ready. Now { $artist } has a look at it.
video-stage-sending = 📤 Sending
video-stage-sent = ✅ Done! The video is below.
video-stage-sent-web = ✅ Done!
video-eta = { $minutes ->
    [0] about { $seconds } s left
   *[other] about { $minutes } min left
}
video-cancelled = The order is cancelled. Nothing was charged.
video-expired = The time to pay is over and the order is closed. You can start a new one.
video-failed-render = 😔 We could not make the video. If you paid, the money is on its way back. Please try once more.
video-refused-by-artist = { $artist } did not agree to this greeting. If you paid, the money is on its way back.
video-refused-by-validator = These words cannot be said: { $reason }
video-released = ✅ The words are approved.
video-caption = 🌟 <b>{ $artist }</b> — for { $recipient }
    Made with AI, with the artist's consent.
video-check-link = Check that it is genuine
video-share = Share
video-again = Another greeting
video-cancel = Cancel
video-pay = Pay ⭐ { $stars }
video-approval-ask = ✋ <b>A new greeting waits for your approval</b>
    For { $recipient } · { $occasion }
    “{ $text }”
video-approval-yes = Approve
video-approval-no = Refuse
video-review-ask = 🔎 <b>Needs a look</b> · { $artist }
    { $categories }
    For: { $recipient }
    “{ $text }”
