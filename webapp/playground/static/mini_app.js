// A Mini App in a phone beside the chat: the parent's half of Telegram's event bridge.
import { askYes, choose, pickChat, toast } from "./dialogs.js";
import { iconButton, make } from "./dom.js";
import { openLink } from "./links.js";
import { startInline } from "./keyboards.js";
import { payLinkSlug } from "./money.js";
import { api, attempt, on, person, state, word } from "./state.js";

const phone = () => document.getElementById("phone");
let app = null;

export async function launchApp({ url = "", param = "", title = "" }) {
  const query = new URLSearchParams({ theme: state.theme });
  if (url) query.set("url", url);
  if (param) query.set("start_param", param);
  const told = await attempt(() => api("GET", `/control/users/${state.me}/app?${query}`));
  if (told) openApp({ url: told.url, title });
}

function openApp({ url, title = "", button = null }) {
  const frame = make("iframe", { class: "app-frame", title: title || state.bot.first_name, allow: "clipboard-write; clipboard-read; camera", src: url });
  const back = iconButton("back", word("back"), () => send("back_button_pressed"));
  back.hidden = true;
  const settings = iconButton("more", word("settings"), () => send("settings_button_pressed"));
  settings.hidden = true;
  const main = bottomButton("main_button_pressed", "primary");
  const second = bottomButton("secondary_button_pressed", "");
  const head = make("header", { class: "app-head" }, back, make("strong", {}, title || state.bot.first_name), settings, iconButton("close", word("close"), () => closeApp()));
  const bottom = make("footer", { class: "app-foot" }, second, main);
  app = { frame, back, settings, main, second, head, bottom, confirm: false, origin: new URL(url).origin, button, user: state.me };
  phone().replaceChildren(make("div", { class: "device" }, head, make("div", { class: "app-wait" }, word("app-loading")), frame, bottom));
  phone().hidden = false;
  document.getElementById("house").classList.add("with-app");
  frame.addEventListener("load", () => app?.frame === frame && phone().querySelector(".app-wait")?.remove());
  new ResizeObserver(() => sendViewport()).observe(frame);
}

function bottomButton(event, kind) {
  const node = make("button", { type: "button", class: `wide ${kind}`, hidden: true, onclick: () => send(event) });
  return node;
}

export async function closeApp(force = false) {
  if (!app || (app.confirm && !force && !(await askYes(word("app-leave"))))) return;
  app = null;
  phone().replaceChildren();
  phone().hidden = true;
  document.getElementById("house").classList.remove("with-app");
}

function send(eventType, eventData = {}) {
  app?.frame.contentWindow?.postMessage(JSON.stringify({ eventType, eventData }), "*");
}

function sendViewport() {
  if (!app) return;
  const { clientWidth, clientHeight } = app.frame;
  send("viewport_changed", { width: clientWidth, height: clientHeight, is_expanded: true, is_state_stable: true });
}

const none = { top: 0, bottom: 0, left: 0, right: 0 };

const HEAR = {
  web_app_ready: () => phone().querySelector(".app-wait")?.remove(),
  web_app_close: () => closeApp(true),
  web_app_request_viewport: sendViewport,
  web_app_expand: sendViewport,
  web_app_request_theme: () => send("theme_changed", { theme_params: state.themes[state.theme] }),
  web_app_request_safe_area: () => send("safe_area_changed", none),
  web_app_request_content_safe_area: () => send("content_safe_area_changed", none),
  web_app_setup_main_button: (data) => setButton(app.main, data),
  web_app_setup_secondary_button: (data) => setButton(app.second, data),
  web_app_setup_back_button: ({ is_visible }) => (app.back.hidden = !is_visible),
  web_app_setup_settings_button: ({ is_visible }) => (app.settings.hidden = !is_visible),
  web_app_setup_closing_behavior: ({ need_confirmation }) => (app.confirm = Boolean(need_confirmation)),
  web_app_set_header_color: ({ color, color_key }) => (app.head.style.background = color || state.themes[state.theme][color_key] || ""),
  web_app_set_bottom_bar_color: ({ color }) => (app.bottom.style.background = color || ""),
  web_app_set_background_color: ({ color }) => (app.frame.style.background = color || ""),
  web_app_open_link: ({ url }) => openLink(url),
  web_app_open_tg_link: ({ path_full }) => openLink(`https://t.me${path_full}`),
  web_app_open_invoice: async ({ slug }) => send("invoice_closed", { slug, status: await payLinkSlug(slug) }),
  web_app_open_popup: async ({ title, message, buttons }) => {
    const answer = await choose(title || state.bot.first_name, message, buttons);
    send("popup_closed", answer === null ? {} : { button_id: answer });
  },
  web_app_trigger_haptic_feedback: () => {
    phone().firstElementChild?.classList.remove("buzz");
    requestAnimationFrame(() => phone().firstElementChild?.classList.add("buzz"));
  },
  web_app_data_send: ({ data }) => sendData(data),
  web_app_switch_inline_query: ({ query, chat_types }) => closeApp(true).then(() => startInline({ query, here: !chat_types?.length })),
  web_app_request_write_access: async () => send("write_access_requested", { status: (await askYes(word("write-access"))) ? "allowed" : "cancelled" }),
  web_app_send_prepared_message: ({ id }) => sharePrepared(id),
  web_app_share_to_story: () => toast(word("story")),
  web_app_read_text_from_clipboard: async ({ req_id }) => send("clipboard_text_received", { req_id, data: await navigator.clipboard.readText().catch(() => null) }),
};

function setButton(node, data) {
  node.hidden = !data.is_visible;
  node.disabled = data.is_active === false || Boolean(data.is_progress_visible);
  node.classList.toggle("busy", Boolean(data.is_progress_visible));
  node.classList.toggle("shine", Boolean(data.has_shine_effect));
  node.textContent = data.text || "";
  node.style.background = data.color || "";
  node.style.color = data.text_color || "";
}

async function sendData(data) {
  const body = { from_id: app.user, data, button_text: app.button?.text || "" };
  await attempt(() => api("POST", `/control/chats/${state.chat}/app-data`, body));
  closeApp(true);
}

async function sharePrepared(id) {
  const chat = await pickChat(word("share"));
  if (chat === null) return send("prepared_message_failed", { error: "USER_DECLINED" });
  const sent = await attempt(() => api("POST", `/control/prepared/${id}/share`, { from_id: state.me, chat_id: chat }));
  if (sent) toast(word("share-sent"));
  return sent ? send("prepared_message_sent") : send("prepared_message_failed", { error: "MESSAGE_SEND_FAILED" });
}

export function startMiniApps() {
  window.addEventListener("message", (event) => {
    if (!app || event.source !== app.frame.contentWindow || typeof event.data !== "string") return;
    let told;
    try {
      told = JSON.parse(event.data);
    } catch {
      return;
    }
    HEAR[told.eventType]?.(told.eventData || {});
  });
  on("open-app", openApp);
  on("launch", launchApp);
  on("themed", () => send("theme_changed", { theme_params: state.themes[state.theme] }));
  on("chat-open", () => app && app.user !== person()?.id && closeApp(true));
}
