"""The table of the API: every endpoint once, served and described from here."""

from aiohttp import web

from webapp.api.artists import list_page, show_artist, show_prompts
from webapp.api.carts import add_to_cart, change_line, remove_line, show_cart, use_code
from webapp.api.docs import OPENAPI, show_docs, show_openapi
from webapp.api.endpoint import Endpoint, serve_endpoint
from webapp.api.events import stream_job
from webapp.api.jobs import show_job
from webapp.api.moderation import check_name, check_words
from webapp.api.openapi import build_openapi
from webapp.api.orders import cancel_my_order as cancel_order
from webapp.api.orders import create_order, pay_another_way, show_order
from webapp.api.orders import list_my_orders as list_orders
from webapp.api.people import change_me, enter_telegram, refresh_session, show_me
from webapp.api.places import list_carriers, list_places, list_providers
from webapp.api.poster_shapes import (
    DesignList,
    MockupQuery,
    MockupShape,
    PosterBody,
    PosterList,
    PosterPatch,
    PosterShape,
)
from webapp.api.posters import (
    change_my_poster,
    list_designs,
    list_my_posters,
    make_poster,
    show_mockup,
    show_poster,
)
from webapp.api.products import add_pictures, list_goods, show_goods
from webapp.api.quiz_shapes import (
    AnalyzeBody,
    ConsentBody,
    ConsentShape,
    QuizAnswer,
    QuizReceipt,
    QuizStartBody,
    QuizStarted,
    QuizState,
)
from webapp.api.quiz_sharing import ShareAnswer, share_quiz
from webapp.api.quizzes import (
    agree_quiz,
    analyze_quiz,
    begin_quiz,
    show_consent,
    show_quiz,
    show_receipt,
    withdraw_quiz,
)
from webapp.api.rates import Rate
from webapp.api.shapes import (
    ArtistDetail,
    ArtistList,
    ArtistQuery,
    CheckAnswer,
    CheckBody,
    GenerateBody,
    JobList,
    JobShape,
    MeBody,
    NameCheckBody,
    NameSample,
    NameSampleBody,
    Page,
    Person,
    PromptList,
    PromptQuery,
    RefreshBody,
    TelegramBody,
    TokenAnswer,
)
from webapp.api.shop_shapes import (
    CarrierList,
    CartChangeBody,
    CartItemBody,
    CartShape,
    OrderBody,
    OrderList,
    OrderShape,
    PayBody,
    PlaceList,
    PlaceQuery,
    ProductList,
    ProductShape,
    PromoBody,
    ProviderList,
)
from webapp.api.trivia import begin_game, show_board, take_answer, take_turn
from webapp.api.trivia import list_quizzes as list_trivia_quizzes
from webapp.api.trivia_shapes import (
    AnswerBody,
    AnsweredShape,
    BoardList,
    NextBody,
    QuestionShape,
    TriviaList,
    TriviaQuery,
    TurnShape,
)
from webapp.api.videos import cancel_mine, generate_video, list_mine, say_name

PREFIX = "/api/v1"
# Generous: a page checks words as they are typed, and a school may stand behind one address.
SIGN_IN, CHECK, WRITE, LISTEN, LOOK = (
    Rate("sign-in", 300),
    Rate("check", 1200),
    Rate("write", 120),
    Rate("listen", 30),
    Rate("look", 60),
)

ENDPOINTS = (
    Endpoint("POST", "/auth/telegram", enter_telegram, "Sign in with Mini App initData",
             {200: TokenAnswer}, (401,), TelegramBody, False, SIGN_IN, "people"),
    Endpoint("POST", "/auth/refresh", refresh_session, "Exchange a refresh token, once",
             {200: TokenAnswer}, (401,), RefreshBody, False, SIGN_IN, "people"),
    Endpoint("GET", "/me", show_me, "Who I am", {200: Person}, tag="people"),
    Endpoint("PATCH", "/me", change_me, "Choose my language",
             {200: Person}, (), MeBody, True, WRITE, "people"),
    Endpoint("GET", "/artists", list_page, "Who can be asked for a greeting",
             {200: ArtistList}, (), ArtistQuery, False, None, "artists"),
    Endpoint("GET", "/artists/{artist}", show_artist, "One artist, by id or slug",
             {200: ArtistDetail}, (404,), None, False, None, "artists"),
    Endpoint("GET", "/artists/{artist}/prompts", show_prompts, "The artist's own words for an occasion",
             {200: PromptList}, (404,), PromptQuery, False, None, "artists"),
    Endpoint("POST", "/videos/generate", generate_video, "Ask for a greeting",
             {202: JobShape}, (403, 404), GenerateBody, True, WRITE),
    Endpoint("POST", "/videos/name-sample", say_name, "Hear the artist say a name",
             {200: NameSample}, (403, 404, 503), NameSampleBody, True, LISTEN),
    Endpoint("GET", "/videos", list_mine, "My greetings, newest first", {200: JobList}, (), Page),
    Endpoint("GET", "/videos/jobs/{video}", show_job, "Where a greeting is", {200: JobShape}, (404,)),
    Endpoint("GET", "/videos/jobs/{video}/events", stream_job, "Where a greeting is, as it changes",
             {200: None}, (404,), streams=True),
    Endpoint("POST", "/videos/{video}/cancel", cancel_mine, "Cancel before paying",
             {200: JobShape}, (404, 409), None, True, WRITE),
    Endpoint("POST", "/moderation/check", check_words, "What the filter says about a text",
             {200: CheckAnswer}, (404,), CheckBody, False, CHECK, "moderation"),
    Endpoint("POST", "/moderation/name", check_name, "What the filter says about a name",
             {200: CheckAnswer}, (), NameCheckBody, False, CHECK, "moderation"),
    Endpoint("GET", "/face-quiz/consent", show_consent, "What a quiz photo is used for, and whether I agreed",
             {200: ConsentShape}, tag="quizzes"),
    Endpoint("POST", "/face-quiz/consent", agree_quiz, "Agree",
             {200: ConsentShape}, (), ConsentBody, True, WRITE, "quizzes"),
    Endpoint("POST", "/face-quiz/consent/withdraw", withdraw_quiz, "Take my consent back: photos go at once",
             {200: ConsentShape}, (), None, True, WRITE, "quizzes"),
    Endpoint("POST", "/face-quiz/start", begin_quiz, "Begin, and get a link that takes the photo",
             {201: QuizStarted}, (403,), QuizStartBody, True, WRITE, "quizzes"),
    Endpoint("POST", "/face-quiz/{quiz}/analyze", analyze_quiz, "Whom the photo looks like",
             {200: QuizAnswer}, (404, 503), AnalyzeBody, True, LOOK, "quizzes"),
    Endpoint("GET", "/face-quiz/{quiz}", show_quiz, "Where a quiz is",
             {200: QuizState}, (404,), tag="quizzes"),
    Endpoint("GET", "/face-quiz/{quiz}/receipt", show_receipt, "Proof that the photo is gone",
             {200: QuizReceipt}, (404,), tag="quizzes"),
    Endpoint("POST", "/face-quiz/{quiz}/share", share_quiz, "Make my answer ready to be shared",
             {200: ShareAnswer}, (404, 409, 503), None, True, WRITE, "quizzes"),
    Endpoint("GET", "/trivia", list_trivia_quizzes, "Quizzes with questions",
             {200: TriviaList}, (), TriviaQuery, False, None, "trivia"),
    Endpoint("POST", "/trivia/{quiz}/games", begin_game, "Begin a game: the first question",
             {201: QuestionShape}, (404,), None, True, WRITE, "trivia"),
    Endpoint("POST", "/trivia/games/{game}/answer", take_answer, "Answer the open question, once",
             {200: AnsweredShape}, (404, 409), AnswerBody, True, WRITE, "trivia"),
    Endpoint("POST", "/trivia/games/{game}/next", take_turn, "The next question, or the result",
             {200: TurnShape}, (404,), NextBody, True, WRITE, "trivia"),
    Endpoint("GET", "/trivia/board", show_board, "The best of this week",
             {200: BoardList}, (), None, False, None, "trivia"),
    Endpoint("GET", "/products", list_goods, "What the shop sells", {200: ProductList}, (), Page, False, None, "shop"),
    Endpoint("GET", "/products/{product}", show_goods, "One product, by id or slug",
             {200: ProductShape}, (404,), None, False, None, "shop"),
    Endpoint("GET", "/cart", show_cart, "My cart", {200: CartShape}, tag="shop"),
    Endpoint("POST", "/cart/items", add_to_cart, "Put goods into my cart",
             {200: CartShape}, (403, 404, 409), CartItemBody, True, WRITE, "shop"),
    Endpoint("PATCH", "/cart/items/{item}", change_line, "Change how many",
             {200: CartShape}, (404,), CartChangeBody, True, WRITE, "shop"),
    Endpoint("DELETE", "/cart/items/{item}", remove_line, "Take goods out of my cart",
             {200: CartShape}, (404,), None, True, WRITE, "shop"),
    Endpoint("POST", "/cart/promo", use_code, "Use a promo code", {200: CartShape}, (), PromoBody, True, WRITE, "shop"),
    Endpoint("GET", "/delivery/carriers", list_carriers, "How goods can be delivered",
             {200: CarrierList}, signed_in=False, tag="shop"),
    Endpoint("GET", "/delivery/places", list_places, "Lockers, cities and pickup points, the nearest first",
             {200: PlaceList}, (503,), PlaceQuery, False, CHECK, "shop"),
    Endpoint("GET", "/payment-providers", list_providers, "How goods can be paid",
             {200: ProviderList}, signed_in=False, tag="shop"),
    Endpoint("POST", "/orders", create_order, "Order goods",
             {201: OrderShape}, (403, 404, 503), OrderBody, True, WRITE, "shop"),
    Endpoint("GET", "/orders", list_orders, "My orders for goods, newest first",
             {200: OrderList}, (), Page, tag="shop"),
    Endpoint("GET", "/orders/{order}", show_order, "One order with its parcel, by id or number",
             {200: OrderShape}, (404,), tag="shop"),
    Endpoint("POST", "/orders/{order}/cancel", cancel_order, "Cancel before paying",
             {200: OrderShape}, (404, 409), None, True, WRITE, "shop"),
    Endpoint("POST", "/orders/{order}/pay", pay_another_way, "Pay another way",
             {200: OrderShape}, (404, 409, 503), PayBody, True, WRITE, "shop"),
    Endpoint("GET", "/posters/designs", list_designs, "Designs, palettes and sizes of posters",
             {200: DesignList}, (), None, False, None, "posters"),
    Endpoint("POST", "/posters", make_poster, "Draw a poster",
             {201: PosterShape}, (403, 404, 503), PosterBody, True, WRITE, "posters"),
    Endpoint("GET", "/posters", list_my_posters, "My posters, newest first",
             {200: PosterList}, (), Page, tag="posters"),
    Endpoint("GET", "/posters/{poster}", show_poster, "One poster of mine",
             {200: PosterShape}, (404,), tag="posters"),
    Endpoint("PATCH", "/posters/{poster}", change_my_poster, "Draw it anew with another look or other words",
             {200: PosterShape}, (403, 404, 409, 503), PosterPatch, True, WRITE, "posters"),
    Endpoint("GET", "/posters/{poster}/mockups/{kind}", show_mockup, "The design on a product",
             {200: MockupShape}, (404, 503), MockupQuery, tag="posters"),
)  # fmt: skip


def add_api(app: web.Application) -> None:
    for endpoint in ENDPOINTS:
        app.router.add_route(endpoint.method, PREFIX + endpoint.path, serve_endpoint(endpoint))
    app[OPENAPI] = build_openapi(ENDPOINTS, PREFIX)
    app.router.add_get(f"{PREFIX}/openapi.json", show_openapi)
    app.router.add_get("/api/docs", show_docs)
    add_pictures(app)
