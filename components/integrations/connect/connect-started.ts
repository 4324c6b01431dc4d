const storageKey = "patchbay-connect";
/** Longer than a consent may take. */
const keptMs = 15 * 60_000;

/** Remembers that this tab has begun to connect an app: outcomes of what it has not begun are none of its business. */
export function rememberStarted(provider: string, now = Date.now()): void {
  window.sessionStorage.setItem(storageKey, `${provider} ${now}`);
}

/** Whether this tab has begun to connect the app; once only. */
export function takeStarted(provider: string, now = Date.now()): boolean {
  const [begun, at] = (window.sessionStorage.getItem(storageKey) ?? "").split(" ");
  if (begun !== provider || now - Number(at) > keptMs) return false;
  window.sessionStorage.removeItem(storageKey);
  return true;
}
