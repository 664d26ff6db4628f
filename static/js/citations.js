// Shows what the list of references says of a source at the mark that cites it.
const card = document.getElementById("citation-card");
const title = card.querySelector(".citation-card__title");
const toList = card.querySelector(".citation-card__actions a");
let mark = null;
let pressed = null;

function fill(entries) {
  const list = entries[0].parentElement.cloneNode(false);
  for (const entry of entries) {
    const copy = entry.cloneNode(true);
    copy.value = entry.id.slice("ref-".length);
    copy.removeAttribute("id");
    copy.querySelector(".reference__uses").remove();
    list.append(copy);
  }
  card.querySelector(".references")?.remove();
  title.after(list);
  title.textContent = mark.getAttribute("aria-label");
  toList.hash = mark.hash;
}

document.addEventListener("click", (event) => {
  const next = event.target.closest(".citation");
  const again = event.detail > 0 && pressed === next;
  pressed = null;
  if (!next || event.button || event.metaKey || event.ctrlKey) return;
  if (event.shiftKey || event.altKey) return;
  const entries = next.dataset.entries
    .split(" ")
    .map((id) => document.getElementById(id));
  event.preventDefault();
  card.hidePopover();
  if (again) return;
  mark?.classList.remove("citation--shown");
  mark = next;
  mark.classList.add("citation--shown");
  mark.scrollIntoView({ block: "nearest" });
  fill(entries);
  // Where a click does not focus a link, the card gives the focus back nevertheless.
  mark.focus({ preventScroll: true });
  card.showPopover({ source: mark });
  card.scrollTop = 0;
  card.focus({ preventScroll: true });
});

// A press beside the card, even on its own mark, closes it before the click comes.
document.addEventListener("pointerdown", () => {
  pressed = card.matches(":popover-open") ? mark : null;
});
card.addEventListener("toggle", ({ newState }) => {
  if (newState === "closed") mark.classList.remove("citation--shown");
});
toList.addEventListener("click", () => card.hidePopover());
card.hidden = false;
