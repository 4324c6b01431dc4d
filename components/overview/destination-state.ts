import { whatIsHeld, whatWaits } from "#components/webhooks/webhook-state.ts";
import type { UnwellDestination } from "#lib/overview/overview-schema.ts";

type State = Pick<UnwellDestination, "status" | "disabledReason" | "waiting">;

/** What Patchbay does about a destination that fails, and what becomes of the deliveries that wait for it. */
export function whatGoesOn({ status, disabledReason, waiting }: State): string {
  if (status === "active") {
    if (waiting === 0) return "Patchbay goes on sending what is new.";
    return whatWaits(waiting);
  }
  const why =
    disabledReason === "failing"
      ? "Nothing arrived for five days, so it was switched off."
      : "It was switched off.";
  return `${why} ${whatIsHeld(waiting)}`;
}
