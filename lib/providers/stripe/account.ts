import { z } from "zod";
import { dayParam, listParam, saidParam } from "#lib/failures/values.ts";
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
import { askAsPlatform, requireAccountId } from "./client.ts";
import { tell } from "./words.ts";

/**
 * Stripe's names of what it needs, by their beginning, and what each is called here; the first that fits counts.
 * https://docs.stripe.com/connect/required-verification-information
 */
const names = [
  [/^identity\.attestations\.terms_of_service\b/, "needs_terms"],
  [/^identity\.attestations\b/, "needs_declaration"],
  [/^identity\.entity_type\b/, "needs_entity_type"],
  [/^identity\.business_details\.(id_numbers|tax)/, "needs_business_number"],
  [/^identity\.business_details\.documents\b/, "needs_business_document"],
  [/^identity\.business_details\.(address|additional_addresses)\b/, "needs_business_address"],
  [/^identity\.business_details\.phone\b/, "needs_business_phone"],
  [/^identity\.business_details\.registered_name\b/, "needs_business_name"],
  [/^identity\.business_details\b/, "needs_business_details"],
  [/^identity\.individual\.date_of_birth\b/, "needs_birth_date"],
  [/^identity\.individual\.(given_name|surname|additional_names)\b/, "needs_name"],
  [/^identity\.individual\.(address|additional_addresses)\b/, "needs_address"],
  [/^identity\.individual\.(documents|verification)\b/, "needs_identity_document"],
  [/^identity\.individual\.id_numbers\b/, "needs_identity_number"],
  [/^identity\.individual\.(email|phone)\b/, "needs_contact"],
  [/^identity\.individual\b/, "needs_person_details"],
  [/^(relationship\.)?(representative|owners?|directors?|executives?|authorizer)\b/, "needs_owners"],
  [/^(persons?\b|person_)/, "needs_owner_details"],
  [/^(external_account|payout_method)/, "needs_bank_account"],
  [/^defaults\.profile\.business_url\b/, "needs_web_address"],
  [/^defaults\.profile\.product_description\b/, "needs_product"],
  [/^defaults\.profile\b/, "needs_profile"],
  [/^configuration\.merchant\.mcc\b/, "needs_kind"],
  [/^configuration\.merchant\.(statement_descriptor|script_statement_descriptor)\b/, "needs_statement_name"],
  [/^configuration\.merchant\.support\b/, "needs_support"],
  [/^contact_(email|phone)\b/, "needs_reach"],
] as const;

/** Where an account with Stripe's full dashboard says what is needed, and takes it. */
export const dashboardUrl = "https://dashboard.stripe.com/account/status";

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
      requireAccountId(call),
      { include: ["configuration.merchant", "requirements"] },
      options,
    ),
  );
  if (!account.closed) return toState(account);
  const message = tell("account_closed");
  throw new ProviderError({ kind: "account_closed", message, detail: `${account.id} is closed` });
}

function toState(account: StripeAccount): AccountState {
  const capabilities = account.configuration?.merchant?.capabilities;
  const cards = capabilities?.card_payments;
  const entries = account.requirements?.entries ?? [];
  const due = entries.filter(({ minimum_deadline }) => minimum_deadline?.status !== "eventually_due");
  const ours = due.filter(({ awaiting_action_from }) => awaiting_action_from === "user");
  const errors = ours.flatMap(({ errors: listed }) => listed);
  const time = account.requirements?.summary?.minimum_deadline?.time;
  return {
    id: account.id,
    label: account.display_name || account.contact_email || account.id,
    mode: account.livemode ? "live" : "test",
    canTakePayments: cards?.status === "active",
    canBePaidOut: capabilities?.stripe_balance?.payouts?.status === "active",
    needs: listRequirements(ours.map(({ description }) => description)),
    problems: [...new Set(errors.map(({ description }) => description))],
    neededBy: ours.length > 0 ? (time ?? null) : null,
    isUnderReview: ours.length === 0 && (due.length > 0 || cards?.status === "pending"),
    refusedFor: findRefusal(cards),
  };
}

function findRefusal(cards: z.output<typeof capability>): string | null {
  const codes = cards?.status_details.map(({ code }) => code) ?? [];
  if (!cards || cards.status === "active") return null;
  const final = codes.find((code) => /^(rejected|unsupported|restricted_other)/.test(code));
  const { status = "" } = cards;
  return final ?? (["unsupported", "rejected"].includes(status) ? status : null);
}

/** What an account still lacks before it can be used, or will soon, with what to do; undefined where it lacks nothing. */
export function describeRequirements(state: AccountState): Said | undefined {
  const { canTakePayments, needs, problems, refusedFor, isUnderReview, neededBy } = state;
  if (refusedFor !== null && !canTakePayments) {
    return tell("lacks_approval", { account: state.label, reason: refusedFor });
  }
  if (needs.length > 0) {
    const about = {
      needs: listParam(needs.map(saidParam)),
      until: neededBy === null ? null : dayParam(new Date(neededBy)),
      problems: problems.join(" ") || null,
    };
    return canTakePayments ? tell("lacks_soon", about) : tell("lacks_now", about);
  }
  if (canTakePayments) return undefined;
  return isUnderReview ? tell("lacks_review") : tell("lacks_unknown", { url: dashboardUrl });
}

/** How an account stands, in a sentence or two. */
export function summarise(state: AccountState): Said {
  const works = () => tell(state.canBePaidOut ? "account_works" : "account_waits_for_payout");
  return describeRequirements(state) ?? works();
}

/**
 * What Stripe needs, each once, in the order in which Stripe names it. `requirements` has Stripe's own names of it.
 * @param requirements such as `identity.individual.date_of_birth.day`
 */
export function listRequirements(requirements: readonly string[]): Said[] {
  const groups = Map.groupBy(
    requirements,
    (requirement) => findName(requirement) ?? formatLastWords(requirement),
  );
  return [...groups.values()].map((own) => sayNeeds(own));
}

function sayNeeds(own: readonly string[]): Said {
  const [first = ""] = own;
  const name = findName(first);
  const said = name === undefined ? tell("needs_other", { name: formatLastWords(first) }) : tell(name);
  return { ...said, params: { ...said.params, requirements: own.join(" ") } };
}

function findName(requirement: string) {
  return names.find(([form]) => form.test(requirement))?.[1];
}

function formatLastWords(requirement: string): string {
  return requirement.split(".").slice(-2).join(" ").replaceAll("_", " ");
}
