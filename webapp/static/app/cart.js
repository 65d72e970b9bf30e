// The cart: how many of what, a promo code, the sums.
import { definePage } from "./router.js";
import { api } from "./session.js";
import { feel } from "./telegram.js";
import { drawSums, make, money, readWords } from "./shop_parts.js";
import { hush, tellError } from "./words.js";

definePage("cart", (page) => {
  const words = readWords(page, "cart-words");
  const list = page.querySelector("#cart");
  const promo = page.querySelector("#promo");
  const next = page.querySelector("#next");
  const code = page.querySelector("#code");

  async function load(ask) {
    hush();
    try {
      draw(await ask());
    } catch (error) {
      feel("error");
      tellError(error);
    }
  }

  function draw(cart) {
    const full = cart.items.length > 0;
    list.replaceChildren(full ? make("ul", { class: "rows" }, ...cart.items.map(line)) : empty());
    promo.hidden = !full;
    if (document.activeElement !== code) code.value = cart.promo_code;
    page.querySelector("#promo-says").textContent = cart.promo_problem ?? "";
    next.hidden = false;
    next.href = full ? "/app/checkout" : "/app/shop";
    next.textContent = full ? words.checkout : words.to_shop;
    if (full && !cart.can_order) next.hidden = true;
    const sums = page.querySelector("#sums");
    if (full) drawSums(sums, words, [[words.goods, cart.goods_uzs], [words.discount, -cart.discount_uzs], [words.total, cart.total_uzs]]);
    else sums.hidden = true;
  }

  const empty = () => make("div", { class: "empty" }, make("p", {}, words.empty));

  function line(item) {
    const change = (quantity) => load(() => {
      feel("pick");
      return api("PATCH", `/cart/items/${item.id}`, { quantity }, crypto.randomUUID());
    });
    return make("li", { class: "row cart-line" },
      make("img", { src: item.picture_url, alt: "", width: 72, height: 72 }),
      make("span", { class: "row-words" },
        make("b", {}, item.title),
        make("span", {}, money(words, item.price_uzs)),
        item.problem ? make("span", { class: "says is-blocked" }, item.problem) : null,
        make("span", { class: "count" },
          make("button", { type: "button", "aria-label": item.quantity > 1 ? words.fewer : words.remove, onclick: () => change(item.quantity - 1) }, "−"),
          make("output", {}, String(item.quantity)),
          make("button", { type: "button", "aria-label": words.more, disabled: item.quantity >= Math.min(20, item.left), onclick: () => change(item.quantity + 1) }, "+"))),
      make("b", { class: "cart-sum" }, money(words, item.total_uzs)));
  }

  promo.addEventListener("submit", (event) => {
    event.preventDefault();
    code.blur();
    load(() => api("POST", "/cart/promo", { code: code.value }, crypto.randomUUID()));
  });
  load(() => api("GET", "/cart"));
});
