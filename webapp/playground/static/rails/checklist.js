// An official list of cases, run against orders that a person names.
import { control, drawSteps, make, sayResult, words } from "./steps.js";

const list = document.getElementById("checklist");

document.getElementById("orders").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = new FormData(event.target);
  const amounts = form.getAll("amount");
  const orders = form.getAll("order").map((order, n) => ({ order: order.trim(), amount_uzs: amounts[n].replace(/\D/g, "") })).filter((one) => one.order);
  const button = event.target.querySelector("button");
  button.disabled = true;
  try {
    show(await control(list.dataset.control, { ...orders[0], second: orders[1], orders }));
  } catch (problem) {
    sayResult(problem.message, false);
  }
  button.disabled = false;
});

function show(told) {
  const passed = told.lines.filter((line) => line.passed).length;
  sayResult(`${told.ok ? words.passed : words["not-passed"]} · ${passed} / ${told.lines.length}`, told.ok);
  drawSteps(told, told.lines.map(drawLine));
}

function drawLine(line) {
  const told = (value) => (typeof value === "object" ? JSON.stringify(value) : String(value));
  return make("div", { class: `step ${line.passed ? "" : "bad"}` }, make("b", {}, `${line.passed ? "✓" : "✕"} ${line.name}`),
    make("div", { class: "brief" }, line.passed ? told(line.expected) : `${told(line.got)} ≠ ${told(line.expected)}`));
}
