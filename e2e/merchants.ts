/** One for each thing that is tested on data of its own, so that tests run side by side. */
export const merchantNames = [
  "main-job",
  "pause",
  "popup",
  "scripts-late",
  "scripts-lost",
  "app-slack",
  "app-google-sheets",
  "app-shopify",
  "app-woocommerce",
  "app-mailchimp",
  "app-hubspot",
  "app-salesforce",
  "app-stripe",
  "app-sendgrid",
  "app-paypal",
  "builder",
  "automations",
  "story-restaurant",
  "story-shop",
  "guards",
  "operator",
  "payments",
] as const;
export type MerchantName = (typeof merchantNames)[number];

export const passwordOfAll = "one-for-all-the-tests";

/** How the owner of a merchant of the tests signs in. */
export function signInOf(name: MerchantName): { email: string; password: string } {
  return { email: `${name}@e2e.example`, password: passwordOfAll };
}
