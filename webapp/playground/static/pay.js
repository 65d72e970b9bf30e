// The page behind an invoice link: what is sold, who pays, and how it went.
import { startToasts, toast } from "./dialogs.js";
import { make } from "./dom.js";
import { chooseShipping, price } from "./money.js";
import { api, attempt, loadState, loadWords, state, word } from "./state.js";

const slug = location.pathname.split("/").at(-1);
const till = document.getElementById("till");

async function start() {
  startToasts();
  document.documentElement.dataset.theme = localStorage.getItem("theme") || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  await loadState();
  const remembered = JSON.parse(localStorage.getItem("open") || "{}").as;
  state.me = state.people.has(remembered) ? remembered : state.people.keys().next().value;
  await loadWords(state.people.get(state.me).language_code);
  draw(await api("GET", `/control/invoices/${slug}`));
}

function draw(invoice) {
  const payer = make("select", { name: "payer" }, [...state.people.values()].map((who) => make("option", { value: String(who.id), selected: who.id === state.me }, `${who.first_name} ${who.last_name || ""} · ⭐ ${who.stars}`)));
  const button = make("button", { type: "button", class: "wide primary" }, `${word("pay")} ${price(invoice)}`);
  button.addEventListener("click", () => pay(Number(payer.value), button, invoice.currency));
  till.replaceChildren(make("div", { class: "star", "aria-hidden": "true" }, make("img", { src: "/static/icon.svg", alt: "", width: 64 })),
    make("h1", {}, invoice.title), make("p", { class: "words" }, invoice.description), make("div", { class: "price" }, price(invoice)),
    make("div", { class: "form" }, make("label", {}, word("pay-as"), payer)), button);
}

async function pay(id, button, currency) {
  button.disabled = true;
  button.classList.add("busy");
  const path = `/control/invoices/${slug}/pay`;
  const shipping = currency === "XTR" ? {} : await chooseShipping(path, { id }, currency);
  const outcome = shipping && (await attempt(() => api("POST", path, { from_id: id, ...shipping })));
  button.disabled = false;
  button.classList.remove("busy");
  if (!outcome) return;
  const words = { timeout: word("pay-timeout"), insufficient_stars: word("no-stars"), failed: word("rail-declined") };
  if (outcome.ok) till.replaceChildren(make("div", { class: "star" }, "✅"), make("h1", {}, word("paid")), make("a", { class: "wide", href: "/" }, word("back")));
  else toast(words[outcome.status] || outcome.message);
}

start().catch((problem) => toast(problem.message));
