import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { webhooks } from "#db/schema/webhooks.ts";
import { readSqlState } from "#db/sql-state.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { findEventType } from "#lib/events/catalogue/catalogue.ts";
import { selectWebhooks, type WebhookRow } from "#lib/webhooks/find-webhook.ts";
import { insertWebhook } from "#lib/webhooks/insert-webhook.ts";
import { requireSendableUrl } from "#lib/webhooks/require-sendable-url.ts";
import { resumeWebhook } from "#lib/webhooks/resume-webhook.ts";
import { createWebhookInput } from "#lib/webhooks/schema.ts";
import { subscriptionKey } from "#lib/webhooks/subscription-key.ts";
import { type SubscribedHookDto, subscribedHookDto, subscribeHookInput } from "./hook-schema.ts";

type Wanted = { url: string; eventType: string; zapId: string | undefined };

const uniqueViolation = "23505";

/**
 * Makes the webhook of a Zap that was switched on. The same address and event again are the same hook, and resume it
 * where it is paused or switched off.
 * @throws {AppError} 422 for bad input or an address that may not be sent to, 409 at the limit of webhooks
 */
export const subscribeHook = defineVerb({
  permission: "webhooks:write",
  input: subscribeHookInput,
  output: subscribedHookDto,
  async run({ ctx, input: { targetUrl, hookUrl, eventType, zapId } }) {
    const wanted = { url: targetUrl ?? hookUrl ?? "", eventType, zapId };
    await requireSendableUrl(wanted.url, targetUrl === undefined ? "hookUrl" : "targetUrl");
    const known = await findHook(ctx, wanted);
    if (known) return resume(ctx, known);
    try {
      return { id: await insertHook(ctx, wanted) };
    } catch (error) {
      if (readSqlState(error) !== uniqueViolation) throw error;
      // Zapier asked twice at once, and the other request was first.
      const winner = await findHook(ctx, wanted);
      if (!winner) throw error;
      return resume(ctx, winner);
    }
  },
});

async function findHook(ctx: Ctx, { url, eventType }: Wanted): Promise<WebhookRow | undefined> {
  const rows = await selectWebhooks(
    db(),
    and(
      eq(webhooks.merchantId, ctx.merchantId),
      eq(webhooks.subscriptionKey, subscriptionKey(url, [eventType])),
    ),
  );
  return rows[0];
}

async function insertHook(ctx: Ctx, { url, eventType, zapId }: Wanted): Promise<string> {
  const title = findEventType(eventType)?.title ?? eventType;
  const description = `Zapier: ${title}`;
  const webhook = createWebhookInput.parse({ url, eventTypes: [eventType], description });
  const { id } = await insertWebhook(ctx, webhook, { origin: "zapier", originRef: zapId ?? null });
  return id;
}

async function resume(ctx: Ctx, { id }: WebhookRow): Promise<SubscribedHookDto> {
  await resumeWebhook({ ctx, input: { id } });
  return { id };
}
