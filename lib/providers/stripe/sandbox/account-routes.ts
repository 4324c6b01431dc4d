import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { SandboxRoute } from "../../sandbox-kit/contract.ts";
import type { AccountDocument } from "./account-document.ts";
import { accountView, capabilityView, olderAccountView } from "./account-view.ts";
import { missing, Refusal } from "./answers.ts";
import { inAccount, inAccountOrOnPlatform, onPlatform } from "./api.ts";
import { platformCurrency } from "./ledger/book.ts";
import { idOfOpening } from "./opening.ts";
import type { Work } from "./work.ts";

/** The account in API v1: https://docs.stripe.com/api/accounts, https://docs.stripe.com/api/capabilities */
export const olderAccountRoutes: readonly SandboxRoute[] = [
  inAccount("GET", /^api\.stripe\.com\/v1\/accounts\/acct_\w+$/, async ({ work }) => ({
    status: 200,
    json: olderAccountView(named(work)),
  })),
  ...inAccountOrOnPlatform("GET", /^api\.stripe\.com\/v1\/account$/, {
    inAccount: async ({ work }) => ({ status: 200, json: olderAccountView(named(work)) }),
    // The platform is an account as well; nothing of it is asked for but who it is.
    onPlatform: async ({ context }) => ({
      status: 200,
      json: {
        id: `acct_${context.app.clientId.replaceAll(/\W|_/g, "")}`,
        object: "account",
        default_currency: platformCurrency,
        livemode: false,
      },
    }),
  }),
  inAccount("GET", /^api\.stripe\.com\/v1\/accounts\/acct_\w+\/capabilities$/, async ({ work }) => {
    const url = `/v1/accounts/${work.accountId}/capabilities`;
    return {
      status: 200,
      json: { object: "list", url, has_more: false, data: [capabilityView(named(work))] },
    };
  }),
  inAccount("GET", /^api\.stripe\.com\/v1\/accounts\/acct_\w+\/capabilities\/(?<id>\w+)$/, async (args) => {
    const { work, groups } = args;
    if (groups.id !== "card_payments") throw missing("capability", groups.id ?? "", "capability");
    return { status: 200, json: capabilityView(named(work)) };
  }),
];

const includes = z.array(
  z.enum([
    "configuration.customer",
    "configuration.merchant",
    "configuration.recipient",
    "defaults",
    "future_requirements",
    "identity",
    "requirements",
  ]),
);

/** https://docs.stripe.com/api/v2/core/accounts/create, of what a platform for direct charges sends. */
const newAccount = z.strictObject({
  display_name: z.string().min(1).max(200),
  contact_email: z.email({ pattern: z.regexes.html5Email }),
  dashboard: z.enum(["express", "full", "none"]),
  identity: z.strictObject({
    country: z.string().regex(/^[a-z]{2}$/i),
    entity_type: z.enum(["company", "government_entity", "individual", "non_profit"]).optional(),
  }),
  configuration: z.strictObject({
    merchant: z.strictObject({
      capabilities: z.strictObject({ card_payments: z.strictObject({ requested: z.boolean() }) }),
    }),
  }),
  defaults: z
    .strictObject({
      currency: z.string().length(3).optional(),
      responsibilities: z.strictObject({
        fees_collector: z.enum(["application", "application_custom", "application_express", "stripe"]),
        losses_collector: z.enum(["application", "stripe"]),
      }),
    })
    .optional(),
  include: includes.optional(),
  metadata: z.record(z.string(), z.string()).optional(),
});

/** What a new account lacks until its owner has come. */
const firstRequirements = [
  "identity.attestations.terms_of_service.account.date",
  "identity.business_details.registered_name",
  "identity.individual.date_of_birth.day",
  "external_account",
];

export const accountRoutes = [
  onPlatform("POST", /^api\.stripe\.com\/v2\/core\/accounts$/, async ({ request, context }) => {
    const { data, error } = newAccount.safeParse(request.json);
    if (!data) throw invalidFields(error);
    const opening = {
      displayName: data.display_name,
      contactEmail: data.contact_email,
      country: data.identity.country.toLowerCase(),
    };
    const seed = request.headers["idempotency-key"] ?? randomUUID();
    const id = idOfOpening(opening, seed, context.app.clientSecret);
    const document: AccountDocument = {
      ...opening,
      currency: data.defaults?.currency ?? "eur",
      openedBy: "platform",
      authorization: "given",
      created: context.now().toISOString(),
      requirements: firstRequirements.map((description) => ({
        description,
        status: "past_due",
        problem: null,
      })),
      deadline: null,
    };
    return { status: 200, json: accountView({ id, document }, data.include ?? []) };
  }),
  inAccount("GET", /^api\.stripe\.com\/v2\/core\/accounts\/acct_\w+$/, async ({ request, work }) => {
    const asked = [...request.url.searchParams].map(([name, value]) => {
      if (!/^include(\[\d*\])?$/.test(name)) throw invalidField(name);
      return value;
    });
    const { data, error } = includes.safeParse(asked);
    if (!data) throw invalidFields(error);
    return { status: 200, json: accountView({ id: work.accountId, document: work.document }, data) };
  }),
];

/** https://docs.stripe.com/api-v2-overview#error-handling */
export function invalidFields(error: z.ZodError): Refusal {
  const [issue] = error.issues;
  return invalidField(issue?.path.map(String).join(".") ?? "", issue?.message);
}

function invalidField(name: string, why = "Unknown field."): Refusal {
  const message = `Invalid request: ${name || "body"}: ${why}`;
  return new Refusal(400, { type: "invalid_request_error", code: "invalid_fields", param: name, message });
}

function named({ accountId, document }: Work) {
  return { id: accountId, document };
}
