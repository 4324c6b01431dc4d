import { setTimeout as sleep } from "node:timers/promises";
import { serve } from "inngest/edge";
import { env } from "#lib/env.ts";
import { logger } from "#lib/logger.ts";
import { doublingWait } from "#lib/work/back-off.ts";
import { inngest } from "./client.ts";
import { allFunctions } from "./functions.ts";
import { servedAt } from "./served-at.ts";
import { noteRegistration } from "./server-state.ts";

const waits = { firstMs: 1_000, longestMs: 60_000 };

/**
 * Tells the Inngest server of the functions and of APP_URL, and tries until it has taken it. Settles at once without
 * an Inngest server.
 */
export async function registerFunctions(signal: AbortSignal): Promise<void> {
  if (!env().usesInngestServer) return;
  const { serveOrigin, servePath } = servedAt();
  const handler = serve({ client: inngest(), functions: allFunctions(), serveOrigin, servePath });
  for (let failures = 1; !signal.aborted; failures += 1) {
    const request = new Request(`${serveOrigin}${servePath}`, {
      method: "PUT",
      headers: { host: new URL(serveOrigin).host },
    });
    const reply = await handler(request);
    if (reply.ok) {
      noteRegistration({ state: "registered", detail: null });
      logger.info({ url: request.url }, "registered at the Inngest server");
      return;
    }
    const answer = (await reply.text()).slice(0, 300);
    noteRegistration({ state: "not registered", detail: answer });
    const waitMs = doublingWait(waits, failures);
    logger.warn({ status: reply.status, answer, waitMs }, "not registered at the Inngest server yet");
    await sleep(waitMs, undefined, { signal }).catch(() => {});
  }
}
