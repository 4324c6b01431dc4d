import { texts } from "#lib/words/texts/texts.ts";

export const appVersionsPages = texts("app-versions-pages", {
  app_versions_title: "API versions of the apps",
  app_versions_page_title: "API versions of the apps",
  app_versions_page_description:
    "Which version of each app's API Patchbay uses, and until when the app supports it. You need not do anything: your administrator changes to the next one in time.",
  app_versions_page_marketplace: "Marketplace",
});
