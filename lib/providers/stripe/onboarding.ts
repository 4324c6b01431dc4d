import { z } from "zod";
import { emailText, trimmedText } from "#lib/text-schema.ts";
import type { FieldMeta, Onboarding } from "../contract/auth.ts";

const input = z.strictObject({
  businessName: trimmedText(100, "Shorten the name to 100 characters.")
    .min(1, "Write the name of your business.")
    .meta({
      title: "Name of your business",
      description: "As guests know it.",
      placeholder: "Trattoria Ana",
    } satisfies FieldMeta),
  email: emailText("Write an email address, such as ana@example.com.", 200).meta({
    title: "Email address",
    description: "Stripe writes to it, and you sign in to Stripe with it.",
    placeholder: "ana@example.com",
  } satisfies FieldMeta),
  country: trimmedText(200)
    .regex(/^[A-Za-z]{2}$/, "Write the two letters of your country: NL, DE, PT.")
    .meta({
      title: "Country",
      description: "Where your business is registered, in two letters. It cannot be changed later.",
      placeholder: "NL",
    } satisfies FieldMeta),
});

const opened = z.looseObject({ id: z.string().startsWith("acct_") });

/**
 * Opens an account of the merchant's own, with Stripe's full dashboard, in which Stripe collects its fees itself and
 * bears the losses. https://docs.stripe.com/connect/saas/tasks/create, https://docs.stripe.com/connect/saas/tasks/onboard
 */
export const onboarding = {
  title: "Open a Stripe account",
  input,
  begin: async (call, { input: form, returnUrl, refreshUrl }) => {
    // The form is part of the manifest; what calls Stripe is not.
    const { askAsPlatform } = await import("./client.ts");
    const { createAccountLink } = await import("./account-link.ts");
    const { businessName, email, country } = input.parse(form);
    const { id: accountId } = await askAsPlatform(call, "open an account", opened, ({ stripe, options }) =>
      stripe.v2.core.accounts.create(
        {
          display_name: businessName,
          contact_email: email,
          dashboard: "full",
          identity: { country: country.toLowerCase() },
          configuration: { merchant: { capabilities: { card_payments: { requested: true } } } },
          defaults: { responsibilities: { fees_collector: "stripe", losses_collector: "stripe" } },
        },
        { ...options, idempotencyKey: call.idempotencyKey },
      ),
    );
    const url = await createAccountLink(call, accountId, { returnUrl, refreshUrl });
    return { url, settings: { accountId, returnUrl: withoutQuery(refreshUrl) } };
  },
} satisfies Onboarding;

/** Where later links lead back to: what stands in the query belongs to this one connection. */
function withoutQuery(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}
