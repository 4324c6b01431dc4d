import { counted } from "#components/webhooks/figures.ts";
import { whatWaits } from "#components/webhooks/webhook-state.ts";
import type { UnwellDestination } from "#lib/deliveries/overview-schema.ts";

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
  const lost = "What happens while it is off is not sent there, not even later.";
  if (waiting === 0) return `${why} ${lost}`;
  const kept = counted(waiting, "delivery that already waited is", "deliveries that already waited are");
  return `${why} ${lost} Only ${kept} kept, and sent when you switch it on.`;
}
