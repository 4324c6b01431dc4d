import { z } from "zod";
import { defineAction } from "../../contract/action.ts";
import type { Call } from "../../contract/call.ts";
import { sentence } from "../../contract/sentence.ts";
import { type AccountState, dashboardUrl, readAccount, summarise } from "../account.ts";
import { createAccountLink } from "../account-link.ts";

const output = z.strictObject({
  summary: sentence(),
  canTakePayments: z.boolean(),
  canBePaidOut: z.boolean(),
  stillNeeded: z.array(sentence()),
  neededBy: z.iso.datetime().nullable(),
  link: z.url().nullable().describe("Stripe's page on which to give what is needed; good for some minutes"),
  mode: z.enum(["live", "test"]).describe("test: no real money moves"),
});

/** Gate and requirements: https://docs.stripe.com/connect/handling-api-verification */
export const accountStatus = defineAction({
  title: "Account status",
  description: "Says whether your Stripe account can take payments, and what Stripe still needs from you.",
  scopes: [],
  effect: "read",
  idempotency: "not_needed",
  input: z.strictObject({}),
  output,
  example: {},
  run: async (call) => {
    const state = await readAccount(call);
    return {
      summary: summarise(state),
      canTakePayments: state.canTakePayments,
      canBePaidOut: state.canBePaidOut,
      stillNeeded: state.needs,
      neededBy: state.neededBy,
      link: state.needs.length > 0 ? await createLink(call, state) : null,
      mode: state.mode,
    };
  },
});

/** An account that was opened through us has a page to lead back to; any other is looked after in Stripe's dashboard. */
async function createLink(call: Call, { id }: AccountState): Promise<string> {
  const { returnUrl } = call.settings;
  if (returnUrl === undefined) return dashboardUrl;
  return call.rebase(await createAccountLink(call, id, { returnUrl, refreshUrl: returnUrl }));
}
