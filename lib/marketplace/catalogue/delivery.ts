import type { CatalogueApp } from "./app.ts";

export const delivery: readonly CatalogueApp[] = [
  {
    id: "uber-eats",
    name: "Uber Eats",
    category: "delivery",
    summary: "Brings Uber Eats orders into the same list as those from your tables.",
    docsUrl: "https://developer.uber.com/docs/eats",
    icon: "ubereats",
  },
  {
    id: "deliveroo",
    name: "Deliveroo",
    category: "delivery",
    summary: "Brings Deliveroo orders into the same list and keeps sold-out dishes off its menu.",
    docsUrl: "https://api-docs.deliveroo.com/",
    icon: "deliveroo",
  },
  {
    id: "doordash",
    name: "DoorDash",
    category: "delivery",
    summary: "Brings DoorDash orders into the same list and can call a driver for your own.",
    docsUrl: "https://developer.doordash.com/",
    icon: "doordash",
  },
  {
    id: "just-eat",
    name: "Just Eat and Lieferando",
    category: "delivery",
    summary: "Brings Just Eat and Lieferando orders into the same list as those from your tables.",
    docsUrl: "https://developers.just-eat.com/",
    icon: "justeat",
  },
  {
    id: "glovo",
    name: "Glovo",
    category: "delivery",
    summary: "Brings Glovo orders into the same list and keeps sold-out dishes off its menu.",
    docsUrl: "https://api-docs.glovoapp.com/partners/",
    icon: "glovo",
  },
];
