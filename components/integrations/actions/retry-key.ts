/**
 * The start of the idempotency keys of a form: the same until a run succeeded, so that a write whose answer was lost does
 * not happen twice; the server adds the input to it. 128 random bits, also where the page is not in a secure context and
 * `randomUUID` is missing.
 */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `try_${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
