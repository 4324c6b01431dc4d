import type { CatalogueApp } from "./app.ts";

export const crm: readonly CatalogueApp[] = [
  {
    id: "pipedrive",
    name: "Pipedrive",
    category: "crm",
    summary: "Adds catering and group enquiries to your Pipedrive pipeline.",
    docsUrl: "https://developers.pipedrive.com/",
    icon: null,
  },
  {
    id: "zoho-crm",
    name: "Zoho CRM",
    category: "crm",
    summary: "Adds customers to Zoho CRM and keeps their orders with them.",
    docsUrl: "https://www.zoho.com/crm/developer/docs/",
    icon: "zoho",
  },
];
