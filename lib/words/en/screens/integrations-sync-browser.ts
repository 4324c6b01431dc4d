import { texts } from "#lib/words/texts/texts.ts";

export const integrationsSyncBrowser = texts("integrations-sync-browser", {
  sync_buttons_stop: "Stop",
  sync_buttons_sync_now: "Sync now",
  sync_buttons_was_not_stopped: "It was not stopped",
  sync_buttons_was_not_started: "It was not started",
  kind_names_product: "product",
  kind_names_products: "products",
  kind_names_order: "order",
  kind_names_orders: "orders",
  counted_records:
    "{kind, select, product {{count, plural, one {# product} other {# products}}} other {{count, plural, one {# order} other {# orders}}}}",
  states_waiting_begin: "Waiting to begin",
  states_being_copied: "Being copied",
  states_up_date: "Up to date",
  states_stopped_error: "Stopped by an error",
  states_stopped: "Stopped",
  progress_text_countedrecords_so_far: "{countedRecords} so far",
  progress_text_done_number_countedrecords: "{done, number} of {countedRecords}",
  synced_copy_status_relativetime:
    "{status, select, done {Last copied {relativeTime}} other {Last tried {relativeTime}}}",
  synced_copy_not_copied_yet: "Not copied yet",
  synced_copy_see_many: "See {many}",
  synced_copy_title_copied: "{title} copied",
  synced_copy_progresstext_you_can_leave: "{progressText}. You can leave this page; copying continues.",
  synced_copy_countedrecords_could_not_read:
    "{countedRecords} could not be read. See the reasons on this page.",
});
