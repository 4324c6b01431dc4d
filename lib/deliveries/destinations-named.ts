import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { automations } from "#db/schema/automations.ts";
import { webhooks } from "#db/schema/webhooks.ts";
import { hasWord } from "#lib/search/words.ts";

/**
 * Finds destinations by the words of what they are called: webhooks by their names and URLs, automations by their names;
 * deleted ones too: their deliveries stay in the log.
 * @returns a function from a word to the ids of the destinations that have it
 */
export async function destinationsNamed(merchantId: string): Promise<(word: string) => string[]> {
  const [hooks, runners] = await Promise.all([
    db()
      .select({ id: webhooks.id, url: webhooks.url, description: webhooks.description })
      .from(webhooks)
      .where(eq(webhooks.merchantId, merchantId)),
    db()
      .select({ id: automations.id, name: automations.name })
      .from(automations)
      .where(eq(automations.merchantId, merchantId)),
  ]);
  const named = [
    ...hooks.map(({ id, url, description }) => ({ id, texts: [description, url] })),
    ...runners.map(({ id, name }) => ({ id, texts: [name] })),
  ];
  return (word) => named.filter(({ texts }) => hasWord(texts, word)).map(({ id }) => id);
}
