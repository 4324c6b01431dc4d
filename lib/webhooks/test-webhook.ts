import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { attempts, deliveries } from "#db/schema/deliveries.ts";
import { events } from "#db/schema/events.ts";
import { recordAudit } from "#lib/audit/record-audit.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { attemptDelivery } from "#lib/deliveries/attempt.ts";
import { selectAttempts, toAttemptDto } from "#lib/deliveries/attempt-row.ts";
import { leaseMarginMs, takePlace } from "#lib/deliveries/claim.ts";
import { recordAttempts } from "#lib/deliveries/record-attempts.ts";
import type { AttemptDetailDto } from "#lib/deliveries/schema.ts";
import { sharedOutboundClient } from "#lib/deliveries/shared-outbound-client.ts";
import { rateLimited } from "#lib/errors.ts";
import { eventCatalogue, findEventType } from "#lib/events/catalogue/catalogue.ts";
import { eventSearch } from "#lib/events/event-search.ts";
import { newId } from "#lib/ids.ts";
import { parseInput } from "#lib/parse.ts";
import { findWebhook, type WebhookRow } from "./find-webhook.ts";
import { webhookId } from "./schema.ts";
import { openWebhookSecrets } from "./secrets.ts";
import { inTestTurn } from "./test-turns.ts";

export const testWebhookInput = z.strictObject({
  id: webhookId,
  eventType: z
    .enum(eventCatalogue.map((definition) => definition.type))
    .optional()
    .describe("Whose example to send; by default the first event that the webhook asks for"),
});

/** How long a test waits for a place within the limits of its webhook. */
const patienceMs = 5_000;
const lookAgainMs = 100;

/**
 * Sends an example event to a webhook now, once, and answers the attempt. It stands in the log, marked as a test; a
 * webhook that is switched off can be tested too. It keeps to what the webhook takes at a time and a second, and of a
 * merchant three are under way at a time.
 * @throws {AppError} 404 for another merchant's webhook, 429 where none of these has room within 5 s
 */
export async function testWebhook({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<AttemptDetailDto> {
  authorise(ctx, "webhooks:write");
  const { id, eventType } = parseInput(testWebhookInput, input);
  const webhook = await findWebhook(db(), ctx.merchantId, id);
  return inTestTurn(ctx, () => sendTest(ctx, webhook, eventType));
}

async function sendTest(
  ctx: Ctx,
  webhook: WebhookRow,
  eventType: string | undefined,
): Promise<AttemptDetailDto> {
  const delivery = await whenThereIsRoom(() =>
    createTestDelivery(ctx, webhook, exampleFor(webhook, eventType)),
  );
  const attempt = await attemptDelivery({
    client: sharedOutboundClient(),
    delivery,
    destination: {
      ...webhook,
      failingSince: webhook.failingSince?.toISOString() ?? null,
      isTriggeredWanted: false,
    },
    secrets: await openWebhookSecrets(webhook),
  });
  await recordAttempts([attempt]);
  const own = and(eq(attempts.merchantId, ctx.merchantId), eq(attempts.id, attempt.id));
  const [row] = await selectAttempts(db(), own);
  if (!row) throw new Error("A test attempt was not recorded.");
  return toAttemptDto(row);
}

async function whenThereIsRoom<Created>(create: () => Promise<Created | null>): Promise<Created> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const created = await create();
    if (created) return created;
    if (performance.now() >= until) {
      const message =
        "The webhook has as many requests under way as it takes by its limits. Try again later.";
      throw rateLimited(patienceMs / 1_000, message);
    }
    await sleep(lookAgainMs);
  }
}

function exampleFor(webhook: WebhookRow, wanted: string | undefined) {
  const asked = wanted ?? webhook.eventTypes.find((type) => type !== "*") ?? "order.paid";
  const definition = findEventType(asked);
  if (!definition) throw new Error(`The catalogue lacks ${asked}.`);
  return definition;
}

/** @returns null where the webhook takes no more requests at the moment */
async function createTestDelivery(
  ctx: Ctx,
  webhook: WebhookRow,
  example: { type: string; example: unknown },
) {
  const eventId = newId("evt");
  const id = newId("dlv");
  const leaseId = randomUUID();
  const now = new Date();
  const data = z.record(z.string(), z.unknown()).parse(example.example);
  const shared = { merchantId: ctx.merchantId, eventId, eventType: example.type, destinationId: webhook.id };
  const place = await db().transaction(async (tx) => {
    const taken = await takePlace(tx, webhook.id);
    if (!taken) return null;
    const event = {
      id: eventId,
      merchantId: ctx.merchantId,
      type: example.type,
      data,
      origin: "test" as const,
    };
    await tx.insert(events).values({
      ...event,
      ...eventSearch(event),
      occurredAt: now,
      acceptedAt: now,
      announcedAt: now,
    });
    const dueAt = new Date(now.getTime() + webhook.timeoutMs + leaseMarginMs);
    await tx
      .insert(deliveries)
      .values({ ...shared, ...taken, id, isTest: true, nextTrigger: "test", leaseId, dueAt });
    await recordAudit(tx, ctx, { action: "webhook.tested", targetId: webhook.id });
    return taken;
  });
  if (!place) return null;
  return {
    ...shared,
    id,
    leaseId,
    attempts: 0,
    scheduleStep: 0,
    plannedAt: null,
    isTest: true,
    trigger: "test" as const,
    dataJson: JSON.stringify(data),
    occurredAt: now.toISOString(),
  };
}
