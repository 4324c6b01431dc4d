import type { Provider } from "./contract/provider.ts";
import { googleSheets } from "./google-sheets/provider.ts";
import { hubspot } from "./hubspot/provider.ts";
import { mailchimp } from "./mailchimp/provider.ts";
import { paypal } from "./paypal/provider.ts";
import { salesforce } from "./salesforce/provider.ts";
import { sendgrid } from "./sendgrid/provider.ts";
import { shopify } from "./shopify/provider.ts";
import { slack } from "./slack/provider.ts";
import { stripe } from "./stripe/provider.ts";
import { woocommerce } from "./woocommerce/provider.ts";

/** Every provider that can be connected: a line for each. */
export const providers: readonly Provider[] = [
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

export function findProvider(id: string): Provider | undefined {
  return providers.find((provider) => provider.id === id);
}
