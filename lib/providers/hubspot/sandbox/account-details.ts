import type { SandboxRoute } from "../../sandbox-kit/contract.ts";
import { notFound, ok } from "./answers.ts";
import { portalSchema } from "./portal.ts";

/** https://developers.hubspot.com/docs/api-reference/account-account-info-v3/guide */
export const accountDetails: SandboxRoute = {
  methods: ["GET"],
  match: /^api\.hubapi\.com\/account-info\/2026-09\/details$/,
  access: "api",
  scope: "oauth",
  handle: async (_request, { account, store }) => {
    const portal = await store.get("portal", "portal", portalSchema);
    if (!portal || !account) return notFound();
    return ok({
      portalId: Number(account.externalId),
      accountType: "STANDARD",
      timeZone: portal.timeZone,
      companyCurrency: portal.companyCurrency,
      additionalCurrencies: portal.additionalCurrencies,
      utcOffset: "+00:00",
      utcOffsetMilliseconds: 0,
      uiDomain: "app-eu1.hubspot.com",
      dataHostingLocation: "eu1",
    });
  },
};
