import { setImmediate } from "node:timers/promises";
import type { Tx } from "#db/client.ts";
import { readInTime } from "#db/read-in-time.ts";
import type { Definition } from "#lib/automations/definition-schema.ts";
import type { Scope } from "#lib/automations/mapping/scope.ts";
import { findActions } from "#lib/automations/naming/find-actions.ts";
import type { LiveVersion } from "#lib/automations/naming/find-live.ts";
import { aboutEvent, createNames, type Names } from "#lib/automations/words/names.ts";
import type { EventKey } from "#lib/events/find-event-keys.ts";
import type { Locale } from "#lib/words/locale.ts";
import { readLocality } from "../naming/read-locality.ts";
import { compareTrials } from "./compare-trials.ts";
import { toDryRunEventDto } from "./dry-run-dto.ts";
import { findPastEvents, type PastEvent, readPastEvents } from "./past-events.ts";
import { type PastRuns, readPastRuns } from "./past-runs.ts";
import { tryDefinition } from "./try-definition.ts";
import type { DryRunDto } from "./try-schema.ts";

/** So many events are in memory at a time. */
const eventsAtOnce = 25;
/** So many that differ are told one by one. */
const mostShown = 100;
/** Then no further events are looked at. */
const longestMs = 15_000;

export type DryRunQuestion = {
  merchantId: string;
  automationId: string;
  draft: Definition;
  live: LiveVersion | null;
  count: number;
  locale: Locale;
};

/**
 * What a draft would make of the merchant's newest events, held against the live version. Of both it is worked out by the
 * evaluator of the engine; nothing that could ask an app is in reach. It reads some events at a time and ends in time.
 */
export async function dryRun(question: DryRunQuestion): Promise<Omit<DryRunDto, "liveVersion">> {
  const { merchantId, draft, live, count } = question;
  const types = [...new Set([draft.eventType, ...(live ? [live.definition.eventType] : [])])];
  const steps = [...draft.steps, ...(live?.definition.steps ?? [])];
  const past = await readInTime(async (tx) => {
    const keys = await findPastEvents(tx, merchantId, types, { after: null, count });
    const merchant = await readLocality(tx, merchantId);
    const lookUpAction = await findActions(tx, merchantId, steps);
    const reader = { locale: question.locale, timeZone: merchant.timeZone };
    return { keys, merchant, lookUpAction, names: createNames(draft, lookUpAction, reader) };
  });
  const found: Omit<DryRunDto, "liveVersion"> = {
    totals: { events: 0, same: 0, changed: 0, failing: 0, lost: 0, newlyRun: 0 },
    isWhole: true,
    events: [],
  };
  const endsAt = performance.now() + longestMs;
  for (let at = 0; at < past.keys.length; at += eventsAtOnce) {
    const keys = past.keys.slice(at, at + eventsAtOnce);
    const { events, runs } = await readInTime((tx) => readSome(tx, question, keys));
    for (const event of events) {
      if (performance.now() > endsAt) return { ...found, isWhole: false };
      compareOne(question, past, runs, event, found);
      // Whoever else waits for this process gets a turn between two events.
      await setImmediate();
    }
  }
  return found;
}

async function readSome(tx: Tx, { merchantId, automationId }: DryRunQuestion, keys: readonly EventKey[]) {
  const events = await readPastEvents(tx, merchantId, keys);
  return { events, runs: await readPastRuns(tx, merchantId, automationId, events) };
}

type DryRunContext = {
  merchant: Scope["merchant"];
  lookUpAction: Awaited<ReturnType<typeof findActions>>;
  /** Of the draft. */
  names: Names;
};

function compareOne(
  { draft, live }: DryRunQuestion,
  { merchant, lookUpAction, names }: DryRunContext,
  runs: PastRuns,
  event: PastEvent,
  found: Omit<DryRunDto, "liveVersion">,
): void {
  const { id, type, occurredAt, data } = event;
  const tryOne = (definition: Definition | null) =>
    definition === null || definition.eventType !== type
      ? null
      : tryDefinition(definition, { event: { id, type, occurredAt, data }, merchant }, lookUpAction, (step) =>
          runs.findOutput(id, step),
        );
  const tried = tryOne(draft);
  const comparison = compareTrials(tried, tryOne(live?.definition ?? null));
  const { outcome } = comparison;
  found.totals.events += 1;
  found.totals[outcome] += 1;
  if (outcome === "same" || found.events.length >= mostShown) return;
  const told = aboutEvent(names, event);
  found.events.push(toDryRunEventDto(event, runs.findRun(id), tried, comparison, outcome, told));
}
