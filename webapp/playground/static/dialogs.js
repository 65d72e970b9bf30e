// Toasts, alerts and dialogs.
import { iconButton, make } from "./dom.js";
import { on, state, word } from "./state.js";

export function toast(text) {
  if (!text) return;
  const note = make("div", { class: "toast" }, text);
  document.getElementById("toasts").append(note);
  setTimeout(() => note.classList.add("gone"), Math.min(2600 + text.length * 40, 7000));
  note.addEventListener("transitionend", () => note.remove());
}

export function startToasts() {
  on("toast", ({ text }) => toast(text));
}

// Opens a dialog; `build(close)` makes its body. Resolves with what `close` was given, or null.
export function openDialog(title, build, extra = "") {
  return new Promise((resolve) => {
    let result = null;
    const dialog = make("dialog", { class: `sheet ${extra}`, "aria-label": title });
    const close = (value = null) => {
      result = value;
      dialog.close();
    };
    dialog.append(
      make("header", { class: "sheet-head" }, make("h2", {}, title), iconButton("close", word("close"), () => close())),
      build(close),
    );
    dialog.addEventListener("click", (event) => event.target === dialog && close());
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(result);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

export function showAlert(text, title = state.bot.first_name || "") {
  return choose(title, text, [{ id: "ok", text: word("ok"), type: "primary" }]);
}

export function askYes(text) {
  return choose(state.bot.first_name, text, [
    { id: "", text: word("cancel") }, { id: "yes", text: word("yes"), type: "primary" },
  ]).then((answer) => answer === "yes");
}

const LOOKS = { primary: "primary", ok: "primary", default: "primary", destructive: "danger" };

export function choose(title, text, buttons) {
  return openDialog(title || " ", (close) => make("div", { class: "sheet-body" },
    make("p", { class: "words" }, text),
    make("div", { class: "choices" }, buttons.map((button) => make("button", {
      type: "button", class: `wide ${LOOKS[button.type] || ""}`,
      onclick: () => close(button.id ?? ""),
    }, button.text || word(button.type === "cancel" ? "cancel" : button.type === "close" ? "close" : "ok")))),
  ), "small");
}

// Lets a person pick one of the chats they are in; resolves with a chat id or null.
export function pickChat(title) {
  const mine = [...state.chats.values()].filter((chat) => chat.members.includes(state.me));
  return openDialog(title, (close) => make("div", { class: "sheet-body list" }, mine.map((chat) => make("button", {
    type: "button", class: "wide", onclick: () => close(chat.id),
  }, chat.title || `${state.bot.first_name} · ${word("bot")}`))), "small");
}
