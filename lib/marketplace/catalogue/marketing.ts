import type { CatalogueApp } from "./app.ts";

export const marketing: readonly CatalogueApp[] = [
  {
    id: "klaviyo",
    name: "Klaviyo",
    category: "marketing",
    summary: "Tells Klaviyo who bought what, so that each customer gets e-mails that fit.",
    docsUrl: "https://developers.klaviyo.com/",
    icon: null,
  },
  {
    id: "brevo",
    name: "Brevo",
    category: "marketing",
    summary: "Adds customers to your Brevo lists and sends e-mails and text messages.",
    docsUrl: "https://developers.brevo.com/",
    icon: "brevo",
  },
  {
    id: "twilio",
    name: "Twilio",
    category: "marketing",
    summary: "Texts customers when their order is ready.",
    docsUrl: "https://www.twilio.com/docs",
    icon: null,
  },
];
