import { wake, wakeAt } from "#lib/jobs/wake.ts";
import { pokeDrain } from "./poke-drain.ts";

/** Says that deliveries are due: a drain under way in this process looks again, else one is begun. */
export function wakeDeliveries(): void {
  if (!pokeDrain()) wake("deliveries/ready");
}

/** Says when the next delivery falls due. */
export function wakeDeliveriesAt(dueAt: Date): void {
  wakeAt("deliveries/ready", dueAt);
}
