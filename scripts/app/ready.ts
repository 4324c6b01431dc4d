import { setTimeout as sleep } from "node:timers/promises";

/**
 * Polls an address of the app until it answers 200.
 * @returns undefined when ready; when not ready in time, what it said last.
 */
export async function waitUntilReady(
  address: string,
  patienceMs: number,
  signal: AbortSignal,
): Promise<string | undefined> {
  const deadline = Date.now() + patienceMs;
  let lastAnswer = "no answer";
  while (Date.now() < deadline) {
    try {
      const response = await fetch(address, {
        signal: AbortSignal.any([signal, AbortSignal.timeout(30_000)]),
      });
      const text = await response.text();
      if (response.status === 200) return undefined;
      lastAnswer = `${response.status} ${text.slice(0, 500)}`;
    } catch (error) {
      // Not listening yet, or still compiling.
      lastAnswer = error instanceof Error ? error.message : String(error);
    }
    await sleep(250, undefined, { signal });
  }
  return lastAnswer;
}
