import { analytics } from "./analytics.ts";
import type { CatalogueApp } from "./app.ts";
import { bookings } from "./bookings.ts";
import { delivery } from "./delivery.ts";
import { pointOfSale } from "./point-of-sale.ts";

const messaging: readonly CatalogueApp[] = [
  {
    id: "microsoft-teams",
    name: "Microsoft Teams",
    category: "messaging",
    summary: "Tells your team in a Teams channel about orders, payments and anything that fails.",
    docsUrl: "https://learn.microsoft.com/microsoftteams/platform/",
    icon: null,
  },
  {
    id: "whatsapp-business",
    name: "WhatsApp Business",
    category: "messaging",
    summary: "Sends customers order updates on WhatsApp.",
    docsUrl: "https://developers.facebook.com/docs/whatsapp",
    icon: "whatsapp",
  },
  {
    id: "telegram",
    name: "Telegram",
    category: "messaging",
    summary: "Tells you and your team about new orders in a Telegram chat.",
    docsUrl: "https://core.telegram.org/bots/api",
    icon: "telegram",
  },
];

const accounting: readonly CatalogueApp[] = [
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

const marketing: readonly CatalogueApp[] = [
  {
    id: "klaviyo",
    name: "Klaviyo",
    category: "marketing",
    summary: "Tells Klaviyo who bought what, so that each customer gets emails that fit.",
    docsUrl: "https://developers.klaviyo.com/",
    icon: null,
  },
  {
    id: "brevo",
    name: "Brevo",
    category: "marketing",
    summary: "Adds customers to your Brevo lists and sends emails and text messages.",
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

const documents: readonly CatalogueApp[] = [
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

const support: readonly CatalogueApp[] = [
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

const crm: readonly CatalogueApp[] = [
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

const automation: readonly CatalogueApp[] = [
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

/** Every app that is meant to come. The entry of one that has come is its manifest. */
export const plannedApps: readonly CatalogueApp[] = [
  ...pointOfSale,
  ...delivery,
  ...bookings,
  ...marketing,
  ...crm,
  ...messaging,
  ...documents,
  ...accounting,
  ...analytics,
  ...support,
  ...automation,
];
