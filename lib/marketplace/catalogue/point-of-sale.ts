import type { CatalogueApp } from "./app.ts";

export const pointOfSale: readonly CatalogueApp[] = [
  {
    id: "square",
    name: "Square",
    category: "point-of-sale",
    summary: "Brings table orders to your Square till and keeps items and prices the same in both.",
    docsUrl: "https://developer.squareup.com/docs",
    icon: "square",
  },
  {
    id: "lightspeed",
    name: "Lightspeed Restaurant",
    category: "point-of-sale",
    summary: "Sends table orders to your Lightspeed till and takes over its menu and prices.",
    docsUrl: "https://api-docs.lsk.lightspeed.app/",
    icon: null,
  },
  {
    id: "clover",
    name: "Clover",
    category: "point-of-sale",
    summary: "Rings up table orders on your Clover till and keeps stock in step.",
    docsUrl: "https://docs.clover.com/",
    icon: null,
  },
  {
    id: "toast",
    name: "Toast",
    category: "point-of-sale",
    summary: "Sends table orders to the kitchen through Toast and takes over its menu.",
    docsUrl: "https://doc.toasttab.com/",
    icon: null,
  },
  {
    id: "sumup",
    name: "SumUp",
    category: "point-of-sale",
    summary: "Puts card payments taken with SumUp beside the orders of your codes.",
    docsUrl: "https://developer.sumup.com/",
    icon: "sumup",
  },
];
