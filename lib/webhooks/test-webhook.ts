import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { db, type Tx } from "#db/client.ts";
import { deliveries, deliveryQueue } from "#db/schema/deliveries.ts";
import { eventKeys, eventPayloads, events } from "#db/schema/events.ts";
import { recordAudit } from "#lib/audit/record-audit.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { readAttempts, toAttemptDto } from "#lib/deliveries/attempt-row.ts";
import type { AttemptDetailDto } from "#lib/deliveries/schema.ts";
import { attemptDetailDto } from "#lib/deliveries/schema.ts";
import { leaseMarginMs } from "#lib/engine/claim.ts";
import { judge } from "#lib/engine/judge.ts";
import { takePlace } from "#lib/engine/pace.ts";
import { recordAttempts } from "#lib/engine/record-attempts.ts";
import type { ClaimedDelivery, DueDestination } from "#lib/engine/sender.ts";
import { rateLimited } from "#lib/errors.ts";
import { eventCatalogue, findEventType } from "#lib/events/catalogue/catalogue.ts";
import { describeEvent } from "#lib/events/catalogue/event-summary.ts";
import { eventSearch } from "#lib/events/event-search.ts";
import { say } from "#lib/failures/say.ts";
import { newId } from "#lib/ids.ts";
import { findWebhook, type WebhookRow } from "./find-webhook.ts";
import { webhookId } from "./schema.ts";
import { openWebhookSecrets } from "./secrets.ts";
import { sendToWebhook, webhookSender } from "./sending/sender.ts";
import { inTestTurn } from "./test-turns.ts";

const testWebhookInput = z.strictObject({
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
export const testWebhook = defineVerb({
  permission: "webhooks:write",
  input: testWebhookInput,
  output: attemptDetailDto,
  async run({ ctx, input: { id, eventType } }) {
    const webhook = await findWebhook(db(), ctx.merchantId, id);
    return inTestTurn(ctx, () => sendTest(ctx, webhook, eventType));
  },
});

async function sendTest(
  ctx: Ctx,
  webhook: WebhookRow,
  eventType: string | undefined,
): Promise<AttemptDetailDto> {
  const delivery = await whenThereIsRoom(() =>
    createTestDelivery(ctx, webhook, exampleFor(webhook, eventType)),
  );
  const destination: DueDestination = {
    ...webhook,
    version: webhook.updatedAt.toISOString(),
    failingSince: webhook.failingSince?.toISOString() ?? null,
    isSuccessWanted: false,
  };
  const startedAt = new Date();
  const secrets = await openWebhookSecrets(webhook);
  const result = await sendToWebhook(delivery, destination, { url: webhook.url, secrets });
  const attempt = judge({ delivery, destination, startedAt, result });
  await recordAttempts([webhookSender], [attempt]);
  const [row] = await readAttempts(db(), ctx.merchantId, [{ id: attempt.id, eventAt: delivery.eventAt }]);
  if (!row) throw new Error("A test attempt was not recorded.");
  return toAttemptDto(row, ctx.locale);
}

async function whenThereIsRoom<Created>(create: () => Promise<Created | null>): Promise<Created> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const created = await create();
    if (created) return created;
    if (performance.now() >= until) {
      throw rateLimited(patienceMs / 1_000, say("problem_webhook_at_limit"));
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
): Promise<ClaimedDelivery | null> {
  const data = z.record(z.string(), z.unknown()).parse(example.example);
  const now = new Date();
  const delivery = {
    id: newId("dlv"),
    merchantId: ctx.merchantId,
    destinationId: webhook.id,
    eventId: newId("evt"),
    eventAt: now.toISOString(),
    eventType: example.type,
    isTest: true,
    leaseId: randomUUID(),
  };
  const isPlaced = await db().transaction(async (tx) => {
    const place = await takePlace(tx, webhook.id);
    if (!place) return false;
    await insertTestEvent(tx, delivery, data, now);
    const { id: deliveryId, leaseId, ...shared } = delivery;
    await tx.insert(deliveries).values({ id: deliveryId, ...shared });
    await tx.insert(deliveryQueue).values({
      ...shared,
      ...place,
      deliveryId,
      leaseId,
      leasedUntil: new Date(now.getTime() + webhook.timeoutMs + leaseMarginMs),
      dueAt: delivery.eventAt,
      nextTrigger: "test",
    });
    await recordAudit(tx, ctx, { action: "webhook.tested", targetId: webhook.id });
    return true;
  });
  if (!isPlaced) return null;
  return {
    ...delivery,
    version: null,
    attempts: 0,
    isFirstTry: true,
    scheduleStep: 0,
    plannedAt: null,
    trigger: "test",
    heldFor: null,
    dataJson: JSON.stringify(data),
    occurredAt: now.toISOString(),
  };
}

type TestDelivery = Pick<
  ClaimedDelivery,
  "merchantId" | "destinationId" | "eventId" | "eventAt" | "eventType"
>;

/** Beside those that are accepted: nobody but the webhook gets it. */
async function insertTestEvent(
  tx: Tx,
  { merchantId, destinationId, eventId, eventAt, eventType }: TestDelivery,
  data: Record<string, unknown>,
  now: Date,
): Promise<void> {
  const own = { merchantId, acceptedAt: eventAt };
  await tx.insert(eventKeys).values({ ...own, id: eventId });
  const event = { id: eventId, type: eventType, data };
  const { summary, facts } = describeEvent(event);
  await tx.insert(events).values({
    ...own,
    id: eventId,
    type: eventType,
    ...eventSearch(event, summary),
    facts,
    destinationIds: [destinationId],
    origin: "test",
    occurredAt: now,
    announcedAt: now,
  });
  await tx.insert(eventPayloads).values({ ...own, eventId, occurredAt: now, data });
}
