import { texts } from "#lib/words/texts/texts.ts";

export const common = texts("common", {
  try_again: "Try again",
  cancel: "Cancel",
  close: "Close",
  name: "Name",
  state: "Status",
  when: "When",
  account: "Account",
  period: "Period",
  currency: "Currency",
  url: "URL",
});
