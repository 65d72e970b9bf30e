// The page's own main button and back link, mirrored by Telegram's where there is one.
import { feel, inTelegram, telegram } from "./telegram.js";

let main = null;
let back = null;
let watcher = null;

export function adoptButtons(page) {
  main = page.querySelector("[data-main]");
  back = page.querySelector("[data-back]");
  watcher?.disconnect();
  if (!inTelegram) return;
  if (back) telegram.BackButton.show();
  else telegram.BackButton.hide();
  if (!main) return void telegram.MainButton.hide();
  watcher = new MutationObserver(mirror);
  watcher.observe(main, { attributes: true, childList: true, characterData: true, subtree: true });
  mirror();
}

function mirror() {
  const button = telegram.MainButton;
  const busy = main.getAttribute("aria-busy") === "true";
  const active = !main.disabled && !busy;
  button.setParams({
    text: main.textContent.trim(),
    is_visible: !main.hidden,
    is_active: active,
    color: active || busy ? telegram.themeParams.button_color : telegram.themeParams.hint_color,
    text_color: telegram.themeParams.button_text_color,
  });
  if (busy && !button.isProgressVisible) button.showProgress(false);
  if (!busy && button.isProgressVisible) {
    button.hideProgress();
    if (!active) button.disable();
  }
}

export function startButtons() {
  if (!inTelegram) return;
  telegram.MainButton.onClick(() => {
    if (!main || main.disabled || main.getAttribute("aria-busy") === "true") return;
    feel("tap");
    main.click();
  });
  telegram.BackButton.onClick(() => back?.click());
  telegram.onEvent("themeChanged", () => main && mirror());
}
