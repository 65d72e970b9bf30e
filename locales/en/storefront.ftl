# The shop on the public pages, and where a payer comes back to.
storefront-shop = Shop
storefront-title = Gifts with your star on them
storefront-lede = A poster, a T-shirt or a mug with your star and your words on it. You see it before you pay.
storefront-colours = { $count ->
    [one] { $count } colour
   *[other] { $count } colours
}
storefront-in-stock = in stock
storefront-few = { $left } left
storefront-sold-out = sold out
storefront-buy = Buy in Telegram
storefront-look = Look in the browser
storefront-choose = What there is
storefront-more = More from the shop
storefront-how = How it gets to you
storefront-how-design = Made for one person
storefront-how-design-words = Choose a star, write a name and a few words. The print is drawn while you watch.
storefront-how-pay = Paid where you are used to
storefront-how-pay-words = On the page of a payment service that you know. We never see your card.
storefront-how-parcel = Followed to the end
storefront-how-parcel-words = The bot tells you in the chat where the parcel is, up to the moment it is in your hands.
storefront-play = More with the stars
storefront-quiz = Which star do you look like?
storefront-quiz-words = One selfie, five stars. The photo is deleted 3 seconds after the answer.
storefront-quiz-go = Find out
storefront-trivia = How well do you know them?
storefront-trivia-words = Quick questions against the clock: on your own, or with friends in a group.
storefront-trivia-go = Play
storefront-hands = To hold in your hands
storefront-hands-go = To the shop
storefront-order-title = Thank you for coming back
storefront-order-words = If the payment went through, we will tell you in Telegram in a moment. You can close this page.
storefront-order-open = Open the chat
storefront-order-private = This address tells a stranger nothing: an order is shown only to the person who placed it.
storefront-order-number = Order
storefront-order-status = Status
storefront-order-total = Total
storefront-order-details = Open the order
