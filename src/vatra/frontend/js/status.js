// One quiet line says whether the draft is safe. Its sentences come translated from the page.
export function announce(form, state, time = "") {
  const line = form.querySelector("[data-autosave-status]");
  if (!line || (state === "saving" && line.dataset.state === "waiting")) return;
  line.hidden = false;
  line.dataset.state = state === "signed-out" ? "waiting" : state;
  line.textContent = line.dataset[SENTENCES[state]].replace("{time}", time);
}

const SENTENCES = { saving: "saving", saved: "saved", waiting: "waiting", "signed-out": "signedOut" };
