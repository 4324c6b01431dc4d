import { inngest } from "#inngest/client.ts";
import { logger } from "#lib/logger.ts";
import { pokeDrain } from "./poke-drain.ts";

/** One wake-up under way covers all who ask meanwhile: the drain it starts looks at everything due. */
const coalesceMs = 200;
let wokenAt = 0;

/**
 * Says that deliveries are due. If this process is draining, it looks again; otherwise the engine is asked to
 * start a drain. A wake-up that is lost costs at most a minute: the sweep finds what is due.
 */
export function wakeDeliveries(): void {
  if (pokeDrain()) return;
  const now = Date.now();
  if (now - wokenAt < coalesceMs) return;
  wokenAt = now;
  send({ name: "deliveries/ready" });
}

/** Asks the engine for a drain at a time to come, when the next retry falls due. */
export function wakeDeliveriesAt(dueAt: Date): void {
  const second = Math.ceil(dueAt.getTime() / 1_000);
  send({
    id: `deliveries-ready-${second}`,
    name: "deliveries/ready",
    ts: Math.max(dueAt.getTime(), Date.now()),
  });
}

function send(event: { id?: string; name: string; ts?: number }): void {
  inngest()
    .send(event)
    .catch((error: unknown) => {
      wokenAt = 0;
      logger.warn({ err: error, event: event.name }, "wake-up not sent; the sweep will find what is due");
    });
}
