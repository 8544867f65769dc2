// Leaves the site at once when Esc is pressed three times; without scripts the link at the top does the same.
const WITHIN = 2000;
let presses = [];

function leave(event) {
  if (event.key !== "Escape") return;
  const now = Date.now();
  presses = [...presses.filter((press) => now - press < WITHIN), now];
  // The page left behind does not come back by the browser's own button.
  if (presses.length >= 3) location.replace(document.querySelector("[data-exit]").href);
}

document.addEventListener("keydown", leave);
