import { texts } from "#lib/words/texts/texts.ts";

export const integrationsPages = texts("integrations-pages", {
  records_loading_label: "Loading the copies",
  generate_metadata_title: "Orders",
  generate_metadata_products: "Products",
  records_page_title: "Orders",
  records_page_products: "Products",
  records_page_description: "What Patchbay has copied from {label}.",
  records_page_search_name_number_id: "Search by name, number or id",
  records_page_nothing_has_been_copied: "Nothing has been copied yet",
  records_page_press_sync_now_page:
    "Press “Sync now” on the page of {providerName}. What is copied will appear here.",
  integration_not_found_title: "Connection not found",
  integration_not_found_description: "None of your apps is connected under this address. Check the link.",
  integration_not_found_show_connected_apps: "Show connected apps",
  integrations_loading_title: "Connected apps",
  integrations_loading_label: "Loading connected apps",
  integrations_page_title: "Connected apps",
  integrations_page_description: "The accounts that Patchbay works with for you, and their status.",
  records_page_no_match: "{kind, select, order {No orders match} other {No products match}}",
});
