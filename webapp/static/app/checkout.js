// Where to, for whom, paid how; then the order is placed once and its pay page opened.
import { definePage, go } from "./router.js";
import { api } from "./session.js";
import { feel, guardLeaving } from "./telegram.js";
import { drawMap } from "./place_map.js";
import { drawSums, make, money, openPayPage, pickChip, readWords } from "./shop_parts.js";
import { hush, tellError } from "./words.js";

const PAUSE = 300;

definePage("checkout", (page) => {
  const words = readWords(page, "checkout-words");
  const part = (id) => page.querySelector(`#${id}`);
  const pay = part("pay");
  // One order however often the button is tapped: the key belongs to this visit of the page.
  let key = crypto.randomUUID();
  let cart = null;
  let carriers = [];
  let carrier = null;
  let places = [];
  let place = null;
  let provider = "";
  let here = null;
  let timer = 0;

  async function start() {
    try {
      const [found, ways, rails] = await Promise.all([api("GET", "/cart"), api("GET", "/delivery/carriers"), api("GET", "/payment-providers")]);
      if (!found.items.length) return void go("/app/cart", { replace: true });
      [cart, carriers] = [found, ways.items];
      provider = rails.items[0]?.id ?? "";
      part("providers").replaceChildren(...rails.items.map((rail) => pickChip("provider", rail.id, rail.name, rail.id === provider, () => choose(() => (provider = rail.id)))));
      part("carriers").replaceChildren(...carriers.map(carrierLine));
      await pickCarrier(carriers[0]);
    } catch (error) {
      tellError(error);
    }
  }

  function choose(change) {
    feel("pick");
    change();
    key = crypto.randomUUID();
    sum();
  }

  function carrierLine(way) {
    const input = make("input", { type: "radio", name: "carrier", value: way.id, checked: way === carriers[0], onchange: () => pickCarrier(way) });
    return make("label", { class: "choice" }, input, make("span", {}, make("b", {}, way.name), make("span", {}, way.about)), make("i", {}, way.from_uzs ? words.from.replace("%", money(words, way.from_uzs)) : words.free));
  }

  async function pickCarrier(way) {
    [carrier, place] = [way, null];
    part("places-card").hidden = !way.asks.includes("place");
    part("address-card").hidden = !way.asks.includes("address");
    part("email-box").hidden = way.id !== "boxnow";
    await findPlaces();
  }

  async function findPlaces() {
    if (!carrier.asks.includes("place")) return sum();
    const query = new URLSearchParams({ carrier: carrier.id, q: part("place-search").value.trim() });
    if (here) [["lat", here.lat], ["lng", here.lng]].forEach(([name, value]) => query.set(name, value));
    try {
      places = (await api("GET", `/delivery/places?${query}`)).items;
      if (!places.includes(place)) place = places.find((one) => one.id === place?.id) ?? null;
      drawPlaces();
    } catch (error) {
      tellError(error);
    }
  }

  function drawPlaces() {
    part("places").replaceChildren(...(places.length ? places.map(placeLine) : [make("p", { class: "says" }, words.none)]));
    drawMap(part("map"), places, place, here, pickPlace);
    sum();
  }

  function placeLine(one, index) {
    const input = make("input", { type: "radio", name: "place", value: one.id, checked: one === place, onchange: () => pickPlace(one) });
    const far = one.distance_m == null ? "" : words.km.replace("%", (one.distance_m / 1000).toFixed(1));
    return make("label", { class: "choice" }, input,
      make("span", {}, make("b", {}, one.lat == null ? one.name : `${index + 1}. ${one.name}`), make("span", {}, [one.address, one.note].filter(Boolean).join(" · "))),
      make("i", {}, far || (one.price_uzs ? money(words, one.price_uzs) : "")));
  }

  function pickPlace(one) {
    choose(() => (place = one));
    for (const input of part("places").querySelectorAll("input")) input.checked = input.value === one.id;
    drawMap(part("map"), places, place, here, pickPlace);
    page.querySelector(`#places input[value="${CSS.escape(one.id)}"]`)?.closest("label").scrollIntoView({ block: "nearest", behavior: "smooth" });
  }

  const fee = () => (place ? place.price_uzs || carrier.from_uzs : carrier.from_uzs);

  function sum() {
    if (!cart || !carrier) return;
    const total = cart.goods_uzs - cart.discount_uzs + fee();
    drawSums(part("sums"), words, [[words.goods, cart.goods_uzs], [words.discount, -cart.discount_uzs], [words.delivery, fee()], [words.total, total]]);
    const missing = carrier.asks.includes("place") && !place;
    pay.textContent = missing ? words.choose : words.pay.replace("%", money(words, total));
    pay.disabled = missing || !part("name").value.trim() || !part("phone").value.trim();
  }

  part("near").addEventListener("click", () => {
    navigator.geolocation?.getCurrentPosition(
      ({ coords }) => {
        here = { lat: coords.latitude, lng: coords.longitude };
        findPlaces();
      },
      () => part("place-search").focus(),
      { maximumAge: 600000, timeout: 8000 },
    );
  });
  part("place-search").addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(findPlaces, PAUSE);
  });
  part("checkout").addEventListener("input", (event) => {
    if (event.target.id === "place-search") return;
    guardLeaving(true);
    key = crypto.randomUUID();
    sum();
  });
  part("checkout").addEventListener("submit", (event) => event.preventDefault());
  pay.addEventListener("click", async () => {
    pay.setAttribute("aria-busy", "true");
    hush();
    part("says").textContent = "";
    try {
      const order = await api("POST", "/orders", body(), key);
      guardLeaving(false);
      await openPayPage(order);
      await go(`/app/orders/${order.number}`, { replace: true });
    } catch (error) {
      feel("error");
      if (error.problem) part("says").textContent = error.message;
      else tellError(error);
    } finally {
      pay.removeAttribute("aria-busy");
    }
  });

  function body() {
    const delivery = { carrier: carrier.id, name: part("name").value.trim(), phone: part("phone").value.trim() };
    if (place) delivery.place_id = place.id;
    if (carrier.asks.includes("address")) delivery.address = part("address").value.trim();
    if (!part("email-box").hidden && part("email").value.trim()) delivery.email = part("email").value.trim();
    const items = cart.items.map(({ variant_id, quantity, poster_id }) => (poster_id ? { variant_id, quantity, poster_id } : { variant_id, quantity }));
    return { items, delivery, payment_provider: provider, ...(cart.promo_code && !cart.promo_problem ? { promo_code: cart.promo_code } : {}) };
  }

  start();
  return () => clearTimeout(timer);
});
