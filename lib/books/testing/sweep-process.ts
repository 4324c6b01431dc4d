import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import { paymentAccounts } from "#db/schema/payment-accounts.ts";
import { sweepAccount } from "../sweep-account.ts";

/** A process that reads one account to the end: for tests that kill it meanwhile. */
const [id = ""] = process.argv.slice(2);
for (;;) {
  const [account] = await db().select().from(paymentAccounts).where(eq(paymentAccounts.id, id));
  const [integration] = await db()
    .select()
    .from(integrations)
    .where(eq(integrations.id, account?.integrationId ?? ""));
  if (!account || !integration) throw new Error(`There is no account ${id}.`);
  if (await sweepAccount(account, integration)) break;
}
process.exit(0);
