import { z } from "zod";
import type {
  ProviderSandbox,
  SandboxAccountContext,
  SandboxRequest,
  SandboxRoute,
} from "../../sandbox-kit/contract.ts";
import { findAccountDocument, saveAccountDocument } from "./account-document.ts";
import { accountUpdated } from "./account-events.ts";
import { accountLinkRoutes } from "./account-link-routes.ts";
import { accountRoutes, olderAccountRoutes } from "./account-routes.ts";
import { badRequest, type KnownParameters, missing, readParameters, refuse } from "./answers.ts";
import { inAccount } from "./api.ts";
import { makeSession, newSession } from "./checkout/make.ts";
import { pageRoutes } from "./checkout/pages.ts";
import { requireSession, sessionDocument } from "./checkout/session.ts";
import { expireSession, sessionView } from "./checkout/session-view.ts";
import { commands } from "./commands.ts";
import { customerRoutes } from "./customers/routes.ts";
import { disputeRoutes } from "./disputes/routes.ts";
import { chargeDocument } from "./documents.ts";
import { eventRoutes } from "./events/routes.ts";
import { expanded } from "./expand.ts";
import { feeRoutes } from "./fees/routes.ts";
import { ledgerRoutes } from "./ledger/routes.ts";
import { listing, listParameters, timeRange } from "./list-page.ts";
import { authorizationRoutes } from "./oauth.ts";
import { readOpening } from "./opening.ts";
import { paymentRoutes } from "./payments/routes.ts";
import { payoutRoutes } from "./payouts/routes.ts";
import { refundRoutes } from "./refunds/routes.ts";
import { accountContents, newAccount } from "./seed.ts";
import { chargeView } from "./views.ts";
import { workOn } from "./work.ts";

const own = "api\\.stripe\\.com\\/v1\\/checkout\\/sessions\\/(?<id>cs_\\w+)";

/** https://docs.stripe.com/api/checkout/sessions */
const checkoutRoutes: readonly SandboxRoute[] = [
  inAccount("POST", /^api\.stripe\.com\/v1\/checkout\/sessions$/, async ({ request, work }) => {
    const parameters = readParameters(request.form, newSession);
    const session = await makeSession(work, parameters);
    return expanded(work, sessionView(session, work.accountId), parameters);
  }),
  inAccount("GET", /^api\.stripe\.com\/v1\/checkout\/sessions$/, async ({ request, work }) => {
    const parameters = readParameters(request.url.searchParams, {
      ...listParameters,
      payment_intent: "text",
    });
    const payment = parameters.text("payment_intent");
    return listing(work, parameters, {
      kind: "checkout_session",
      schema: sessionDocument,
      url: "/v1/checkout/sessions",
      labels: payment === undefined ? [] : [`payment_intent:${payment}`],
      view: (session) => sessionView(session, work.accountId),
      ...timeRange(parameters),
    });
  }),
  inAccount("GET", new RegExp(`^${own}$`), async ({ request, work, groups }) => {
    const parameters = readParameters(request.url.searchParams, { "expand[]": "text" });
    return expanded(work, sessionView(await requireSession(work, groups.id), work.accountId), parameters);
  }),
  inAccount("POST", new RegExp(`^${own}\\/expire$`), async ({ work, groups }) => {
    const { id } = await requireSession(work, groups.id);
    const expired = await expireSession(work, id);
    if (!expired) throw badRequest('Only Checkout Sessions with a status in ["open"] can be expired.');
    return { status: 200, json: sessionView(expired, work.accountId) };
  }),
];

/** The merchant has filled in what Stripe needs. A new account is empty, and bears the name under which it was opened. */
const fillIn: NonNullable<ProviderSandbox["afterConsent"]> = async ({ url, grant, context }) => {
  if (grant.data.page !== "account link") return url;
  const document = await findAccountDocument(context.store);
  const opening = readOpening(context.account.externalId, context.app.clientSecret);
  if (opening && document.openedBy === "merchant") await emptyAccount(context);
  await saveAccountDocument(context.store, {
    ...document,
    ...opening,
    openedBy: opening ? "platform" : document.openedBy,
    authorization: "given",
    requirements: [],
    deadline: null,
  });
  await workOn(context, accountUpdated);
  const back = new URL(url);
  back.searchParams.delete("code");
  return back;
};

const listed: KnownParameters = { ...listParameters, customer: "text", payment_intent: "text" };

/** https://docs.stripe.com/api/charges */
const chargeRoutes: readonly SandboxRoute[] = [
  inAccount("GET", /^api\.stripe\.com\/v1\/charges$/, async ({ request, work }) => {
    const parameters = readParameters(request.url.searchParams, listed);
    return listing(work, parameters, {
      kind: "charge",
      schema: chargeDocument,
      url: "/v1/charges",
      labels: ["customer", "payment_intent"].flatMap((name) => {
        const value = parameters.text(name);
        return value === undefined ? [] : [`${name}:${value}`];
      }),
      view: (charge) => chargeView(charge, work.application),
      ...timeRange(parameters),
    });
  }),
  inAccount("GET", /^api\.stripe\.com\/v1\/charges\/(?<id>\w+)$/, async ({ request, work, groups }) => {
    const parameters = readParameters(request.url.searchParams, { "expand[]": "text" });
    const charge = await work.store.get("charge", groups.id ?? "", chargeDocument);
    if (!charge) throw missing("charge", groups.id ?? "", "id");
    return expanded(work, chargeView(charge, work.application), parameters);
  }),
];

const accountPath = /^\/v[12]\/(?:core\/)?accounts\/(acct_\w+)/;

const guestPath = /^\/c\/(?:pay|authenticate)\/(acct_\w+)\//;

/** Stripe as its documentation describes it to a Connect platform: https://docs.stripe.com/api */
export const sandbox = {
  hosts: ["api.stripe.com", "connect.stripe.com", "checkout.stripe.com"],
  newAccount,
  // No secret: its name leads to an account, and each address asks for the platform's key besides.
  keys: ({ account }) => [
    { fields: { accountId: account.externalId }, token: account.externalId, scopes: ["read_write"] },
  ],
  readCredential,
  routes: [
    ...authorizationRoutes,
    ...accountRoutes,
    ...accountLinkRoutes,
    ...olderAccountRoutes,
    ...paymentRoutes,
    ...chargeRoutes,
    ...refundRoutes,
    ...disputeRoutes,
    ...customerRoutes,
    ...checkoutRoutes,
    ...pageRoutes,
    ...ledgerRoutes,
    ...payoutRoutes,
    ...feeRoutes,
    ...eventRoutes,
  ],
  refuse,
  afterConsent: fillIn,
  commands,
} satisfies ProviderSandbox;

/**
 * Which account a request is about: the platform's key is the same in all of them, so it is the account's name that
 * leads to one. Whether the key is the platform's is looked at by each address.
 */
export function readCredential({ url, headers, form, json }: SandboxRequest): string | null {
  if (url.host === "connect.stripe.com") {
    return form.get("code") ?? form.get("refresh_token") ?? form.get("stripe_user_id");
  }
  if (url.host === "checkout.stripe.com") return guestPath.exec(url.pathname)?.[1] ?? null;
  const named = headers["stripe-account"] ?? headers["stripe-context"];
  return named ?? accountPath.exec(url.pathname)?.[1] ?? linkedAccount(json);
}

function linkedAccount(json: unknown): string | null {
  const isNamed = typeof json === "object" && json !== null && "account" in json;
  return isNamed && typeof json.account === "string" ? json.account : null;
}

/** Takes away what the core puts into each account that it opens. */
async function emptyAccount({ store, account }: SandboxAccountContext): Promise<void> {
  const kinds = new Set(accountContents(account.label).map(({ kind }) => kind));
  kinds.delete("account");
  for (const kind of kinds) {
    for (const { id } of await store.list(kind, z.unknown())) await store.remove(kind, id);
  }
}
