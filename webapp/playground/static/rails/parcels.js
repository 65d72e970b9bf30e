// Parcels and the buttons that move them along.
import { control, drawSteps, make, sayResult, words } from "./steps.js";

const place = document.getElementById("parcels");
const delivery = document.getElementById("delivery");

async function load() {
  const parcels = await (await fetch("/control/rails/boxnow/parcels")).json();
  place.replaceChildren(...(parcels.length ? parcels.map(drawParcel) : [make("p", { class: "quiet" }, place.dataset.empty)]));
}

function drawParcel(parcel) {
  const buttons = parcel.next.map((event) => {
    const button = make("button", { type: "button", class: "key" }, event);
    button.addEventListener("click", () => move(parcel, event));
    return button;
  });
  return make("article", { class: "parcel" },
    make("header", {}, make("b", {}, parcel.item.name || parcel.id), make("span", { class: `state ${parcel.state}` }, parcel.state)),
    make("p", { class: "quiet" }, `${place.dataset.order} ${parcel.order} · ${place.dataset.locker}: ${parcel.locker} · `, make("span", { class: "code" }, parcel.id)),
    make("p", { class: "quiet code" }, parcel.events.map((event) => event.type).join(" → ")),
    make("div", { class: "keys" }, ...buttons));
}

async function move(parcel, event) {
  try {
    const told = await control(`/control/rails/boxnow/parcels/${parcel.id}/move`, { event, delivery: delivery.value });
    const taken = told.steps.some((step) => step.status >= 200 && step.status < 300) || delivery.value;
    sayResult(`${event}: ${taken ? words.moved : words.hanging}`, taken);
    drawSteps(told);
  } catch (problem) {
    sayResult(problem.message, false);
  }
  await load();
}

load().catch((problem) => sayResult(problem.message, false));
