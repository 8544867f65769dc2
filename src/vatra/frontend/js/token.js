// Signing in again on another tab changes the token that protects forms; a page left open takes the new one along.
const NAME = "csrfmiddlewaretoken";

export function currentToken(form) {
  const cookie = document.cookie.split("; ").find((pair) => pair.startsWith("csrftoken="));
  return cookie ? cookie.slice("csrftoken=".length) : (form.elements[NAME]?.value ?? "");
}

export function renewTokens(form) {
  const hidden = form.elements[NAME];
  if (hidden) hidden.value = currentToken(form);
}
