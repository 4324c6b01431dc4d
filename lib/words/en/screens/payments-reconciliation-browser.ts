import { texts } from "#lib/words/texts/texts.ts";

export const paymentsReconciliationBrowser = texts("payments-reconciliation-browser", {
  compare_button_was_not_compared: "The comparison failed",
  compare_button_compare_now: "Compare now",
  done_text:
    "{open, plural, =0 {Compared: everything matches} one {Compared: # difference is open} other {Compared: # differences are open}}{corrected, plural, =0 {} one {, # was corrected} other {, # were corrected}}",
});
