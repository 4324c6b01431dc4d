import { texts } from "#lib/words/texts/texts.ts";

export const marketplacePages = texts("marketplace-pages", {
  connectable_app_title: "You are setting up “{title}”",
  connectable_app_back_recipe: "Back to the recipe",
  connectable_app_connect_name_here_then: "Connect {name} here. Then you continue with the recipe.",
  connectable_app_accounts: "Accounts",
  app_loading_label: "Loading the app",
  app_not_found_title: "App not found",
  app_not_found_description: "The marketplace has no app at this address. Check the link.",
  app_not_found_show_all_apps: "Show all apps",
  other_account_question_title: "This question has expired",
  other_account_question_was_answered_ten_minutes:
    "It was answered, or ten minutes have passed. Nothing has changed since; connect again if you want to.",
  app_page_create_webhook: "Create webhook",
  marketplace_title: "Marketplace",
  marketplace_page_title: "Marketplace",
  marketplace_page_description: "Apps that work with your shop: connected, available, and planned.",
  marketplace_page_start_with_recipe: "Start with a recipe",
  marketplace_page_ready_made_automations_your:
    "Ready-made automations: your apps do something automatically when an order comes in.",
  marketplace_page_all_count_recipes: "All {count} recipes",
  marketplace_page_search_apps_such_as: "Search apps, such as email",
  marketplace_page_label: "Categories",
  marketplace_page_your_engineer_which_versions: "For your engineer: <link>API versions of the apps</link>",
});
