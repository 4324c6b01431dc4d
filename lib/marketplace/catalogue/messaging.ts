import type { CatalogueApp } from "./app.ts";

export const messaging: readonly CatalogueApp[] = [
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
