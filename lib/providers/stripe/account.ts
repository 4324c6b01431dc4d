import { z } from "zod";
import type { Said } from "../contract/app-words.ts";
import type { Call } from "../contract/call.ts";
import { ProviderError } from "../contract/provider-error.ts";
import {
  flag,
  hint,
  hintedObject,
  id,
  listOfReadable,
  optionalFlag,
  optionalMoment,
  text,
} from "../kit/lenient.ts";
import { accountIdOf, askAsPlatform } from "./client.ts";
import { requirementsOf } from "./requirements.ts";
import { tell } from "./words.ts";

const capability = hintedObject({
  status: hint,
  status_details: listOfReadable(z.looseObject({ code: text })),
});

const entry = z.looseObject({
  awaiting_action_from: hint,
  description: text,
  errors: listOfReadable(z.looseObject({ description: text })),
  minimum_deadline: hintedObject({ status: hint }),
});

/**
 * https://docs.stripe.com/api/v2/core/accounts/object, with what was asked to be included. What Stripe says of an account
 * in a form that is not known counts as not said: the account itself is worth knowing.
 */
const accountSchema = z.looseObject({
  id: id.pipe(z.string().startsWith("acct_")),
  display_name: hint,
  contact_email: hint,
  closed: optionalFlag.catch(false),
  livemode: flag,
  configuration: hintedObject({
    merchant: hintedObject({
      capabilities: hintedObject({
        card_payments: capability,
        stripe_balance: hintedObject({ payouts: capability }),
      }),
    }),
  }),
  requirements: hintedObject({
    entries: listOfReadable(entry),
    summary: hintedObject({ minimum_deadline: hintedObject({ time: optionalMoment.catch(undefined) }) }),
  }),
});
type StripeAccount = z.output<typeof accountSchema>;

/** How an account stands with Stripe. */
export type AccountState = {
  id: string;
  label: string;
  mode: "live" | "test";
  canTakePayments: boolean;
  canBePaidOut: boolean;
  /** What the merchant has to give Stripe now. */
  needs: Said[];
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
  const message = tell("account_closed");
  throw new ProviderError({ kind: "account_closed", message, detail: `${account.id} is closed` });
}

function stateOf(account: StripeAccount): AccountState {
  const capabilities = account.configuration?.merchant?.capabilities;
  const cards = capabilities?.card_payments;
  const entries = account.requirements?.entries ?? [];
  const due = entries.filter(({ minimum_deadline }) => minimum_deadline?.status !== "eventually_due");
  const ours = due.filter(({ awaiting_action_from }) => awaiting_action_from === "user");
  const errors = ours.flatMap(({ errors: given }) => given);
  const time = account.requirements?.summary?.minimum_deadline?.time;
  return {
    id: account.id,
    label: account.display_name || account.contact_email || account.id,
    mode: account.livemode ? "live" : "test",
    canTakePayments: cards?.status === "active",
    canBePaidOut: capabilities?.stripe_balance?.payouts?.status === "active",
    needs: requirementsOf(ours.map(({ description }) => description)),
    problems: [...new Set(errors.map(({ description }) => description))],
    neededBy: ours.length > 0 ? (time ?? null) : null,
    isUnderReview: ours.length === 0 && (due.length > 0 || cards?.status === "pending"),
    refusedFor: refusalOf(cards),
  };
}

function refusalOf(cards: z.output<typeof capability>): string | null {
  const codes = cards?.status_details.map(({ code }) => code) ?? [];
  if (!cards || cards.status === "active") return null;
  const final = codes.find((code) => /^(rejected|unsupported|restricted_other)/.test(code));
  const { status = "" } = cards;
  return final ?? (["unsupported", "rejected"].includes(status) ? status : null);
}
