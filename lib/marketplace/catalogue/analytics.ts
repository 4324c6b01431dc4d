import type { CatalogueApp } from "./app.ts";

export const analytics: readonly CatalogueApp[] = [
  {
    id: "google-analytics",
    name: "Google Analytics",
    category: "analytics",
    summary: "Shows scans and purchases in Google Analytics beside the visits to your website.",
    docsUrl: "https://developers.google.com/analytics",
    icon: "googleanalytics",
  },
  {
    id: "google-ads",
    name: "Google Ads",
    category: "analytics",
    summary: "Tells Google Ads which clicks ended in a purchase.",
    docsUrl: "https://developers.google.com/google-ads/api/docs/start",
    icon: "googleads",
  },
  {
    id: "meta-ads",
    name: "Meta Ads",
    category: "analytics",
    summary: "Tells Facebook and Instagram which ads ended in a purchase.",
    docsUrl: "https://developers.facebook.com/docs/marketing-api",
    icon: "meta",
  },
  {
    id: "tiktok-ads",
    name: "TikTok Ads",
    category: "analytics",
    summary: "Tells TikTok which ads ended in a purchase.",
    docsUrl: "https://business-api.tiktok.com/portal/docs",
    icon: "tiktok",
  },
];
