import type { CatalogueApp } from "./app.ts";

/** The one app without a provider behind it: lib/webhooks does its work. */
export const customWebhook: CatalogueApp = {
  id: "custom-webhook",
  name: "Custom webhook",
  category: "automation",
  summary: "Sends each event, signed and retried, to any web address that you name.",
  docsUrl: "https://www.standardwebhooks.com/",
  icon: null,
};
