import { texts } from "#lib/words/texts/texts.ts";

export const marketplaceZapier = texts("marketplace-zapier", {
  zap_table_title: "Your Zaps",
  zap_table_description: "The Zaps that receive events of your shop now. Switch a Zap on or off in Zapier.",
  zap_table_no_zap_listens_yet: "No Zaps yet",
  zap_table_each_zap_that_you:
    "Each Zap that you switch on will appear here, with a log of what was sent to it.",
  zap_table_caption: "Zaps",
  zap_table_starts_when: "Starts when",
  zap_table_zap: "Zap",
  zap_table_since: "Since",
  zap_table_newest_count_shown_all:
    "The newest {count} are shown. All of them are listed under <link>Webhooks</link>.",
  zap_row_label: "Zap",
  zap_row_zapier_did_not_name: "Zapier did not name it",
  zap_row_since: "Since",
  steps_after_the_key_choose_patchbay_zapier: "Choose Patchbay in Zapier",
  steps_after_the_key_make_new_zap_search:
    "Make a new Zap and search for Patchbay. If Zapier does not find it, ask your administrator for the invitation.",
  steps_after_the_key_paste_key: "Paste the key",
  steps_after_the_key_zapier_asks_once_then:
    "Zapier asks for it once. Then it shows the name of your shop, so you can see that it is the right one.",
  steps_after_the_key_switch_zap: "Switch the Zap on",
  steps_after_the_key_from_then_hears_each:
    "From then on it receives each event, and appears in the list below.",
  zapier_steps_title: "How to set it up",
  zapier_steps_go_api_keys: "Go to API keys",
  zapier_steps_create_api_key_zapier: "Create an API key for Zapier",
  zapier_steps_under_api_keys_call: "Under API keys. Call it Zapier, and tick these three:",
  zapier_steps_owner_admin_your_shop:
    "An owner or admin of your shop can do that, with these three permissions:",
});
