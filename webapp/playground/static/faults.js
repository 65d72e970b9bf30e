// The panel that makes the outside world misbehave.
import { openDialog, toast } from "./dialogs.js";
import { make } from "./dom.js";
import { api, attempt, state, word } from "./state.js";

export async function openFaults() {
  const orders = (await attempt(() => api("GET", "/control/faults"))) || [];
  await openDialog(word("faults"), (close) => {
    const services = Object.keys(state.faultKinds);
    const service = make("select", { name: "service", "aria-label": "service" }, services.map((name) => make("option", { value: name }, name)));
    const kind = make("select", { name: "kind", "aria-label": "kind" });
    const fill = () => kind.replaceChildren(...state.faultKinds[service.value].map((name) => make("option", { value: name }, name)));
    service.addEventListener("change", fill);
    fill();
    const form = make("form", { class: "sheet-body form" }, make("p", { class: "quiet" }, word("faults-about")),
      make("div", { class: "pair" }, service, kind),
      make("label", {}, word("faults-method"), make("input", { name: "method", placeholder: "sendMessage", autocomplete: "off" })),
      make("label", {}, word("faults-times"), make("input", { name: "times", type: "number", min: "1", value: "1" })),
      make("button", { class: "wide primary" }, word("faults-order")),
      orders.length ? make("ul", { class: "orders" }, orders.map((order) => make("li", {}, `${order.service} · ${order.kind} · ${order.method || "*"} × ${order.times}`))) : null,
      orders.length ? make("button", { type: "button", class: "wide", onclick: () => attempt(() => api("DELETE", "/control/faults")).then(() => close()) }, word("faults-clear")) : null,
      limitsSwitch());
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const order = await attempt(() => api("POST", "/control/faults", Object.fromEntries(new FormData(form))));
      if (!order) return;
      toast(`${order.kind} × ${order.times}`);
      close();
    });
    return form;
  }, "small");
}

function limitsSwitch() {
  const box = make("input", { type: "checkbox", checked: state.limits });
  box.addEventListener("change", async () => {
    const told = await attempt(() => api("POST", "/control/limits", { enabled: box.checked }));
    if (told) state.limits = told.enabled;
  });
  return make("label", { class: "switch" }, box, word("faults-limits"));
}
