import { registerFunctions } from "#inngest/register.ts";
import { startEngine } from "#inngest/start.ts";
import { forgetForwardedFor } from "#lib/auth/forget-forwarded-for.ts";
import { isServedByHttps } from "#lib/auth/own-cookie.ts";
import { finishDrain } from "#lib/deliveries/poke-drain.ts";
import { env } from "#lib/env.ts";
import { demandHttps } from "#lib/transport/strict-transport.ts";
import { endRuns } from "#lib/work/runs.ts";

/** How long attempts under way may take to end when the process is told to; Docker and our own start allow more. */
const graceMs = 9_000;

/** Starts what runs beside the pages, and ends it in order when the process is told to end. */
export async function startServer(): Promise<void> {
  if (env().TRUSTED_PROXIES === 0) forgetForwardedFor();
  if (isServedByHttps()) demandHttps();
  const runner = startEngine();
  const ending = new AbortController();
  void registerFunctions(ending.signal);
  if (process.env.NEXT_MANUAL_SIG_HANDLE !== "true") return;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, async () => {
      // Nothing would be lost without this; but what is cut off half-way is sent a second time after its lease.
      finishDrain();
      ending.abort();
      const grace = new Promise((resolve) => setTimeout(resolve, graceMs));
      await Promise.race([Promise.all([endRuns(), runner?.stop()]), grace]);
      process.exit(0);
    });
  }
}
