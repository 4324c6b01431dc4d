import type { CatalogueApp } from "./app.ts";

export const crm: readonly CatalogueApp[] = [
  {
    id: "hubspot",
    name: "HubSpot",
    category: "crm",
    summary: "Adds customers to HubSpot as contacts and large orders as deals.",
    docsUrl: "https://developers.hubspot.com/docs",
    icon: "hubspot",
  },
  {
    id: "salesforce",
    name: "Salesforce",
    category: "crm",
    summary: "Adds customers to Salesforce as leads and large orders as opportunities.",
    docsUrl: "https://developer.salesforce.com/docs",
    icon: null,
  },
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
