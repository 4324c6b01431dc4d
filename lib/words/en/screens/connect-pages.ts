import { texts } from "#lib/words/texts/texts.ts";

export const connectPages = texts("connect-pages", {
  done_title: "Connection",
  connect_done_page_title: "Connected",
  connect_done_page_back_patchbay: "Back to Patchbay",
  connect_done_page_description: "The app is connected.",
  connect_done_page_page_that_you_came: "The page that you came from shows the rest.",
});
