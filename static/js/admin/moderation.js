// Moves through the queue of comments and decides by single keys. Without this script all
// of it works by buttons. Keys rest while somebody types, and where the account says so.
const config = JSON.parse(document.getElementById("wagtail-config")?.textContent ?? "{}");
const DECISIONS = { a: "approve", s: "spam", h: "hold" };

function comments() {
  return [...document.querySelectorAll("[data-comment]")];
}

function current() {
  const found = document.activeElement?.closest("[data-comment]");
  // A comment's own page holds one, wherever the focus is.
  return found ?? document.querySelector("article[data-comment]");
}

function move(step) {
  const rows = comments();
  const at = rows.indexOf(current());
  const next = rows[at < 0 ? 0 : Math.min(Math.max(at + step, 0), rows.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function press(comment, decision) {
  const button = comment.querySelector(`button[name="decision"][value="${decision}"]`);
  if (button) button.form.requestSubmit(button);
}

function reject(comment) {
  const details = comment.querySelector("[data-reject]");
  if (details) details.open = true;
  comment.querySelector("[data-reason]")?.focus();
}

function act(key, comment) {
  if (key === "r") reject(comment);
  else if (key === "x") comment.querySelector('input[name="chosen"]')?.click();
  else if (key === "o") comment.querySelector("[data-open]")?.click();
  else if (DECISIONS[key]) press(comment, DECISIONS[key]);
  else return false;
  return true;
}

function typing(element) {
  return element.closest(
    'input:not([type="checkbox"], [type="radio"], [type="hidden"]), textarea, select, [contenteditable="true"], dialog, [role="dialog"]',
  );
}

function leaveReason(event) {
  const details = event.target.closest("[data-reject][open]");
  if (!details) return;
  details.open = false;
  details.closest("[data-comment]")?.focus();
}

function onKey(event) {
  if (event.key === "Escape") return leaveReason(event);
  if (config.KEYBOARD_SHORTCUTS_ENABLED === false || typing(event.target)) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const comment = current();
  if (event.key === "?") document.querySelector("[data-a11y-dialog-show=comment-keys]")?.click();
  else if (event.key === "j") move(1);
  else if (event.key === "k") move(-1);
  else if (!comment || !act(event.key, comment)) return;
  event.preventDefault();
  event.stopPropagation();
}

// Before Wagtail's own keys: "?" lists here what works here.
document.addEventListener("keydown", onKey, { capture: true });

// Back in the queue, the comment after the one that was decided has the focus.
document.addEventListener("submit", (event) => {
  const row = event.target.closest("li[data-comment]");
  const next = event.target.querySelector("[data-next]");
  if (!row || !next) return;
  const rows = comments();
  const at = rows.indexOf(row);
  const after = rows[at + 1] ?? rows[at - 1];
  next.value = next.value.split("#")[0] + (after ? `#${after.id}` : "");
});

// A canned reply goes into the field, which may then be changed.
document.addEventListener("change", (event) => {
  const choice = event.target;
  if (choice.matches("[data-canned]")) {
    const reason = choice.parentElement.querySelector("[data-reason]");
    const text = choice.selectedOptions[0]?.dataset.text;
    if (text) reason.value = text;
    reason.focus();
  }
  if (choice.matches("[data-choose-all]")) {
    for (const box of boxes()) box.checked = choice.checked;
  }
  count();
});

function boxes() {
  return document.querySelectorAll('input[name="chosen"]');
}

function count() {
  const label = document.querySelector("[data-count]");
  if (!label) return;
  const chosen = [...boxes()].filter((box) => box.checked).length;
  label.textContent = chosen ? label.dataset.count.replace("0", chosen) : "";
}

if (location.hash.startsWith("#comment-")) {
  document.getElementById(location.hash.slice(1))?.focus();
}
count();
