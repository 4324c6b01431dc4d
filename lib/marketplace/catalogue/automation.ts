import type { CatalogueApp } from "./app.ts";

export const automation: readonly CatalogueApp[] = [
  {
    id: "make",
    name: "Make",
    category: "automation",
    summary: "Starts a Make scenario for each event.",
    docsUrl: "https://developers.make.com/",
    icon: "make",
  },
  {
    id: "n8n",
    name: "n8n",
    category: "automation",
    summary: "Starts an n8n workflow for each event, on your own server too.",
    docsUrl: "https://docs.n8n.io/",
    icon: "n8n",
  },
];
