// One product: its colours and sizes, a design to print on it, and into the cart.
import { definePage, go } from "./router.js";
import { api } from "./session.js";
import { feel } from "./telegram.js";
import { money, pickChip, make, readWords } from "./shop_parts.js";
import { hush, tellError } from "./words.js";

definePage("product", (page) => {
  const words = readWords(page, "product-data");
  const { product } = words;
  const add = page.querySelector("#add");
  const picture = page.querySelector("#picture");
  const left = page.querySelector("#left");
  const chosen = { colour: product.variants[0].colour, size: "" };
  let asked = 0;

  const colours = [...new Map(product.variants.map((one) => [one.colour, one.colour_name])).entries()];
  const sizes = [...new Set(product.variants.map((one) => one.size))];
  const poster = () => page.querySelector('input[name="poster"]:checked');

  // A poster is printed in the size it was designed for.
  const fixedSize = () => (product.needs_design ? poster()?.dataset.size?.toUpperCase() : "");
  const variant = () => product.variants.find((one) => one.colour === chosen.colour && one.size === (fixedSize() || chosen.size));

  function draw() {
    chosen.size = fixedSize() || (sizes.includes(chosen.size) ? chosen.size : firstInStock());
    page.querySelector("#options").replaceChildren(
      options("colour", words.colour, colours.filter(([id]) => id)),
      fixedSize() || sizes.length < 2 ? "" : options("size", words.size, sizes.map((size) => [size, size])),
    );
    const one = variant();
    const ready = one?.in_stock && (!product.needs_design || poster());
    add.disabled = false;
    if (ready) add.textContent = words.add.replace("%", money(words, one.price_uzs));
    else if (product.needs_design && !poster()) add.textContent = words.needs_design;
    else [add.textContent, add.disabled] = [words.sold_out, true];
    left.textContent = one?.in_stock && one.left <= 5 ? words.left.replace("%", one.left) : "";
    showPicture(one);
  }

  function firstInStock() {
    return product.variants.find((one) => one.colour === chosen.colour && one.in_stock)?.size ?? sizes[0];
  }

  function options(name, title, list) {
    if (list.length < 2) return "";
    const chips = list.map(([id, label]) => {
      const chip = pickChip(name, id, label, chosen[name] === id, () => {
        feel("pick");
        chosen[name] = id;
        draw();
      });
      if (name === "size" && !product.variants.some((one) => one.colour === chosen.colour && one.size === id && one.in_stock)) chip.classList.add("is-gone");
      return chip;
    });
    return make("fieldset", { class: "card" }, make("legend", {}, title), make("div", { class: "chips wrap" }, ...chips));
  }

  // The design on the goods is drawn on our side; until it is there the plain goods stand.
  async function showPicture(one) {
    const mine = ++asked;
    const design = poster()?.value;
    if (!design) return void (picture.src = (product.needs_design ? one?.picture_url : one?.blank_url) ?? product.picture_url);
    picture.classList.add("is-waiting");
    try {
      const drawn = await api("GET", `/posters/${design}/mockups/${product.kind}?colour=${chosen.colour}`);
      if (mine === asked) picture.src = drawn.url;
    } catch (error) {
      if (mine === asked) tellError(error);
    } finally {
      if (mine === asked) picture.classList.remove("is-waiting");
    }
  }

  page.querySelector("#prints").addEventListener("change", () => {
    feel("pick");
    draw();
  });
  add.addEventListener("click", async () => {
    if (product.needs_design && !poster()) return void go(`/app/posters/new?product=${product.slug}`);
    add.setAttribute("aria-busy", "true");
    hush();
    try {
      const body = { variant_id: variant().id, quantity: 1 };
      if (poster()?.value) body.poster_id = poster().value;
      await api("POST", "/cart/items", body, crypto.randomUUID());
      feel("success");
      go("/app/cart");
    } catch (error) {
      feel("error");
      tellError(error);
    } finally {
      add.removeAttribute("aria-busy");
    }
  });
  draw();
});
