// A pay page: every button is an action of the control API, and its outcome is shown here.
import { control, drawSteps, sayResult, words } from "./steps.js";

const till = document.getElementById("till");
const GOOD = ["paid", "refunded", "pending", "processing"];
let journey = 0;

if (till) for (const button of till.querySelectorAll("[data-action]")) button.addEventListener("click", () => act(button.dataset.action));

async function act(action) {
  clearTimeout(journey);
  const buttons = [...till.querySelectorAll("button")];
  for (const button of buttons) button.disabled = true;
  try {
    show(await control(till.dataset.control, { url: location.href, action }), action);
  } catch (problem) {
    sayResult(problem.message, false);
  }
  for (const button of buttons) button.disabled = false;
}

function show(told, action) {
  const reason = told.message && typeof told.message === "object" ? told.message[document.documentElement.lang.slice(0, 2)] || told.message.ru : told.message;
  const why = told.code ? ` · ${told.code}${reason ? ` ${reason}` : ""}` : "";
  sayResult(`${words[told.status] || told.status}${why}`, told.ok && GOOD.includes(told.status));
  drawSteps(told);
  const back = document.getElementById("back");
  // Once paid, the way back is what a person wants next.
  if (told.status === "paid") {
    till.querySelector("[data-action=pay]").classList.remove("primary");
    back.className = "wide primary";
    till.querySelector("#result").after(back);
  }
  if (told.return_url) back.href = told.return_url;
  // As at the real ones the browser goes back by itself once paid; any touch of the page keeps it here.
  if (action === "pay" && told.status === "paid" && told.return_url) {
    journey = setTimeout(() => location.assign(told.return_url), told.return_ms);
    addEventListener("pointerdown", () => clearTimeout(journey), { once: true });
  }
}
