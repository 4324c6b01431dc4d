/** How long attempts under way may take to end when the process is told to; Docker and our own start allow more. */
const graceMs = 9_000;

/** Called by Next once as the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startEmbeddedRunner } = await import("#inngest/embedded/start.ts");
  const { forgetForwardedFor } = await import("#lib/auth/forget-forwarded-for.ts");
  const { env } = await import("#lib/env.ts");
  if (env().TRUSTED_PROXIES === 0) forgetForwardedFor();
  const runner = await startEmbeddedRunner();
  if (process.env.NEXT_MANUAL_SIG_HANDLE !== "true") return;
  const { finishDrain } = await import("#lib/deliveries/poke-drain.ts");
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, async () => {
      // Nothing would be lost without this; but what is cut off half-way is sent a second time after its lease.
      finishDrain();
      const grace = new Promise((resolve) => setTimeout(resolve, graceMs));
      await Promise.race([runner?.stop(), grace]);
      process.exit(0);
    });
  }
}
