import { and, eq, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { destinations } from "#db/schema/destinations.ts";
import { webhooks } from "#db/schema/webhooks.ts";
import { recordAudit } from "#lib/audit/record-audit.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { resumeDestination, stopDestination } from "#lib/engine/destination-state.ts";
import { wakeDeliveries } from "#lib/engine/wake.ts";
import { conflict, invalidInput } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { keepMasked, maskAll, maskedValue } from "../crypto/mask.ts";
import { findWebhook, lockWebhook, type WebhookRow } from "./find-webhook.ts";
import { headerSetTwice } from "./headers.ts";
import { requireSendableUrl } from "./require-sendable-url.ts";
import { updateWebhookInput, webhookDto } from "./schema.ts";
import { openWebhookSecrets, sealWebhookSecrets, type WebhookSecrets } from "./secrets.ts";
import { toWebhookDto } from "./webhook-dto.ts";

/**
 * Changes the given fields of a webhook. `headers` and `auth` are replaced whole; a header given as its mask keeps
 * its value. An address of another origin takes nothing hidden along: header values and credentials are given again.
 * `status: "paused"` or `"disabled"` holds its deliveries, `"active"` sends them.
 * @throws {AppError} 422 for bad input, 404 for another merchant's webhook, 409 for another address or other events
 *   where an app looks after the webhook
 */
export const updateWebhook = defineVerb({
  permission: "webhooks:write",
  input: updateWebhookInput,
  output: webhookDto,
  async run({ ctx, input: { id, headers, auth, status, ...settings } }) {
    if (settings.url !== undefined) await requireSendableUrl(settings.url);
    const dto = await db().transaction(async (tx) => {
      const current = await lockWebhook(tx, ctx.merchantId, id);
      refuseToMove(current, settings);
      const known = await openWebhookSecrets(current);
      if (isOtherOrigin(current.url, settings.url)) refuseToCarry(known, { headers, auth });
      const secrets = {
        ...known,
        headers: keepMasked(headers ?? known.headers, known.headers),
        auth: auth ?? known.auth,
      };
      refuseSetTwice(secrets, headers ? "headers" : "auth");
      const sealed = await sealWebhookSecrets(current, secrets);
      const { url, description, ...ofDestination } = settings;
      await tx
        .update(destinations)
        .set({ ...ofDestination, updatedAt: sql`clock_timestamp()` })
        .where(and(eq(destinations.merchantId, ctx.merchantId), eq(destinations.id, id)));
      await tx
        .update(webhooks)
        // Without a further value an address that stays is set to itself: a statement must set something.
        .set({ url: url ?? current.url, description, ...(headers || auth ? { sealed } : {}) })
        .where(and(eq(webhooks.merchantId, ctx.merchantId), eq(webhooks.id, id)));
      if (status === "active") await resumeDestination(tx, id);
      else if (status !== undefined) await stopDestination(tx, id, { state: status, reason: "manual" });
      const changed = Object.entries({ ...settings, headers, auth, status }).flatMap(([field, value]) =>
        value === undefined ? [] : [field],
      );
      await recordAudit(tx, ctx, { action: "webhook.updated", targetId: id, detail: { changed } });
      return toWebhookDto(await findWebhook(tx, ctx.merchantId, id), secrets);
    });
    if (status === "active") wakeDeliveries();
    return dto;
  },
});

/** Whether requests would go to another server, as far as the address tells. */
function isOtherOrigin(current: string, next: string | undefined): boolean {
  return next !== undefined && URL.parse(next)?.origin !== URL.parse(current)?.origin;
}

/** Hidden values were given for one server. Whoever may change the address must know them to send them to another. */
function refuseToCarry(
  known: WebhookSecrets,
  change: { headers: Record<string, string> | undefined; auth: WebhookSecrets["auth"] | undefined },
): void {
  const message = say("field_give_again");
  const names = Object.entries(change.headers ?? maskAll(known.headers));
  const hidden = names.filter(([, value]) => value === maskedValue).map(([name]) => `headers.${name}`);
  if (known.auth.type !== "none" && change.auth === undefined) hidden.push("auth");
  if (hidden.length === 0) return;
  throw invalidInput(
    hidden.map((path) => ({ path, message })),
    say("problem_webhook_moves"),
  );
}

/** @param field which of the two the caller changed */
function refuseSetTwice({ headers, auth }: WebhookSecrets, field: "headers" | "auth"): void {
  const name = headerSetTwice(Object.keys(headers), auth);
  if (name === null) return;
  const path = field === "headers" ? `headers.${name}` : "auth.type";
  const message = field === "headers" ? say("field_header_twice") : say("field_sets_header", { name });
  throw invalidInput([{ path, message }]);
}

/** An app that subscribed expects its events at its address, and would not learn of a change. */
function refuseToMove(current: WebhookRow, next: { url?: string; eventTypes?: readonly string[] }): void {
  if (current.origin === null) return;
  const isMoved = next.url !== undefined && next.url !== current.url;
  const isOther = next.eventTypes !== undefined && next.eventTypes.join() !== current.eventTypes.join();
  if (!isMoved && !isOther) return;
  throw conflict("owned_by_app", say("problem_webhook_of_zap"));
}
