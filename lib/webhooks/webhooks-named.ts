import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { webhooks } from "#db/schema/webhooks.ts";
import { hasWord } from "#lib/search/words.ts";

/**
 * Finds webhooks by the words of their names and URLs, deleted ones too: their deliveries stay in the log.
 * @returns a function from a word to the ids of the webhooks that have it
 */
export async function webhooksNamed(merchantId: string): Promise<(word: string) => string[]> {
  const rows = await db()
    .select({ id: webhooks.id, url: webhooks.url, description: webhooks.description })
    .from(webhooks)
    .where(eq(webhooks.merchantId, merchantId));
  return (word) =>
    rows.filter(({ url, description }) => hasWord([description, url], word)).map(({ id }) => id);
}
