import { findEventType } from "#lib/events/catalogue/catalogue.ts";
import { lookUp } from "#lib/look-up.ts";
import { automations as t } from "#lib/words/en/screens/automations.ts";

const whens = (): Record<string, string> => ({
  "order.placed": t("whens_order_placed"),
  "order.paid": t("whens_order_paid"),
  "order.refunded": t("whens_order_refunded"),
  "qr.scanned": t("whens_code_scanned"),
  "qr.created": t("whens_code_created"),
  "conversion.tracked": t("whens_goal_reached"),
  "experiment.completed": t("whens_experiment_ends"),
});

/** What an automation waits for, to follow "When" or "Each time": "an order is paid". */
export function whenText(eventType: string): string {
  return (
    lookUp(whens(), eventType) ??
    t("when_text_title_happens", { title: findEventType(eventType)?.title ?? eventType })
  );
}
