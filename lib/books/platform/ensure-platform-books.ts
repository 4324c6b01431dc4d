import { and, eq, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { paymentAccounts } from "#db/schema/payment-accounts.ts";
import { logger } from "#lib/logger.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { openPlatformReader } from "./platform-call.ts";
import { ensurePlatformAccount, platformMerchantId } from "./platform-merchant.ts";

/** Opens the platform's book wherever merchants have accounts and the platform has money. */
export async function ensurePlatformBooks(): Promise<{ made: number }> {
  const platforms = sql`SELECT 1 FROM payment_accounts AS own WHERE own.merchant_id = ${platformMerchantId}
    AND own.provider = ${paymentAccounts.provider} AND own.environment = ${paymentAccounts.environment}`;
  const places = await db()
    .selectDistinct({ provider: paymentAccounts.provider, environment: paymentAccounts.environment })
    .from(paymentAccounts)
    .where(and(eq(paymentAccounts.book, "merchant"), sql`NOT EXISTS (${platforms})`));
  let made = 0;
  for (const { provider, environment } of places) {
    const ask = openPlatformReader(provider, environment);
    if (!ask) continue;
    try {
      const accountId = await ask((books, call) => books.accountId(call));
      await db().transaction((tx) => ensurePlatformAccount(tx, { provider, environment, accountId }));
      made += 1;
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      logger.info({ err: error, provider, environment }, "platform's book not opened; tried again later");
    }
  }
  return { made };
}
