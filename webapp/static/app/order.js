// One order: what, how much, where the parcel is; news come while the page is open.
import { definePage } from "./router.js";
import { api } from "./session.js";
import { askYes, feel } from "./telegram.js";
import { drawSums, make, money, openPayPage, pickChip, readWords } from "./shop_parts.js";
import { hush, tellError } from "./words.js";

const LOOK = 3000;

definePage("order", (page) => {
  const words = readWords(page, "order-words");
  const part = (id) => page.querySelector(`#${id}`);
  const { number } = part("order").dataset;
  let order = null;
  let rails = [];
  let timer = 0;

  async function look() {
    clearTimeout(timer);
    try {
      order = await api("GET", `/orders/${number}`);
      draw();
    } catch (error) {
      tellError(error);
    }
    timer = setTimeout(() => (document.hidden ? look_later() : look()), LOOK);
  }

  const look_later = () => (timer = setTimeout(look, LOOK));

  function draw() {
    const due = order.status === "awaiting_payment";
    part("message").textContent = order.message;
    part("lines").replaceChildren(...order.items.map((item) => make("li", {}, make("span", {}, item.title), make("span", {}, words.pieces.replace("%", item.quantity)), make("b", {}, money(words, item.price_uzs * item.quantity)))));
    drawSums(part("sums"), words, [[words.goods, order.goods_uzs], [words.discount, -order.discount_uzs], [words.delivery, order.delivery_uzs], [words.refunded, -order.refunded_uzs], [words.total, order.total_uzs]]);
    drawParcel(order.delivery);
    part("pay").hidden = !due || !order.payment_url;
    part("pay").textContent = words.pay.replace("%", money(words, order.total_uzs));
    part("cancel").hidden = !due;
    part("other").hidden = !due || rails.length < 2;
    if (due && rails.length && !part("providers").childElementCount)
      part("providers").replaceChildren(...rails.map((rail) => pickChip("provider", rail.id, rail.name, rail.id === order.payment_provider, () => act(() => switchTo(rail.id)))));
  }

  function drawParcel(delivery) {
    part("parcel").hidden = !delivery;
    if (!delivery) return;
    part("place").textContent = [delivery.message, delivery.place_name || delivery.address].filter(Boolean).join(" · ");
    part("events").replaceChildren(...delivery.events.map((event) => make("li", {}, make("span", {}, event.message), make("time", { datetime: event.happened_at }, new Date(event.happened_at).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" })))));
    part("track").hidden = !delivery.tracking_url;
    if (delivery.tracking_url) part("track").href = delivery.tracking_url;
  }

  async function act(what) {
    hush();
    try {
      await what();
      await look();
    } catch (error) {
      feel("error");
      tellError(error);
    }
  }

  async function switchTo(provider) {
    order = await api("POST", `/orders/${number}/pay`, { payment_provider: provider }, crypto.randomUUID());
    await openPayPage(order);
  }

  part("pay").addEventListener("click", () => act(() => openPayPage(order)));
  part("cancel").addEventListener("click", async () => {
    if (await askYes(words.cancel_ask)) act(() => api("POST", `/orders/${number}/cancel`, undefined, crypto.randomUUID()));
  });
  api("GET", "/payment-providers").then((found) => ((rails = found.items), order && draw()), tellError);
  look();
  return () => clearTimeout(timer);
});
