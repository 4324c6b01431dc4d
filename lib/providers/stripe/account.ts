import { z } from "zod";
import type { Call } from "../call.ts";
import { ProviderError } from "../provider-error.ts";
import { accountIdOf, askAsPlatform } from "./client.ts";
import { requirementWords } from "./requirement-words.ts";

const capability = z.looseObject({
  status: z.string(),
  status_details: z.array(z.looseObject({ code: z.string() })).nullish(),
});

const entry = z.looseObject({
  awaiting_action_from: z.string(),
  description: z.string(),
  errors: z.array(z.looseObject({ description: z.string() })).nullish(),
  minimum_deadline: z.looseObject({ status: z.string() }),
});

/** https://docs.stripe.com/api/v2/core/accounts/object, with what was asked to be included. */
const accountSchema = z.looseObject({
  id: z.string().startsWith("acct_"),
  display_name: z.string().nullish(),
  contact_email: z.string().nullish(),
  closed: z.boolean().nullish(),
  livemode: z.boolean(),
  configuration: z
    .looseObject({
      merchant: z
        .looseObject({
          capabilities: z
            .looseObject({
              card_payments: capability.nullish(),
              stripe_balance: z.looseObject({ payouts: capability.nullish() }).nullish(),
            })
            .nullish(),
        })
        .nullish(),
    })
    .nullish(),
  requirements: z
    .looseObject({
      entries: z.array(entry).nullish(),
      summary: z
        .looseObject({ minimum_deadline: z.looseObject({ time: z.iso.datetime().nullish() }).nullish() })
        .nullish(),
    })
    .nullish(),
});
type StripeAccount = z.output<typeof accountSchema>;

/** How an account stands with Stripe. */
export type AccountState = {
  id: string;
  label: string;
  mode: "live" | "test";
  canTakePayments: boolean;
  canBePaidOut: boolean;
  /** What the merchant has to give Stripe now, in plain words. */
  needs: string[];
  /** What was wrong with what the merchant gave, in Stripe's words. */
  problems: string[];
  /** When it will be too late (ISO). */
  neededBy: string | null;
  /** Stripe looks at what was given; there is nothing for the merchant to do. */
  isUnderReview: boolean;
  /** Stripe has decided not to let it take cards: `rejected_fraud`. */
  refusedFor: string | null;
};

/**
 * https://docs.stripe.com/api/v2/core/accounts/retrieve
 * @throws ProviderError account_closed
 */
export async function readAccount(call: Call): Promise<AccountState> {
  const account = await askAsPlatform(call, "read the account", accountSchema, ({ stripe, options }) =>
    stripe.v2.core.accounts.retrieve(
      accountIdOf(call),
      { include: ["configuration.merchant", "requirements"] },
      options,
    ),
  );
  if (!account.closed) return stateOf(account);
  const message = "This Stripe account is closed. Open it again in Stripe, or connect another one.";
  throw new ProviderError({ kind: "account_closed", message, detail: `${account.id} is closed` });
}

function stateOf(account: StripeAccount): AccountState {
  const capabilities = account.configuration?.merchant?.capabilities;
  const cards = capabilities?.card_payments;
  const entries = account.requirements?.entries ?? [];
  const due = entries.filter(({ minimum_deadline }) => minimum_deadline.status !== "eventually_due");
  const ours = due.filter(({ awaiting_action_from }) => awaiting_action_from === "user");
  const errors = ours.flatMap(({ errors: given }) => given ?? []);
  const time = account.requirements?.summary?.minimum_deadline?.time;
  return {
    id: account.id,
    label: account.display_name || account.contact_email || account.id,
    mode: account.livemode ? "live" : "test",
    canTakePayments: cards?.status === "active",
    canBePaidOut: capabilities?.stripe_balance?.payouts?.status === "active",
    needs: requirementWords(ours.map(({ description }) => description)),
    problems: [...new Set(errors.map(({ description }) => description))],
    neededBy: ours.length > 0 ? (time ?? null) : null,
    isUnderReview: ours.length === 0 && (due.length > 0 || cards?.status === "pending"),
    refusedFor: refusalOf(cards),
  };
}

function refusalOf(cards: z.output<typeof capability> | null | undefined): string | null {
  const codes = cards?.status_details?.map(({ code }) => code) ?? [];
  if (!cards || cards.status === "active") return null;
  const final = codes.find((code) => /^(rejected|unsupported|restricted_other)/.test(code));
  return final ?? (["unsupported", "rejected"].includes(cards.status) ? cards.status : null);
}
