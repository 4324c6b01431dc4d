import { texts } from "#lib/words/texts/texts.ts";

export const noticesPages = texts("notices-pages", {
  notices_loading_title: "Notices",
  notices_loading_label: "Loading notices",
  notices_page_title: "Notices",
  notices_page_description: "Alerts sent to your team.",
  notices_page_search_text_address: "Search by text or address",
  notices_page_label: "Email",
  notices_page_any_state: "Any status",
  notices_page_no_match: "No notices match",
});
