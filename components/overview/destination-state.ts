import { whatIsHeld, whatWaits } from "#components/webhooks/webhook-state.ts";
import type { FailingDestination } from "#lib/overview/overview-schema.ts";
import { overview as t } from "#lib/words/en/screens/overview.ts";

type State = Pick<FailingDestination, "status" | "disabledReason" | "waiting">;

/** What Patchbay does about a destination that fails, and what becomes of the deliveries that wait for it. */
export function whatGoesOn({ status, disabledReason, waiting }: State): string {
  if (status === "active") {
    if (waiting === 0) return t("what_goes_on_patchbay_goes_sending_what");
    return whatWaits(waiting);
  }
  const why =
    disabledReason === "failing"
      ? t("what_goes_on_nothing_arrived_five_days")
      : t("what_goes_on_was_switched_off");
  return `${why} ${whatIsHeld(waiting)}`;
}
