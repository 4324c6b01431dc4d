import type { CatalogueApp } from "./app.ts";

export const documents: readonly CatalogueApp[] = [
  {
    id: "google-sheets",
    name: "Google Sheets",
    category: "documents",
    summary: "Adds a row to your spreadsheet for each order, payment or scan.",
    docsUrl: "https://developers.google.com/workspace/sheets/api/guides/concepts",
    icon: "googlesheets",
  },
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
