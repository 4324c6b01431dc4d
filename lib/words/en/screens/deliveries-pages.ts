import { texts } from "#lib/words/texts/texts.ts";

export const deliveriesPages = texts("deliveries-pages", {
  delivery_loading_label: "Loading the delivery",
  delivery_not_found_title: "Delivery not found",
  delivery_not_found_description:
    "The address may be incomplete, or the delivery is too old and was deleted.",
  delivery_not_found_all_deliveries: "All deliveries",
  id_title: "Delivery",
  replay_title: "Replay",
  replay_run_page_run: "Run",
  replay_run_page_title: "Replay {automationName}",
  replay_run_page_cannot_replayed_like_this: "It cannot be replayed this way",
  replay_run_page_open_newest_run: "Open the newest run",
  replay_run_page_description: "It uses version {version}.",
  replay_run_page_replay: "Replay",
  deliveries_loading_title: "Deliveries",
  deliveries_loading_label: "Loading deliveries",
  deliveries_page_title: "Deliveries",
  deliveries_page_description:
    "Every event on its way to a webhook or an automation: whether it arrived, and if not, why.",
  deliveries_page_no_match: "No deliveries match",
});
