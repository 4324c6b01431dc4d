import type { Tx } from "#db/client.ts";
import { readInTime } from "#db/read-in-time.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { findActions } from "#lib/automations/naming/find-actions.ts";
import { findAutomation } from "#lib/automations/naming/find-automation.ts";
import { conflict, invalidInput, notFound } from "#lib/errors.ts";
import { findEventType } from "#lib/events/catalogue/catalogue.ts";
import { eventSummary } from "#lib/events/catalogue/event-summary.ts";
import { findEventKey } from "#lib/events/event-row.ts";
import type { EventKey } from "#lib/events/find-event-keys.ts";
import { say } from "#lib/failures/say.ts";
import type { ScopeEvent } from "./mapping/scope.ts";
import { readLocality } from "./naming/read-locality.ts";
import { findNextEvent, findPastEvents, type PastEvent, readPastEvents } from "./trying/past-events.ts";
import { type PastRuns, readPastRuns } from "./trying/past-runs.ts";
import { toTriedDto } from "./trying/preview-dto.ts";
import { tryDefinition } from "./trying/try-definition.ts";
import { type PreviewDto, previewDto, previewInput } from "./trying/try-schema.ts";
import { aboutEvent, createNames } from "./words/names.ts";

/**
 * What a draft, or what would be saved in its place, would do about one event of the merchant's: what each step would
 * send, what it leaves out, and what is wrong. No app is asked, nothing is sent and nothing is written.
 * @throws {AppError} 404 for another merchant's automation or event, 409 for an event whose data is not kept any more,
 *   422 for one of another type
 */
export const previewAutomation = defineVerb({
  permission: "read",
  input: previewInput,
  output: previewDto,
  async run({ ctx, input: { id, definition: asked, eventId, sample } }) {
    return readInTime(async (tx) => {
      const { merchantId } = ctx;
      const { draft } = await findAutomation(tx, merchantId, id);
      const definition = asked ?? draft;
      const { eventType, condition } = definition;
      const past = sample ? null : await findEvent(tx, merchantId, eventType, eventId);
      const event = past ?? exampleEvent(eventType);
      const merchant = await readLocality(tx, merchantId);
      const lookUpAction = await findActions(tx, merchantId, definition.steps);
      const names = createNames(definition, lookUpAction, {
        locale: ctx.locale,
        timeZone: merchant.timeZone,
      });
      const runs: PastRuns | null = past && (await readPastRuns(tx, merchantId, id, [past]));
      const findOutput: Parameters<typeof tryDefinition>[3] = (step) =>
        runs?.findOutput(event.id, step) ?? null;
      const tried = tryDefinition(
        definition,
        { event: withoutMoment(event), merchant },
        lookUpAction,
        findOutput,
      );
      return {
        event: {
          ...withoutMoment(event),
          data: { ...event.data },
          summary: eventSummary(event) || null,
          acceptedAt: past && new Date(past.acceptedAt).toISOString(),
          from: past ? "history" : "example",
        },
        ...(await findNeighbours(tx, merchantId, eventType, past)),
        ...toTriedDto(tried, condition, aboutEvent(names, event)),
      };
    });
  },
});

function withoutMoment({ id, type, occurredAt, data }: ScopeEvent): ScopeEvent {
  return { id, type, occurredAt, data };
}

async function findEvent(
  tx: Tx,
  merchantId: string,
  type: string,
  id: string | undefined,
): Promise<PastEvent | null> {
  if (id === undefined) {
    const newest = await findPastEvents(tx, merchantId, [type], { after: null, count: 1 });
    return (await readPastEvents(tx, merchantId, newest))[0] ?? null;
  }
  const key = await findEventKey(tx, merchantId, id);
  if (key === null) throw notFound("event");
  const [event] = await readPastEvents(tx, merchantId, [key]);
  if (event === undefined) throw conflict("event_data_gone", say("problem_event_data_gone"));
  if (event.type === type) return event;
  throw invalidInput([{ path: "eventId", message: say("field_event_of_other_type", { type: event.type }) }]);
}

async function findNeighbours(
  tx: Tx,
  merchantId: string,
  type: string,
  event: PastEvent | null,
): Promise<Pick<PreviewDto, "olderEventId" | "newerEventId">> {
  if (event === null) return { olderEventId: null, newerEventId: null };
  const key: EventKey = [event.acceptedAt, event.id];
  const [older] = await findPastEvents(tx, merchantId, [type], { after: key, count: 1 });
  return { olderEventId: older?.[1] ?? null, newerEventId: await findNextEvent(tx, merchantId, type, key) };
}

/** The catalogue's example, as if it had happened now. */
function exampleEvent(type: string): ScopeEvent {
  const data: Record<string, unknown> = { ...findEventType(type)?.example };
  return { id: "evt_example", type, occurredAt: new Date().toISOString(), data };
}
