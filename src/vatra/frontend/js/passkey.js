// Buttons for passkeys show only where there are passkeys; what goes wrong is said on the page.
const isNumber = /^[\d.]+$|^\[/.test(location.hostname); // a passkey belongs to a name
const canUse = Boolean(window.PublicKeyCredential) && !isNumber;

for (const button of document.querySelectorAll("[data-needs-passkeys]")) {
  button.hidden = !canUse;
  if (button.dataset.needsPasskeys) start(button);
}
for (const sentence of document.querySelectorAll("[data-without-passkeys]")) sentence.hidden = canUse;

// The sign-in library asks the browser for the passkey and sends what it answers.
function start(button) {
  const ids = { credential: "id_credential", passwordless: "id_passwordless", data: "js_data" };
  window.allauth.webauthn.forms[button.dataset.needsPasskeys]({
    ids: { ...ids, add: button.id, authenticate: button.id },
  });
}

document.addEventListener("allauth.error", (event) => {
  const line = document.querySelector("[data-passkey-trouble]");
  if (!line) return;
  event.preventDefault();
  line.hidden = false;
  line.focus();
});
