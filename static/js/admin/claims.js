// Lists the claims without a source in the checks panel, anew after each save.
let asked;

async function refresh(page) {
  // Looked up each time: Wagtail replaces the panel after the first save of a page.
  const section = document.querySelector("[data-claims]");
  if (!section) return;
  asked?.abort();
  asked = new AbortController();
  try {
    const response = await fetch(section.dataset.claims.replace("/0/", `/${page}/`), {
      headers: { "X-Requested-With": "XMLHttpRequest" },
      signal: asked.signal,
    });
    if (response.ok) fill(section.querySelector("[data-claims-list]"), await response.text());
  } catch (error) {
    // Without an answer the list stays as it was; the next save asks again.
    if (error.name !== "AbortError" && !(error instanceof TypeError)) throw error;
  }
}

function fill(list, html) {
  const focused = list.contains(document.activeElement) && document.activeElement.hash;
  list.innerHTML = html;
  if (focused) [...list.querySelectorAll("a")].find((link) => link.hash === focused)?.focus();
}

// The same selector as Wagtail's, which reads the address only when a page loads.
function block(path) {
  return path
    .split(".")
    .reduce((at, step) => at?.querySelector(`[data-contentpath="${CSS.escape(step)}"]`), document);
}

// Wagtail's tabs fade, and what is still hidden takes no focus.
async function open(panel) {
  if (panel.hidden) document.getElementById(panel.getAttribute("aria-labelledby"))?.click();
  for (let frame = 0; panel.hidden && frame < 120; frame += 1) {
    await new Promise(requestAnimationFrame);
  }
}

async function show(target) {
  const tab = target.closest("[role=tabpanel]");
  if (tab) await open(tab);
  for (let at = target.closest("[data-panel]"); at; at = at.parentElement.closest("[data-panel]")) {
    at.querySelector("[data-panel-toggle][aria-expanded=false]")?.click();
  }
  target.scrollIntoView({ block: "center" });
  target.querySelector("[role=textbox], textarea, input:not([type=hidden])")?.focus();
}

const page = document.querySelector("[data-claims]")?.dataset.page;
if (page) refresh(page);
document.addEventListener("w-autosave:success", (event) => refresh(event.detail.data.pk));
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-claims] a");
  const [, path] = link?.hash.split("contentpath=") ?? [];
  const target = path && block(decodeURIComponent(path));
  if (!target) return;
  event.preventDefault();
  show(target);
});
