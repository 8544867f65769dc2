// Saves drafts while people type. Nothing stays in the browser: laptops are shared.
import { showConflict } from "./conflict.js";
import { announce } from "./status.js";
import { currentToken } from "./token.js";

const PAUSE = 1500;
const FIRST_RETRY = 4000;
const LAST_RETRY = 30000;
const LARGEST_FAREWELL = 60000; // what a browser sends on for a page that is already gone
const kept = new WeakSet();

export function keepDrafts(scope) {
  for (const form of scope.querySelectorAll("form[data-autosave-url]")) {
    if (!kept.has(form)) new Draft(form);
    kept.add(form);
  }
}

class Draft {
  constructor(form) {
    this.form = form;
    this.version = form.dataset.draftVersion || "0";
    this.page = crypto.getRandomValues(new Uint32Array(2)).join("-"); // two quick saves of one page are no conflict
    this.retry = FIRST_RETRY;
    this.isChanged = false;
    this.isSending = false;
    this.isStopped = false;
    form.autocomplete = "off"; // the browser's own memory of what was typed is a copy too
    form.addEventListener("input", () => this.change());
    form.addEventListener("submit", () => this.stop());
    addEventListener("pagehide", () => this.leave());
    addEventListener("online", () => this.save());
    addEventListener("beforeunload", (event) => this.warn(event));
    document.addEventListener("visibilitychange", () => document.hidden && this.save());
    if (form.dataset.draftSavedAt) announce(form, "saved", form.dataset.draftSavedAt);
  }

  change() {
    this.isChanged = true;
    this.saveIn(PAUSE);
  }

  saveIn(milliseconds) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), milliseconds);
  }

  async save() {
    if (!this.isChanged || this.isSending || this.isStopped) return;
    this.isSending = true;
    this.isChanged = false;
    announce(this.form, "saving");
    try {
      await this.take(await this.send());
    } catch {
      this.failed("waiting");
    } finally {
      this.isSending = false;
    }
  }

  send() {
    const body = this.fields();
    return fetch(this.form.dataset.autosaveUrl, {
      method: "POST",
      body,
      keepalive: body.toString().length < LARGEST_FAREWELL,
      headers: { "X-CSRFToken": currentToken(this.form), Accept: "application/json" },
      redirect: "manual",
    });
  }

  fields() {
    const fields = new FormData(this.form);
    for (const control of this.form.querySelectorAll("[data-no-autosave], [type=file], [type=password]")) {
      fields.delete(control.name);
    }
    fields.delete("csrfmiddlewaretoken");
    fields.set("draft_version", this.version);
    fields.set("draft_page", this.page);
    return new URLSearchParams(fields);
  }

  async take(response) {
    if (response.status === 409) return this.conflict(await response.json());
    if (isSignedOut(response)) return this.failed("signed-out");
    if (!response.ok) return this.failed("waiting");
    const saved = await response.json();
    this.goOnFrom(saved.version);
    this.retry = FIRST_RETRY;
    announce(this.form, "saved", saved.saved_at);
    if (this.isChanged) this.saveIn(PAUSE);
  }

  goOnFrom(version) {
    this.version = version;
    const sent = this.form.elements.draft_version; // sending the page throws away this version and no newer one
    if (sent) sent.value = version;
  }

  failed(state) {
    this.isChanged = true;
    announce(this.form, state);
    this.saveIn(this.retry);
    this.retry = Math.min(this.retry * 2, LAST_RETRY);
  }

  conflict(theirs) {
    this.isStopped = true;
    this.retry = FIRST_RETRY;
    showConflict(this.form, theirs, (keepsMine) => {
      this.goOnFrom(theirs.version);
      this.isStopped = false;
      this.isChanged = keepsMine;
      announce(this.form, "saved", theirs.saved_at);
      this.save();
    });
  }

  stop() {
    clearTimeout(this.timer);
    this.isChanged = false;
  }

  leave() {
    if (this.isChanged && !this.isStopped) this.send().catch(() => {});
  }

  warn(event) {
    if (this.isChanged && this.retry > FIRST_RETRY) event.preventDefault();
  }
}

function isSignedOut(response) {
  return response.type === "opaqueredirect" || response.status === 401 || response.status === 403;
}
