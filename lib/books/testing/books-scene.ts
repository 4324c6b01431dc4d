import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { paymentAccounts } from "#db/schema/payment-accounts.ts";
import { newId } from "#lib/ids.ts";
import { saveConnection } from "#lib/integrations/connect/save-connection.ts";
import type { IntegrationRow } from "#lib/integrations/integration-row.ts";
import { serveInbound } from "#lib/integrations/testing/serve-inbound.ts";
import type { PaymentAccountRow } from "#lib/ledger/looks/payment-account.ts";
import type { Provider } from "#lib/providers/contract/provider.ts";
import { type StripeScene, startStripeScene } from "#lib/providers/testing/stripe-scene.ts";
import { sweepAccount } from "../sweep-account.ts";
import { toBook } from "../to-book.ts";

export type BooksScene = StripeScene & {
  integration: IntegrationRow;
  /** As its row is now. */
  account: () => Promise<PaymentAccountRow>;
  book: ReturnType<typeof toBook>;
  /** Reads all that there is to read. */
  sweep: () => Promise<void>;
};

/** A merchant whose Stripe account in the sandbox is connected, with Stripe's messages coming in. */
export async function startBooksScene(provider: Provider): Promise<BooksScene> {
  const scene = await startStripeScene(provider, { also: serveInbound });
  const { ctx, account: stripeAccount, credentials, settings } = scene.shop;
  const connection = {
    provider: provider.id,
    environment: "sandbox" as const,
    account: { id: stripeAccount.externalId, label: stripeAccount.label },
    secrets: { ...credentials },
    settings: { ...settings },
    scopes: ["read_write"],
    expiresAt: null,
    refreshExpiresAt: null,
  };
  const integration = await saveConnection(ctx, connection, null);
  const account = async () => {
    const [row] = await db()
      .select()
      .from(paymentAccounts)
      .where(eq(paymentAccounts.integrationId, integration.id));
    if (!row) throw new Error(`There is no payment account (${newId("pac")}).`);
    return row;
  };
  return {
    ...scene,
    integration,
    account,
    book: toBook(await account()),
    sweep: async () => {
      for (let round = 0; round < 20; round += 1) {
        if (await sweepAccount(await account(), integration)) return;
      }
      throw new Error("The reading does not end.");
    },
  };
}
