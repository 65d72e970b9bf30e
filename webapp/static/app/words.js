// Texts of the page, put there by the server in the person's language.
const texts = JSON.parse(document.getElementById("texts").content.textContent);

export const word = (name) => texts[name];

const notice = document.getElementById("notice");

// A line at the top that stays until the next page: what went wrong, and a way on.
export function tell(words, action) {
  notice.replaceChildren(document.createTextNode(words));
  if (action) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = action.words;
    button.addEventListener("click", action.act);
    notice.append(button);
  }
  notice.hidden = false;
}

export function hush() {
  notice.hidden = true;
}

export function tellError(error) {
  if (error.status === 401) tell(word("reopen"));
  else if (error.problem) tell(error.problem.reasons?.join(" ") ?? error.message);
  else tell(navigator.onLine === false ? word("offline") : word("unexpected"), { words: word("reload"), act: () => location.reload() });
}
