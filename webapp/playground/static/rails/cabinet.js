// The provider's books; a button holds the shop's own statement against them.
import { control, drawSteps, make, sayResult, words } from "./steps.js";

document.getElementById("compare")?.addEventListener("click", async (event) => {
  event.target.disabled = true;
  try {
    const told = await control(event.target.dataset.control, {});
    sayResult(told.ok ? words.equal : words["not-equal"], told.ok);
    drawSteps(told, told.differences.map((text) => make("p", { class: "warning" }, text)));
  } catch (problem) {
    sayResult(problem.message, false);
  }
  event.target.disabled = false;
});
