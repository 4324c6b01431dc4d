/** The key under which an input was sent, and the input as it was. */
export interface SentKey {
  key: string;
  fingerprint: string;
}

/**
 * The idempotency key for a run: the one of before while the same input is sent again, so that a write whose answer
 * was lost does not happen twice; a new one for any other input, and after a success (`sent` is null then).
 */
export function keyFor(sent: SentKey | null, input: unknown, newKey: () => string): SentKey {
  const fingerprint = JSON.stringify(input);
  return sent?.fingerprint === fingerprint ? sent : { key: newKey(), fingerprint };
}

/** 128 random bits, also where the page is not in a secure context and `randomUUID` is missing. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `try_${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
