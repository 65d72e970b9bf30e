# The shop on the public pages, and where a payer comes back to.
shop-site-shop = Shop
shop-site-title = Gifts with your star on them
shop-site-lede = A poster, a T-shirt or a mug with your star and your words on it. You see it before you pay.
shop-site-colours = { $count ->
    [one] { $count } colour
   *[other] { $count } colours
}
shop-site-in-stock = in stock
shop-site-few = { $left } left
shop-site-sold-out = sold out
shop-site-buy = Buy in Telegram
shop-site-look = Look in the browser
shop-site-choose = What there is
shop-site-more = More from the shop
shop-site-how = How it gets to you
shop-site-how-design = Made for one person
shop-site-how-design-words = Choose a star, write a name and a few words. The print is drawn while you watch.
shop-site-how-pay = Paid where you are used to
shop-site-how-pay-words = On the page of a payment service that you know. We never see your card.
shop-site-how-parcel = Followed to the end
shop-site-how-parcel-words = The bot tells you in the chat where the parcel is, up to the moment it is in your hands.
shop-site-play = More with the stars
shop-site-quiz = Which star do you look like?
shop-site-quiz-words = One selfie, five stars. The photo is deleted 3 seconds after the answer.
shop-site-quiz-go = Find out
shop-site-trivia = How well do you know them?
shop-site-trivia-words = Quick questions against the clock: on your own, or with friends in a group.
shop-site-trivia-go = Play
shop-site-hands = To hold in your hands
shop-site-hands-go = To the shop
shop-site-order-title = Thank you for coming back
shop-site-order-words = If the payment went through, we will tell you in Telegram in a moment. You can close this page.
shop-site-order-open = Open the chat
shop-site-order-private = This address tells a stranger nothing: an order is shown only to the person who placed it.
shop-site-order-number = Order
shop-site-order-status = Status
shop-site-order-total = Total
shop-site-order-details = Open the order
