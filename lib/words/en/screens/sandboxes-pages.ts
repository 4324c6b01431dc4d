import { texts } from "#lib/words/texts/texts.ts";

export const sandboxesPages = texts("sandboxes-pages", {
  sandbox_loading_label: "Loading the sandbox",
  sandbox_not_found_title: "Sandbox not found",
  sandbox_not_found_description:
    "The address may be incomplete, the app cannot be tried out yet, or the sandbox is switched off here.",
  sandbox_not_found_marketplace: "Marketplace",
  generate_metadata_title: "{name} sandbox",
  sandbox_page_sandbox: "Sandbox",
  sandbox_page_description: "Patchbay's copy of {name}. Nothing here reaches the real {name}.",
  sandbox_page_name_marketplace: "{name} in the marketplace",
  sandbox_page_title: "Contents",
  sandbox_page_what_accounts_hold_what: "What the accounts hold, and every call.",
  sandboxes_loading_title: "Sandbox",
  sandboxes_loading_label: "Loading the apps of the sandbox",
  sandboxes_page_title: "Sandbox",
  sandboxes_page_description:
    "Patchbay's own copies of the apps, for testing without your real accounts: see what they hold, and simulate failures.",
  sandboxes_page_no_app_can_tried: "No app can be tried out yet",
  sandboxes_page_each_app_that_can: "Each app that can be connected has its copy here.",
  sandboxes_page_marketplace: "Marketplace",
});
