import { texts } from "#lib/words/texts/texts.ts";

export const paymentsReconciliationBrowser = texts("payments-reconciliation-browser", {
  compare_button_was_not_compared: "It was not compared",
  compare_button_compare_now: "Compare now",
  done_text_all_agrees: "all agrees",
  done_text_open_plural_one_one:
    "{open, plural, one {one difference is open} other {{open} differences are open}}",
  done_text_compared_told: "Compared: {told}",
  done_text_compared_told_mended_mended: "Compared: {told}, {mended} mended",
});
