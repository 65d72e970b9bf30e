// Invoices: the card in the chat is elsewhere; here is the dialog that confirms and pays.
import { make } from "./dom.js";
import { openDialog, showAlert } from "./dialogs.js";
import { api, attempt, person, word } from "./state.js";

export function price(invoice) {
  const amount = invoice.total_amount ?? invoice.amount;
  if (invoice.currency === "XTR") return `⭐ ${amount.toLocaleString("ru")}`;
  return `${(amount / 100).toLocaleString("ru")} ${invoice.currency}`;
}

export async function payMessage(message) {
  const path = `/control/chats/${message.chat.id}/messages/${message.message_id}/pay`;
  return confirmPayment(message.invoice, path);
}

export async function payLinkSlug(slug) {
  const invoice = await attempt(() => api("GET", `/control/invoices/${encodeURIComponent(slug)}`));
  return invoice ? confirmPayment(invoice, `/control/invoices/${encodeURIComponent(slug)}/pay`) : "failed";
}

// Resolves with what openInvoice reports: paid, cancelled or failed.
async function confirmPayment(invoice, path) {
  const payer = person();
  const outcome = await openDialog(word("pay-title"), (close) => {
    const button = make("button", { type: "button", class: "wide primary" }, `${word("pay")} ${price(invoice)}`);
    button.addEventListener("click", async () => {
      button.disabled = true;
      button.classList.add("busy");
      const shipping = invoice.currency === "XTR" ? {} : await chooseShipping(path, payer, invoice.currency);
      close(shipping && (await attempt(() => api("POST", path, { from_id: payer.id, ...shipping }))));
    });
    return make("div", { class: "sheet-body pay" },
      make("div", { class: "star", "aria-hidden": "true" }, invoice.currency === "XTR" ? "⭐" : "💳"),
      make("h3", {}, invoice.title), make("p", { class: "words" }, invoice.description),
      make("p", { class: "quiet" }, `${payer.first_name} · ${word("balance")}: ⭐ ${payer.stars.toLocaleString("ru")}`), button);
  }, "small");
  if (!outcome) return "cancelled";
  if (outcome.ok) return "paid";
  const words = { timeout: word("pay-timeout"), insufficient_stars: word("no-stars"), failed: word("rail-declined") };
  await showAlert(words[outcome.status] || outcome.message, word("pay-failed"));
  return "failed";
}

// Where the price depends on shipping: the ways the bot offers. Null when the person leaves or the bot refuses.
export async function chooseShipping(path, payer, currency) {
  const told = await attempt(() => api("POST", path.replace(/pay$/, "shipping"), { from_id: payer.id }));
  if (!told) return null;
  if (!told.ok) {
    await showAlert(told.status === "timeout" ? word("pay-timeout") : told.message, word("pay-failed"));
    return null;
  }
  if (!told.shipping_options.length) return {};
  const label = (option) => `${option.title} · ${price({ currency, amount: option.prices.reduce((sum, part) => sum + part.amount, 0) })}`;
  const id = await openDialog(word("shipping"), (close) => make("div", { class: "sheet-body choices" }, told.shipping_options.map((option) => {
    const button = make("button", { type: "button", class: "wide" }, label(option));
    button.addEventListener("click", () => close(option.id));
    return button;
  })), "small");
  return id ? { shipping_option_id: id } : null;
}
