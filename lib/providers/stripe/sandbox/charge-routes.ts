import type { SandboxRoute, SandboxStore } from "../../sandbox-contract.ts";
import { chargeDocument } from "./documents.ts";
import { pageOf } from "./list-page.ts";
import { readParameters } from "./parameters.ts";
import { inAccount } from "./platform-route.ts";
import { missing } from "./refusal.ts";
import { chargeView } from "./views.ts";

/** https://docs.stripe.com/api/charges */
export const chargeRoutes: readonly SandboxRoute[] = [
  inAccount("GET", /^api\.stripe\.com\/v1\/charges$/, async ({ request, desk }) => {
    const parameters = readParameters(request.url.searchParams, {
      limit: "integer",
      starting_after: "text",
      ending_before: "text",
      payment_intent: "text",
    });
    const payment = parameters.text("payment_intent");
    const charges = await newestCharges(desk.store);
    const wanted = payment === undefined ? charges : charges.filter((charge) => charge.payment === payment);
    const { items, hasMore } = pageOf(wanted, parameters, "charge");
    const data = items.map((charge) => chargeView(charge, desk.app.clientId));
    return { status: 200, json: { object: "list", url: "/v1/charges", has_more: hasMore, data } };
  }),
  inAccount("GET", /^api\.stripe\.com\/v1\/charges\/(?<id>\w+)$/, async ({ desk, groups }) => {
    const charge = await desk.store.get("charge", groups.id ?? "", chargeDocument);
    if (!charge) throw missing("charge", groups.id ?? "", "id");
    return { status: 200, json: chargeView(charge, desk.app.clientId) };
  }),
];

export async function newestCharges(store: SandboxStore) {
  const charges = (await store.list("charge", chargeDocument)).map(({ data }) => data);
  return charges.reverse().toSorted((one, other) => other.created - one.created);
}
