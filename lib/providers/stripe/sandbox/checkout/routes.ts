import type { SandboxRoute } from "../../../sandbox-kit/contract.ts";
import { badRequest, readParameters } from "../answers.ts";
import { inAccount } from "../api.ts";
import { expanded } from "../expand.ts";
import { listing, listParameters, timeRange } from "../list-page.ts";
import { makeSession, newSession } from "./make.ts";
import { requireSession, sessionDocument } from "./session.ts";
import { expireSession, sessionView } from "./session-view.ts";

const own = "api\\.stripe\\.com\\/v1\\/checkout\\/sessions\\/(?<id>cs_\\w+)";

/** https://docs.stripe.com/api/checkout/sessions */
export const checkoutRoutes: readonly SandboxRoute[] = [
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
