import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import { conflict } from "#lib/errors.ts";
import type { PaymentCall } from "#lib/failures/app-messages.ts";
import { say } from "#lib/failures/say.ts";
import { newId } from "#lib/ids.ts";
import { callProvider } from "#lib/integrations/calls/call-provider.ts";
import { type IntegrationRow, loadProviderFor } from "#lib/integrations/integration-row.ts";
import type { Call } from "#lib/providers/contract/call.ts";
import type { Taking } from "#lib/providers/contract/payments.ts";
import { findManifest } from "#lib/providers/manifests.ts";
import type { ChargedAccount } from "./states/account.ts";

/** Where a payment was, or is to be, taken, with the code that takes it there. */
export type Till = { integration: IntegrationRow; taking: Taking; account: ChargedAccount };

/** @returns null where the app takes no payments here */
export async function loadTill(integration: IntegrationRow): Promise<Till | null> {
  const taking = (await loadProviderFor(integration)).payments?.taking;
  if (!taking) return null;
  const { id: integrationId, merchantId, provider, environment, accountId } = integration;
  return { integration, taking, account: { merchantId, integrationId, provider, environment, accountId } };
}

/** The connection to the account in which a payment was made; null where there is none any more. */
export async function findTill(charge: ChargedAccount): Promise<Till | null> {
  const { merchantId, provider, environment, accountId } = charge;
  const [integration] = await db()
    .select()
    .from(integrations)
    .where(
      and(
        eq(integrations.merchantId, merchantId),
        eq(integrations.provider, provider),
        eq(integrations.environment, environment),
        eq(integrations.accountId, accountId),
      ),
    );
  return integration ? loadTill(integration) : null;
}

/** @throws {AppError} 409 where the account is not connected any more */
export async function requireTill(charge: ChargedAccount): Promise<Till> {
  const till = await findTill(charge);
  if (till) return till;
  const app = findManifest(charge.provider)?.name ?? charge.provider;
  throw conflict("account_not_connected", say("problem_charge_at_other_account", { app }));
}

/**
 * Asks the app about a payment, under a key.
 * @param key without one: what only reads
 * @throws {ProviderError} for whatever the app did not do
 */
export async function askTill<Result>(
  { integration }: Pick<Till, "integration">,
  name: PaymentCall,
  run: (call: Call) => Promise<Result>,
  key: string = newId("req"),
): Promise<Result> {
  const { result } = await callProvider({
    integration,
    kind: "action",
    name,
    idempotencyKey: key,
    run,
    describe: () => [say("payment_asked")],
  });
  return result;
}
