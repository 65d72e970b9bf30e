// What was said between provider and shop, step by step, and how it ended.
export const words = JSON.parse(document.getElementById("words").textContent);

export function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value) node.setAttribute(name, value);
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

export async function control(path, body) {
  const answer = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  const told = await answer.json();
  if (!answer.ok) throw new Error(told.error || answer.statusText);
  return told;
}

export function sayResult(text, good) {
  const result = document.getElementById("result");
  result.textContent = text;
  result.className = `result ${good ? "good" : "bad"}`;
  result.hidden = false;
}

export function drawSteps(told, extra = []) {
  const log = document.getElementById("log");
  const warnings = (told.warnings || []).map((text) => make("p", { class: "warning" }, `⚠ ${text}`));
  log.replaceChildren(...extra, ...warnings, make("h2", {}, words.steps), ...(told.steps || []).map(drawStep));
  log.hidden = false;
}

function drawStep(step) {
  const verdict = judge(step);
  const body = (label, value) => [make("span", { class: "quiet" }, label), make("pre", {}, typeof value === "string" ? value : JSON.stringify(value, null, 2))];
  return make("details", { class: `step ${verdict.bad ? "bad" : ""}` },
    make("summary", {}, make("b", {}, step.call), make("span", { class: "brief" }, verdict.text)),
    step.note ? make("p", { class: "note" }, step.note) : null,
    ...body(words.sent, step.sent), ...body(words.answer, step.answer));
}

// The one thing about an answer that a reader looks for first.
function judge(step) {
  if (!step.status) return { text: "✕", bad: true };
  const answer = step.answer || {};
  const code = answer.error?.code ?? (typeof answer.error === "number" && answer.error !== 0 ? answer.error : null);
  if (code) return { text: String(code), bad: true };
  return { text: step.status < 300 ? "✓" : `HTTP ${step.status}`, bad: step.status >= 300 };
}
