import { z } from "zod";
import type { Call } from "../contract/call.ts";
import { askAsPlatform } from "./client.ts";

const link = z.looseObject({ url: z.url() });

/**
 * Stripe's page on which a merchant fills in what Stripe needs; good for some minutes and one visit.
 * https://docs.stripe.com/api/v2/core/account-links/create
 */
export async function createAccountLink(
  call: Call,
  account: string,
  { returnUrl, refreshUrl }: { returnUrl: string; refreshUrl: string },
): Promise<string> {
  // Required by this version of the API, and gone from the next, whose types the SDK has.
  const forMerchants = { configurations: ["merchant"] };
  const { url } = await askAsPlatform(call, "make an account link", link, ({ stripe, options }) =>
    stripe.v2.core.accountLinks.create(
      {
        account,
        use_case: {
          type: "account_onboarding",
          account_onboarding: { ...forMerchants, return_url: returnUrl, refresh_url: refreshUrl },
        },
      },
      options,
    ),
  );
  return url;
}
