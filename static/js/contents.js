// Marks, in the list of contents, the section that is being read.
const links = new Map();
for (const link of document.querySelectorAll(".contents a")) {
  const heading = document.getElementById(link.hash.slice(1));
  if (heading) links.set(heading, link);
}

function mark() {
  const line = innerHeight / 3;
  let current = null;
  for (const [heading, link] of links) {
    link.removeAttribute("aria-current");
    if (heading.getBoundingClientRect().top < line) current = link;
  }
  current?.setAttribute("aria-current", "location");
}

// Called whenever a heading crosses the line at a third of the window.
const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -67% 0px" });
for (const heading of links.keys()) observer.observe(heading);
