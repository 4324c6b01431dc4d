import { openWebhookSecrets, type WebhookSecrets } from "#lib/webhooks/secrets.ts";

const maxEntries = 5_000;

/** Opened secrets of webhooks, by their sealed form: a changed webhook has another, so nothing goes stale. */
export class SecretsCache {
  readonly #opened = new Map<string, Promise<WebhookSecrets>>();

  open(webhook: { id: string; merchantId: string; sealed: string }): Promise<WebhookSecrets> {
    const known = this.#opened.get(webhook.sealed);
    if (known) return known;
    const opening = openWebhookSecrets(webhook);
    this.#opened.set(webhook.sealed, opening);
    opening.catch(() => this.#opened.delete(webhook.sealed));
    const oldest = this.#opened.keys().next();
    if (this.#opened.size > maxEntries && !oldest.done) this.#opened.delete(oldest.value);
    return opening;
  }
}
