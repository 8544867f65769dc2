// Brings a page to life. Everything here is a comfort: each page works without it.
import { initAll } from "./govuk-frontend.min.js";
import { keepDrafts } from "./autosave.js";
import { renewTokens } from "./token.js";

async function bringToLife(scope) {
  initAll({ scope });
  keepDrafts(scope);
  if (scope.querySelector("[data-module^='moj-']")) {
    const moj = await import("./moj-frontend.min.js");
    moj.initAll({ scope });
  }
}

document.body.classList.add("js-enabled", "govuk-frontend-supported");
bringToLife(document);
document.addEventListener("htmx:after:swap", (event) => bringToLife(event.target));
document.addEventListener("submit", (event) => renewTokens(event.target), { capture: true });
