import { endInOrder } from "./end-in-order.ts";
import { registerFunctions } from "./register.ts";
import { startEngine } from "./start.ts";

declare global {
  // Next bundles this module more than once; a process starts its work once all the same.
  var patchbayWorkHasStarted: true | undefined;
}

/**
 * Starts what runs beside the pages, once in a process.
 * @param endsInOrder ends it in order when the process is told to end, and the process with it
 */
export function startWork({ endsInOrder }: { endsInOrder: boolean }): void {
  if (globalThis.patchbayWorkHasStarted) return;
  globalThis.patchbayWorkHasStarted = true;
  const runner = startEngine();
  const ending = new AbortController();
  void registerFunctions(ending.signal);
  if (!endsInOrder) return;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, async () => {
      ending.abort();
      await endInOrder(runner);
      process.exit(0);
    });
  }
}
