import type { CatalogueApp } from "./app.ts";

export const documents: readonly CatalogueApp[] = [
  {
    id: "airtable",
    name: "Airtable",
    category: "documents",
    summary: "Adds a record to your Airtable base for each order or customer.",
    docsUrl: "https://airtable.com/developers/web/api/introduction",
    icon: "airtable",
  },
  {
    id: "notion",
    name: "Notion",
    category: "documents",
    summary: "Adds a page to your Notion database for each order or customer.",
    docsUrl: "https://developers.notion.com/",
    icon: "notion",
  },
];
