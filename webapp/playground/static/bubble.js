// One message as a bubble; a change of the message updates the same bubble in place.
import { avatar, clock, iconButton, make } from "./dom.js";
import { formatText } from "./entities.js";
import { inlineKeyboard } from "./keyboards.js";
import { showMedia } from "./media.js";
import { price } from "./money.js";
import { state, tell, word } from "./state.js";

const EFFECTS = {
  "5104841245755180586": "🔥", "5107584321108051014": "👍", "5159385139981059251": "❤️",
  "5046509860389126442": "🎉", "5104858069142078462": "👎", "5046589136895476101": "💩",
};

export function showMessage(message) {
  const service = serviceWords(message);
  const row = service ? make("div", { class: "service" }, make("span", {}, service)) : bubbleRow(message);
  row.dataset.id = message.message_id;
  return row;
}

// Redraws a row, keeping a playing video or voice when the file stays the same.
export function updateMessage(row, message) {
  const fresh = showMessage(message);
  const [old, renewed] = [row.querySelector("[data-key]"), fresh.querySelector("[data-key]")];
  if (old && renewed && old.dataset.key === renewed.dataset.key) renewed.replaceWith(old);
  row.className = fresh.className;
  row.replaceChildren(...fresh.childNodes);
}

function bubbleRow(message) {
  const mine = message.from.id === state.me;
  const media = showMedia(message);
  const words = message.text ?? message.caption;
  const entities = message.entities || message.caption_entities || [];
  const text = words ? make("div", { class: "text" }, formatText(words, entities)) : null;
  const above = message.show_caption_above_media;
  const bare = Boolean(message.video_note || message.sticker || message.dice) && !text;
  const bubble = make("div", { class: `bubble ${media ? "with-media" : ""} ${bare ? "bare" : ""} ${text ? "" : "no-text"} ${message.edit_date ? "edited" : ""}` },
    sender(message, mine), forwarded(message), quoted(message), above ? text : media, above ? media : text,
    message.invoice ? invoice(message.invoice) : null, foot(message));
  const group = message.chat.type !== "private";
  const row = make("div", { class: `row ${mine ? "mine" : "theirs"}` },
    group && !mine ? avatar(message.from, "small") : null,
    make("div", { class: "stack" }, bubble, inlineKeyboard(message)),
    iconButton("reply", word("reply"), () => tell("reply-to", { message }), { class: "round reply" }));
  if (message.effect_id) row.dataset.effect = EFFECTS[message.effect_id] || "✨";
  return row;
}

function sender(message, mine) {
  if (message.chat.type === "private" || mine) return message.via_bot ? via(message) : null;
  return make("div", { class: "sender" }, message.from.first_name, message.from.is_bot ? make("small", {}, word("bot")) : null);
}

function via(message) {
  return make("div", { class: "sender" }, `via @${message.via_bot.username}`);
}

function forwarded(message) {
  const origin = message.forward_origin?.sender_user;
  return origin ? make("div", { class: "sender" }, `↪ ${origin.first_name}`) : null;
}

function quoted(message) {
  const original = message.reply_to_message;
  if (!original || original.forum_topic_created) return null;
  return make("button", { type: "button", class: "quoted", onclick: () => tell("jump", { id: original.message_id }) },
    make("b", {}, original.from.first_name), make("span", {}, summary(original)));
}

function invoice(card) {
  return make("div", { class: "invoice" }, make("strong", {}, card.title), make("p", {}, card.description), make("span", { class: "price" }, price(card)));
}

function foot(message) {
  const reactions = message.reactions?.map((reaction) => reaction.emoji).join(" ");
  const topic = message.is_topic_message && state.chats.get(message.chat.id)?.topics?.[message.message_thread_id];
  return make("div", { class: "foot" }, topic ? make("span", { class: "chip" }, topic.name) : null, reactions ? make("span", { class: "chip" }, reactions) : null,
    message.edit_date ? `${word("edited")} ` : null, clock(message.date));
}

function serviceWords(message) {
  if (message.successful_payment) return `✅ ${word("paid")}: ${price(message.successful_payment)}`;
  if (message.refunded_payment) return `↩️ ${word("refunded")}: ${price(message.refunded_payment)}`;
  if (message.pinned_message) return `📌 ${message.from.first_name} ${word("pinned")}`;
  if (message.forum_topic_created) return `${word("topic")}: ${message.forum_topic_created.name}`;
  if (message.forum_topic_closed) return `${word("topic")} ✓`;
  if (message.forum_topic_edited) return `${word("topic")}: ${message.forum_topic_edited.name}`;
  if (message.web_app_data) return `${message.web_app_data.button_text} ✓`;
  return "";
}

export function summary(message) {
  if (!message) return "";
  const kinds = { photo: "photo", video: "video", video_note: "video-note", voice: "voice", document: "file", audio: "voice", animation: "video", invoice: "invoice" };
  const kind = Object.keys(kinds).find((name) => message[name]);
  const words = message.text || message.caption || serviceWords(message) || message.invoice?.title || "";
  return kind && !message.text ? [word(kinds[kind]), words].filter(Boolean).join(" · ") : words;
}
