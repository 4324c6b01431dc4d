import { inngest } from "#inngest/client.ts";
import { env } from "#lib/env.ts";
import { logger } from "#lib/logger.ts";
import { pokeDrain } from "./poke-drain.ts";

/** An Inngest server is asked at most once in this time; a wake-up wanted meanwhile follows at its end. */
const serverPauseMs = 250;
/** What is due already and was left is looked at again after so long. */
const shortestWaitMs = 250;

let pause: NodeJS.Timeout | null = null;
let isWanted = false;

/**
 * Says that deliveries are due. If this process is draining, it looks again; otherwise the engine is asked to
 * start a drain. A wake-up that is lost costs at most a minute: the sweep finds what is due.
 */
export function wakeDeliveries(): void {
  if (pokeDrain()) return;
  if (pause) {
    isWanted = true;
    return;
  }
  send({ name: "deliveries/ready" });
  if (!env().usesInngestServer) return;
  pause = setTimeout(() => {
    pause = null;
    if (isWanted) wakeDeliveries();
    isWanted = false;
  }, serverPauseMs);
}

/** Asks the engine for a drain at a time to come, when the next retry falls due. */
export function wakeDeliveriesAt(dueAt: Date): void {
  const ts = Math.max(dueAt.getTime(), Date.now() + shortestWaitMs);
  send({ id: `deliveries-ready-${ts}`, name: "deliveries/ready", ts });
}

function send(event: { id?: string; name: string; ts?: number }): void {
  inngest()
    .send(event)
    .catch((error: unknown) => {
      logger.warn({ err: error, event: event.name }, "wake-up not sent; the sweep will find what is due");
    });
}
