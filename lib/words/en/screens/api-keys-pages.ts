import { texts } from "#lib/words/texts/texts.ts";

export const apiKeysPages = texts("api-keys-pages", {
  api_keys_loading_title: "API keys",
  api_keys_loading_label: "Loading API keys",
  api_keys_page_title: "API keys",
  api_keys_page_description:
    "With a key, a program of yours can send events and read their results. Create one key for each program.",
  api_keys_page_no_api_keys_yet: "No API keys yet",
  api_keys_page_each_key_will_appear:
    "Each key will appear here with its permissions and when it was last used.",
  api_keys_page_keys_will_appear_here:
    "Keys will appear here once an owner or admin of this account has created one.",
});
