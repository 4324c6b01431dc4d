import type { CatalogueApp } from "./app.ts";

export const support: readonly CatalogueApp[] = [
  {
    id: "zendesk",
    name: "Zendesk",
    category: "support",
    summary: "Shows a customer's orders beside their ticket and opens one when a payment fails.",
    docsUrl: "https://developer.zendesk.com/",
    icon: "zendesk",
  },
  {
    id: "intercom",
    name: "Intercom",
    category: "support",
    summary: "Shows a customer's orders beside their chat.",
    docsUrl: "https://developers.intercom.com/",
    icon: "intercom",
  },
];
