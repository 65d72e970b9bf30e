// What the shop's pages share: money, small elements, sums, pay pages.
import { able, inTelegram, openInvoice, telegram } from "./telegram.js";

export const readWords = (page, name) => JSON.parse(page.querySelector(`#${name}`).content.textContent);

export const money = (words, amount) => words.money.replace("%", String(amount).replace(/\B(?=(\d{3})+$)/g, "\u00a0").replace("-", "−"));

export function make(tag, attributes = {}, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...inside.filter((one) => one != null && one !== false));
  return element;
}

// Lines of [words, amount]; the last one is the sum.
export function drawSums(list, words, lines) {
  list.replaceChildren(...lines.filter(([, amount]) => amount).flatMap(([name, amount]) => [make("dt", {}, name), make("dd", {}, money(words, amount))]));
  list.hidden = false;
}

export function pickChip(name, value, words, checked, act) {
  const input = make("input", { type: "radio", name, value, checked, onchange: act });
  return make("label", { class: "chip pick" }, input, make("span", {}, words));
}

// An invoice opens in place; a provider's page opens beside us, and the order's page waits for the news.
export async function openPayPage(order) {
  if (!order.payment_url) return "pending";
  if (order.payment_provider === "telegram") return openInvoice(order.payment_url);
  if (able("6.1")) telegram.openLink(order.payment_url);
  else if (inTelegram || !window.open(order.payment_url, "_blank", "noopener")) location.assign(order.payment_url);
  return "pending";
}
