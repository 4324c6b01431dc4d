import { createHash } from "node:crypto";
import type { Step } from "#lib/automations/definition-schema.ts";
import type { ScopeEvent } from "#lib/automations/mapping/scope.ts";
import type { ClaimedDelivery } from "#lib/engine/sender.ts";
import { readAbout } from "#lib/events/catalogue/about.ts";
import type { Action } from "#lib/providers/contract/action.ts";
import type { Begun } from "./begin-run.ts";

/**
 * What the app is given, or looks for: one for a step of an automation and what it is about, forever. An order or a
 * payment is made once for each order or payment that events tell of, however many tell of it; all else once for each
 * event, and once more for a replay from the start.
 */
export function stepKey(
  { destinationId }: Pick<ClaimedDelivery, "destinationId">,
  { key }: Pick<Step, "key">,
  { makes }: Pick<Action, "makes">,
  event: ScopeEvent,
  replay: Begun["replay"],
): string {
  const { order, payment } = readAbout(event);
  const business = makes === "order" ? order : makes === "payment" ? (payment ?? order) : null;
  const again = replay?.mode === "from-start" ? [replay.id] : [];
  const about = business === null ? [event.id, ...again] : [makes, business];
  return createHash("sha256")
    .update([destinationId, key, ...about].join("\n"))
    .digest("base64url");
}
