// Buttons under messages and under the input field.
import { showAlert, toast, pickChat } from "./dialogs.js";
import { icon, make } from "./dom.js";
import { openLink } from "./links.js";
import { payMessage } from "./money.js";
import { api, attempt, state, tell, word } from "./state.js";

export function inlineKeyboard(message) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  return make("div", { class: "keys" }, rows.map((row) => make("div", { class: "key-row" }, row.map((button) => inlineButton(message, button)))));
}

function inlineButton(message, button) {
  const mark = button.url || button.login_url ? "link" : button.web_app ? "app" : null;
  const node = make("button", { type: "button", class: `key ${button.style || ""}`, disabled: Boolean(button.disabled) },
    make("span", {}, label(button)), mark ? icon(mark) : null);
  node.addEventListener("click", () => press(message, button, node));
  return node;
}

// The pay button that Telegram adds by itself speaks the language of whoever reads it.
function label(button) {
  return button.pay ? button.text.replace(/^Pay (?=[⭐\d])/u, `${word("pay")} `) : button.text;
}

async function press(message, button, node) {
  if (button.pay) return payMessage(message);
  node.classList.add("busy");
  const path = `/control/chats/${message.chat.id}/messages/${message.message_id}/press`;
  const wanted = button.callback_data ? { data: button.callback_data } : { text: button.text };
  const seen = await attempt(() => api("POST", path, { from_id: state.me, theme: state.theme, ...wanted }));
  node.classList.remove("busy");
  if (seen) show(seen, button);
}

function show(seen, button) {
  if (seen.kind === "callback") {
    if (!seen.answered) toast(word("bot-silent"));
    else if (seen.show_alert) showAlert(seen.text);
    else toast(seen.text);
    if (seen.answer?.url) openLink(seen.answer.url);
  } else if (seen.kind === "url") openLink(seen.url);
  else if (seen.kind === "web_app") tell("open-app", { url: seen.url, button });
  else if (seen.kind === "copy") navigator.clipboard?.writeText(seen.text).then(() => toast(word("copied")));
  else if (seen.kind === "inline") startInline(seen);
}

export async function startInline({ query, here }) {
  const chat = here ? state.chat : await pickChat(word("share"));
  if (chat) tell("compose", { chat, text: `@${state.bot.username} ${query}` });
}

export function replyKeyboard(chat) {
  const keyboard = chat.keyboard;
  if (!keyboard?.keyboard) return null;
  return make("div", { class: "reply-keys" }, keyboard.keyboard.map((row) => make("div", { class: "key-row" }, row.map((button) => {
    const node = make("button", { type: "button", class: `key ${button.style || ""}` }, make("span", {}, button.text), button.web_app ? icon("app") : null);
    node.addEventListener("click", () => pressReply(chat, keyboard, button));
    return node;
  }))));
}

async function pressReply(chat, keyboard, button) {
  if (!button.request_contact && !button.request_location && !button.web_app) return tell("say", { text: button.text });
  const path = `/control/chats/${chat.id}/messages/${keyboard.message_id}/press`;
  const seen = await attempt(() => api("POST", path, { from_id: state.me, text: button.text, theme: state.theme }));
  return seen && show(seen, button);
}
