// The provider's books; a button holds the shop's own statement against them, for the days that a person names.
import { control, drawSteps, make, sayResult, words } from "./steps.js";

const DAY = 86_400_000;

document.getElementById("compare")?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = new FormData(event.target);
  const button = event.target.querySelector("button");
  button.disabled = true;
  try {
    const told = await control(event.target.dataset.control, readPeriod(form));
    sayResult(told.ok ? words.equal : words["not-equal"], told.ok);
    drawSteps(told, told.differences.map((text) => make("p", { class: "warning" }, text)));
  } catch (problem) {
    sayResult(problem.message, false);
  }
  button.disabled = false;
});

// Whole days in Tashkent, the last one included.
function readPeriod(form) {
  const at = (name) => Date.parse(`${form.get(name)}T00:00:00+05:00`);
  return { ...(form.get("from") && { from: at("from") }), ...(form.get("to") && { to: at("to") + DAY - 1 }) };
}
