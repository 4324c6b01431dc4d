import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { webhooks } from "#db/schema/webhooks.ts";
import type { DueDestination } from "#lib/engine/sender.ts";
import { openWebhookSecrets, type WebhookSecrets } from "../secrets.ts";

const maxEntries = 5_000;

type SendableWebhook = { url: string; secrets: WebhookSecrets };
type Entry = { version: string; webhook: Promise<SendableWebhook> };

/** Webhooks with their secrets open, by their version: one that was changed has another, so nothing goes stale. */
export class SendableWebhooks {
  readonly #entries = new Map<string, Entry>();

  /** @throws {SealError} when the key is missing or the row was changed */
  open({ id, version }: Pick<DueDestination, "id" | "version">): Promise<SendableWebhook> {
    const known = this.#entries.get(id);
    if (known?.version === version) return known.webhook;
    const webhook = read(id);
    this.#entries.delete(id);
    this.#entries.set(id, { version, webhook });
    webhook.catch(() => this.#entries.delete(id));
    const oldest = this.#entries.keys().next();
    if (this.#entries.size > maxEntries && !oldest.done) this.#entries.delete(oldest.value);
    return webhook;
  }
}

async function read(id: string): Promise<SendableWebhook> {
  const [row] = await db().select().from(webhooks).where(eq(webhooks.id, id));
  if (!row) throw new Error(`The destination ${id} has no webhook.`);
  return { url: row.url, secrets: await openWebhookSecrets(row) };
}
