import type { CatalogueApp } from "./app.ts";

export const accounting: readonly CatalogueApp[] = [
  {
    id: "quickbooks",
    name: "QuickBooks",
    category: "accounting",
    summary: "Books each day's sales, refunds and fees in QuickBooks.",
    docsUrl: "https://developer.intuit.com/app/developer/qbo/docs/get-started",
    icon: "quickbooks",
  },
  {
    id: "xero",
    name: "Xero",
    category: "accounting",
    summary: "Books each day's sales, refunds and fees in Xero.",
    docsUrl: "https://developer.xero.com/documentation/",
    icon: "xero",
  },
  {
    id: "lexware-office",
    name: "Lexware Office",
    category: "accounting",
    summary: "Hands sales and receipts to Lexware Office, ready for your tax adviser.",
    docsUrl: "https://developers.lexware.io/docs/",
    icon: null,
  },
];
