import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { db, queueDb, type Tx } from "#db/client.ts";
import { destinations } from "#db/schema/destinations.ts";
import { wakeDeliveries } from "#lib/engine/wake.ts";
import { insertEvents } from "#lib/events/insert-events.ts";
import { stopLongFailing } from "./destination-state.ts";
import type { Attempt, Sender } from "./sender.ts";
import { writeAttempts } from "./write-attempts.ts";

/**
 * Records a batch of attempts with all that follows from them, in one transaction: the log, the state of each
 * delivery, the health of the destinations, and the events that tell of it. Without such consequences it is one
 * statement.
 */
export async function recordAttempts(
  senders: readonly Sender[],
  attempts: readonly Attempt[],
): Promise<void> {
  if (attempts.length === 0) return;
  const byKind = new Map(senders.map((sender) => [sender.kind, sender]));
  const getSender = (attempt: Attempt) => byKind.get(attempt.destination.kind);
  if (!attempts.some((attempt) => hasConsequences(attempt, getSender(attempt)))) {
    await writeAttempts(queueDb(), attempts);
    await tellHeld(senders, attempts);
    return;
  }
  const hasQueued = await db().transaction(async (tx) => {
    await lockDestinations(tx, attempts);
    const moved = await writeAttempts(tx, attempts);
    const current = attempts.filter((attempt) => moved.has(attempt.delivery.id));
    const disabled = await updateHealth(tx, current, getSender);
    return tell(tx, current, disabled, getSender);
  });
  if (hasQueued) wakeDeliveries();
  await tellHeld(senders, attempts);
}

/** Once they stand in the queue as held, whoever lets them go finds them; before, it could not. */
async function tellHeld(senders: readonly Sender[], attempts: readonly Attempt[]): Promise<void> {
  for (const sender of senders) {
    const held = attempts.filter(
      ({ outcome, destination }) => outcome === "held" && destination.kind === sender.kind,
    );
    if (held.length > 0) await sender.afterHeld?.(held);
  }
}

type GetSender = (attempt: Attempt) => Sender | undefined;

/** Destinations before their deliveries, in the order of their ids: as everyone does who locks both. */
async function lockDestinations(tx: Tx, attempts: readonly Attempt[]): Promise<void> {
  const ids = [...new Set(attempts.map((attempt) => attempt.delivery.destinationId))];
  await tx
    .select({ id: destinations.id })
    .from(destinations)
    .where(inArray(destinations.id, ids))
    .orderBy(destinations.id)
    .for("no key update");
}

function hasConsequences(attempt: Attempt, sender: Sender | undefined): boolean {
  if (attempt.delivery.isTest) return attempt.result.isGone;
  if (attempt.outcome === "held") return false;
  const isHealthChanged = (attempt.outcome === "delivered") !== (attempt.destination.failingSince === null);
  return isHealthChanged || attempt.outcome === "failed" || findNews(attempt, sender, new Set()) !== null;
}

/** @returns the ids of the destinations that were switched off or ended */
async function updateHealth(
  tx: Tx,
  attempts: readonly Attempt[],
  getSender: GetSender,
): Promise<Set<string>> {
  const disabled = new Set<string>();
  const byDestination = Map.groupBy(attempts, (attempt) => attempt.delivery.destinationId);
  for (const [id, own] of byDestination) {
    const counted = own.filter(saysOfHealth);
    const first = counted[0];
    if (counted.some((attempt) => attempt.outcome === "delivered")) {
      if (first?.destination.failingSince !== null) await markWell(tx, id);
    } else if (first && first.destination.failingSince === null) {
      await markFailing(tx, id, first.startedAt);
    }
    const gone = own.find((attempt) => attempt.result.isGone);
    if (gone) {
      if (await getSender(gone)?.retire(tx, id)) disabled.add(id);
    } else if (counted.some((attempt) => attempt.outcome === "failed")) {
      if (await stopLongFailing(tx, id)) disabled.add(id);
    }
  }
  return disabled;
}

/** What waits for something else, or waited for it for too long, says nothing of the destination. */
function saysOfHealth({ delivery, outcome }: Attempt): boolean {
  return !delivery.isTest && outcome !== "held" && delivery.heldFor === null;
}

async function tell(
  tx: Tx,
  attempts: readonly Attempt[],
  disabled: Set<string>,
  getSender: GetSender,
): Promise<boolean> {
  let hasDeliveries = false;
  const byMerchant = Map.groupBy(attempts, (attempt) => attempt.delivery.merchantId);
  for (const [merchantId, own] of byMerchant) {
    const news = own.flatMap((attempt) => findNews(attempt, getSender(attempt), disabled) ?? []);
    if (news.length === 0) continue;
    const inserted = await insertEvents(tx, merchantId, "patchbay", news);
    hasDeliveries ||= [...inserted.values()].some((total) => total > 0);
  }
  return hasDeliveries;
}

/** Tests and retries are told to nobody. */
function findNews(attempt: Attempt, sender: Sender | undefined, disabled: Set<string>) {
  if (attempt.delivery.isTest || attempt.outcome === "retrying" || attempt.outcome === "held") return null;
  return sender?.tell(attempt, { isDisabled: disabled.has(attempt.delivery.destinationId) }) ?? null;
}

/** An attempt succeeded: whatever failed before is over. */
async function markWell(tx: Tx, id: string): Promise<void> {
  await tx
    .update(destinations)
    .set({ failingSince: null })
    .where(and(eq(destinations.id, id), isNotNull(destinations.failingSince)));
}

/** An attempt failed: remembers the first of a run of failures. */
async function markFailing(tx: Tx, id: string, since: Date): Promise<void> {
  await tx
    .update(destinations)
    .set({ failingSince: since })
    .where(and(eq(destinations.id, id), isNull(destinations.failingSince)));
}
