import { lookUp } from "#lib/look-up.ts";
import { integrationsSync as t } from "#lib/words/en/screens/integrations-sync.ts";

const words = (): Readonly<Record<string, string>> => ({
  active: t("words_sale"),
  archived: t("words_archived"),
  cancelled: t("words_cancelled"),
  draft: t("words_draft"),
  fulfilled: t("words_sent"),
  future: t("words_planned_later"),
  in_progress: t("words_being_prepared"),
  on_hold: t("words_hold"),
  open: t("words_open"),
  partially_fulfilled: t("words_partly_sent"),
  pending: t("words_waiting_review"),
  pending_fulfillment: t("words_handed_over_sent"),
  private: t("words_hidden"),
  publish: t("words_sale"),
  request_declined: t("words_sending_was_declined"),
  restocked: t("words_back_stock"),
  scheduled: t("words_planned_later"),
  trash: t("words_thrown_away"),
  unfulfilled: t("words_not_sent_yet"),
  unlisted: t("words_sale_link_only"),
});

/** The app's own word for the state of a product or an order in plain words; one that is not known stays as it is. */
export function recordStateWords(state: string): string {
  return lookUp(words(), state.toLowerCase()) ?? state;
}
