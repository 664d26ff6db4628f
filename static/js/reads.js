// Says once, without a cookie, that the article was before somebody's eyes for a while.
const SECONDS = 10;
const article = document.querySelector("[data-reads]");
let seen = 0;

const clock = setInterval(() => {
  if (document.visibilityState !== "visible" || (seen += 1) < SECONDS) return;
  clearInterval(clock);
  fetch(article.dataset.reads, {
    method: "POST",
    credentials: "omit",
    keepalive: true,
    referrerPolicy: "no-referrer",
  }).catch(() => {});
}, 1000);
