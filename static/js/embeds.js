// Loads a player from another host only after the reader asked for it.
for (const embed of document.querySelectorAll(".embed[data-player]")) {
  const link = embed.querySelector(".embed__open");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = link.textContent;
  button.addEventListener("click", () => {
    const frame = document.createElement("iframe");
    frame.src = embed.dataset.player;
    frame.title = embed.querySelector(".embed__title").textContent;
    frame.allow = "fullscreen";
    frame.referrerPolicy = "no-referrer";
    embed.querySelector(".embed__note").remove();
    button.replaceWith(frame);
    frame.focus();
  });
  link.replaceWith(button);
}
