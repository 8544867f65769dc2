// Two tabs wrote two texts: both are shown, a person chooses, nothing is overwritten before that.
export function showConflict(form, theirs, decided) {
  const panel = copyOf("[data-autosave-conflict]", form).querySelector("section");
  const heading = panel.querySelector("h2");
  heading.textContent = heading.textContent.replace("{time}", theirs.saved_at);
  panel.querySelector(".vatra-conflict__texts").replaceChildren(...differences(form, theirs.fields));
  panel.addEventListener("click", (event) => {
    const kept = event.target.dataset.keep;
    if (!kept) return;
    if (kept === "theirs") fill(form, theirs.fields);
    panel.remove();
    decided(kept === "mine");
  });
  form.prepend(panel);
  panel.focus();
}

function copyOf(selector, form) {
  return (form.querySelector(selector) ?? document.querySelector(selector)).content.cloneNode(true);
}

function differences(form, fields) {
  const mine = new FormData(form);
  return Object.entries(fields)
    .filter(([name]) => form.elements[name])
    .map(([name, value]) => [name, inWords(form, name, mine.getAll(name)), inWords(form, name, [value].flat())])
    .filter(([, own, other]) => own !== other)
    .map(([name, own, other]) => pair(form, name, own, other));
}

function pair(form, name, own, other) {
  const shown = copyOf("[data-autosave-difference]", form);
  shown.querySelector("h3").textContent = labelOf(form, name);
  shown.querySelector("[data-mine]").textContent = own || "–";
  shown.querySelector("[data-theirs]").textContent = other || "–";
  return shown;
}

function controls(form, name) {
  const found = form.elements[name];
  return found instanceof RadioNodeList ? [...found] : [found].filter(Boolean);
}

function inWords(form, name, values) {
  return values.map((value) => wordsFor(controls(form, name), String(value))).join(", ");
}

function wordsFor(found, value) {
  const choices = found.flatMap((control) => (control.options ? [...control.options] : control));
  const chosen = choices.find((choice) => isChoice(choice) && choice.value === value);
  return chosen?.label || chosen?.labels?.[0]?.textContent.trim() || value;
}

function isChoice(control) {
  return control instanceof HTMLOptionElement || ["checkbox", "radio"].includes(control.type);
}

function labelOf(form, name) {
  const [control] = controls(form, name);
  const legend = control.closest("fieldset")?.querySelector("legend");
  return (legend ?? control.labels?.[0])?.textContent.trim() ?? name;
}

function fill(form, fields) {
  for (const [name, value] of Object.entries(fields)) {
    const wanted = [value].flat().map(String);
    for (const control of controls(form, name)) {
      if (["checkbox", "radio"].includes(control.type)) control.checked = wanted.includes(control.value);
      else if (control.multiple) for (const option of control.options) option.selected = wanted.includes(option.value);
      else control.value = wanted[0] ?? "";
    }
  }
}
