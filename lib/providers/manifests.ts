import type { Manifest } from "./contract/manifest.ts";
import { manifest as googleSheets } from "./google-sheets/manifest.ts";
import { manifest as hubspot } from "./hubspot/manifest.ts";
import { manifest as mailchimp } from "./mailchimp/manifest.ts";
import { manifest as paypal } from "./paypal/manifest.ts";
import { manifest as salesforce } from "./salesforce/manifest.ts";
import { manifest as sendgrid } from "./sendgrid/manifest.ts";
import { manifest as shopify } from "./shopify/manifest.ts";
import { manifest as slack } from "./slack/manifest.ts";
import { manifest as stripe } from "./stripe/manifest.ts";
import { manifest as woocommerce } from "./woocommerce/manifest.ts";

/** Every app that can be connected, in the order of the marketplace: what is known of it without its code (registry.ts). */
export const manifests: readonly Manifest[] = [
  slack,
  googleSheets,
  shopify,
  woocommerce,
  mailchimp,
  hubspot,
  salesforce,
  stripe,
  sendgrid,
  paypal,
];

export function findManifest(id: string): Manifest | undefined {
  return manifests.find((manifest) => manifest.id === id);
}
