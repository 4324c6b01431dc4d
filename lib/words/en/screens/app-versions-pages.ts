import { texts } from "#lib/words/texts/texts.ts";

export const appVersionsPages = texts("app-versions-pages", {
  app_versions_title: "Versions of the apps",
  app_versions_page_title: "Versions of the apps",
  app_versions_page_description:
    "Which version of each app’s interface Patchbay speaks, and until when the app serves it. You need not do anything: whoever runs Patchbay moves to the next one in time.",
  app_versions_page_marketplace: "Marketplace",
});
