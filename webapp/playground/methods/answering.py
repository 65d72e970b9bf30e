"""Answers to what people asked: pressed buttons, inline queries, Mini App queries."""

from aiogram.methods import AnswerCallbackQuery, AnswerInlineQuery, AnswerWebAppQuery, SavePreparedInlineMessage

from webapp.playground.calls import Call
from webapp.playground.errors import bad_request
from webapp.playground.inline_results import check_result, post_result
from webapp.playground.registry import plays
from webapp.playground.shapes import Json
from webapp.playground.world import World

LONGEST_ANSWER = 200
MOST_RESULTS = 50


@plays(AnswerCallbackQuery)
async def answer_click(world: World, call: Call) -> bool:
    if len(call.get("text") or "") > LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    kept = {key: call[key] for key in ("text", "show_alert", "url") if call.get(key)}
    world.clicks.reply(call["callback_query_id"], kept)
    return True


@plays(AnswerInlineQuery)
async def answer_inline(world: World, call: Call) -> bool:
    results = call["results"]
    if len(results) > MOST_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    if len({result["id"] for result in results}) < len(results):
        raise bad_request("RESULT_ID_DUPLICATE")
    for result in results:
        check_result(result)
    kept = ("results", "next_offset", "button", "cache_time", "is_personal")
    world.inline.reply(call["inline_query_id"], {key: call[key] for key in kept if key in call.values})
    return True


@plays(AnswerWebAppQuery)
async def answer_app(world: World, call: Call) -> Json:
    user_id = world.inline.app_queries.pop(call["web_app_query_id"], None)
    if user_id is None:
        raise bad_request("QUERY_ID_INVALID")
    check_result(call["result"])
    message = await post_result(world, world.people.by_id[user_id], user_id, call["result"])
    return {"inline_message_id": message["_inline_message_id"]}


@plays(SavePreparedInlineMessage)
async def save_prepared(world: World, call: Call) -> Json:
    if world.people.find(call["user_id"]) is None:
        raise bad_request("user not found")
    check_result(call["result"])
    return world.inline.prepare(int(call["user_id"]), call["result"])
