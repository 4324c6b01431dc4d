import type { CatalogueApp } from "./app.ts";

/** Without a provider behind it: here Zapier calls us, with a key of the merchant's, and lib/zapier answers. */
export const zapier: CatalogueApp = {
  id: "zapier",
  name: "Zapier",
  category: "automation",
  summary: "Starts a Zap for each event, and so reaches thousands of other apps.",
  docsUrl: "https://docs.zapier.com/platform/",
  icon: "zapier",
};
