import { endInOrder } from "#inngest/end-in-order.ts";
import { registerFunctions } from "#inngest/register.ts";
import { startEngine } from "#inngest/start.ts";
import { forgetForwardedFor } from "#lib/auth/forget-forwarded-for.ts";
import { isServedByHttps } from "#lib/auth/own-cookie.ts";
import { env } from "#lib/env.ts";
import { demandHttps } from "#lib/transport/strict-transport.ts";

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
      ending.abort();
      await endInOrder(runner);
      process.exit(0);
    });
  }
}
