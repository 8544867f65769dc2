// The short calculation before a signature is sent: the server asks for it, and checks it, with the altcha library.
// Without this script the form is sent as it is, and a person looks at the signature first.
const TRIES_AT_ONCE = 500;
const field = (form) => form.elements["proof"];
const bytes = (hex) => Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16));
const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");

async function tried({ salt, nonce, keyPrefix, keyLength }, counter) {
  const start = [...bytes(salt), ...bytes(nonce)];
  const words = new Uint8Array(start.length + 4);
  words.set(start);
  new DataView(words.buffer).setUint32(start.length, counter);
  const key = hex(await crypto.subtle.digest("SHA-256", words)).slice(0, 2 * keyLength);
  return key.startsWith(keyPrefix) ? { counter, derivedKey: key } : null;
}

async function solved(challenge) {
  for (let first = 0; ; first += TRIES_AT_ONCE) {
    const tries = Array.from({ length: TRIES_AT_ONCE }, (_, step) => tried(challenge.parameters, first + step));
    const solution = (await Promise.all(tries)).find(Boolean);
    if (solution) return btoa(JSON.stringify({ challenge, solution }));
  }
}

async function prove(form) {
  const answer = await fetch(form.dataset.proofUrl, { credentials: "omit" });
  field(form).value = await solved(await answer.json());
}

for (const form of document.querySelectorAll("form[data-proof-url]")) {
  // What was calculated for a page that came back with an error is still good: it has not been used.
  let proof = field(form).value ? Promise.resolve() : null;
  const begin = () => (proof ??= prove(form).catch(() => undefined));
  form.addEventListener("focusin", begin, { once: true });
  form.addEventListener("submit", async (event) => {
    if (field(form).value) return;
    event.preventDefault();
    await begin();
    form.submit();
  });
}
