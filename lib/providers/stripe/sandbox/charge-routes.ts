import type { SandboxRoute } from "../../sandbox-kit/contract.ts";
import { type KnownParameters, missing, readParameters } from "./answers.ts";
import { inAccount } from "./api.ts";
import { chargeDocument } from "./documents.ts";
import { expanded } from "./expand.ts";
import { listing, listParameters, timeRange } from "./list-page.ts";
import { chargeView } from "./views.ts";

const listed: KnownParameters = { ...listParameters, customer: "text", payment_intent: "text" };

/** https://docs.stripe.com/api/charges */
export const chargeRoutes: readonly SandboxRoute[] = [
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
