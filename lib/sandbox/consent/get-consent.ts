import { defineVerb } from "#lib/auth/verb.ts";
import { openAccounts } from "../core/accounts.ts";
import { requireSandbox } from "../require-sandbox.ts";
import { findConsent } from "./find-consent.ts";
import { consentDto, consentIdInput } from "./schema.ts";

/**
 * What a consent page asks, and the accounts that the merchant can choose from.
 * @throws {AppError} 404
 */
export const getConsent = defineVerb({
  permission: "read",
  input: consentIdInput,
  output: consentDto,
  async run({ ctx, input }) {
    requireSandbox();
    const { id } = input;
    const { provider, request, state } = await findConsent(id);
    const isChosen = state === "open" && request.externalId === undefined;
    const place = { provider: provider.id, sandbox: await provider.sandbox(), merchantId: ctx.merchantId };
    const accounts = isChosen ? await openAccounts(place) : [];
    return {
      id,
      state,
      provider: { id: provider.id, name: provider.name, icon: provider.icon },
      scopes: request.scopes,
      namedAccount: request.externalId ?? null,
      accounts: accounts.map(({ id: accountId, externalId, label }) => ({
        id: accountId,
        externalId,
        label,
      })),
    };
  },
});
