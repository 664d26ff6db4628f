// Looks the pasted references up one after the other, as the services ask.
const form = document.querySelector("[data-paste]");
const token = form.querySelector("[name=csrfmiddlewaretoken]").value;

for (const entry of form.querySelectorAll("[data-look-up]")) {
  const response = await fetch(entry.dataset.lookUp, {
    method: "POST",
    headers: { "X-CSRFToken": token, "X-Requested-With": "XMLHttpRequest" },
  });
  if (!response.ok) break;
  const answer = document.createElement("template");
  answer.innerHTML = await response.text();
  const focused = entry.contains(document.activeElement) && document.activeElement.id;
  entry.replaceWith(answer.content);
  if (focused) document.getElementById(focused)?.focus();
}
