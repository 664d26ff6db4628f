// Fills the checklist of the checks panel, anew after each save.
let asked;

async function refresh(page) {
  // Looked up each time: Wagtail replaces the panel after the first save of a page.
  const section = document.querySelector("[data-checklist]");
  if (!section) return;
  asked?.abort();
  asked = new AbortController();
  try {
    const response = await fetch(section.dataset.checklist.replace("/0/", `/${page}/`), {
      headers: { "X-Requested-With": "XMLHttpRequest" },
      signal: asked.signal,
    });
    if (response.ok) fill(section.querySelector("[data-checklist-list]"), await response.text());
  } catch (error) {
    // Without an answer the list stays as it was; the next save asks again.
    if (error.name !== "AbortError" && !(error instanceof TypeError)) throw error;
  }
}

// What was focused and what was folded stays so.
function fill(list, html) {
  const active = list.contains(document.activeElement) ? document.activeElement : null;
  const rule = active?.closest("[data-rule]")?.dataset.rule;
  const hash = active?.hash;
  const folded = [...list.querySelectorAll("[data-rule]:not([open])")].map((it) => it.dataset.rule);
  list.innerHTML = html;
  for (const details of list.querySelectorAll("[data-rule]")) {
    if (folded.includes(details.dataset.rule)) details.open = false;
    if (details.dataset.rule !== rule) continue;
    const same = [...details.querySelectorAll("a")].find((link) => link.hash === hash);
    (same ?? details.querySelector("summary")).focus();
  }
}

// The same selector as Wagtail's, which reads the address only when a page loads. Inside
// a table there are no such places: then the table is the one. Rows have only a panel.
function place(path) {
  let found = null;
  for (const step of path.split(".")) {
    const next = (found ?? document).querySelector(`[data-contentpath="${CSS.escape(step)}"]`);
    if (!next) break;
    found = next;
  }
  return found ?? document.getElementById(`id_${path}-FORMS`)?.closest("[data-panel]");
}

// Wagtail's tabs fade, and what is still hidden takes no focus.
async function open(panel) {
  if (panel.hidden) document.getElementById(panel.getAttribute("aria-labelledby"))?.click();
  for (let frame = 0; panel.hidden && frame < 120; frame += 1) {
    await new Promise(requestAnimationFrame);
  }
}

function visible(target, selector) {
  return [...target.querySelectorAll(selector)].find((element) => element.checkVisibility());
}

async function show(target) {
  const tab = target.closest("[role=tabpanel]");
  if (tab) await open(tab);
  for (let at = target.closest("[data-panel]"); at; at = at.parentElement.closest("[data-panel]")) {
    at.querySelector("[data-panel-toggle][aria-expanded=false]")?.click();
  }
  target.scrollIntoView({ block: "center" });
  // A chooser has no field, only buttons.
  (visible(target, "[role=textbox], textarea, input, select") ?? visible(target, "button"))?.focus();
}

const page = document.querySelector("[data-checklist]")?.dataset.page;
if (page) refresh(page);
document.addEventListener("w-autosave:success", (event) => refresh(event.detail.data.pk));
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-checklist] a");
  const [, path] = link?.hash.split("contentpath=") ?? [];
  const target = path && place(decodeURIComponent(path));
  if (!target) return;
  event.preventDefault();
  show(target);
});
