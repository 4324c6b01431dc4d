import { db, type Tx } from "#db/client.ts";
import { integrationCalls } from "#db/schema/integrations.ts";
import type { CallFailureCode } from "#lib/failures/consequences.ts";
import { kept } from "#lib/failures/kept.ts";
import type { Message } from "#lib/failures/message.ts";
import { newId } from "#lib/ids.ts";
import { storable } from "#lib/text.ts";
import type { CallDto } from "../schema.ts";
import type { RequestNote } from "./send-request.ts";

const maxRequestsKept = 20;

export type CallNote = {
  integration: { id: string; merchantId: string };
  kind: CallDto["kind"];
  name: string;
  /** null = it worked. */
  failure: { kind: CallFailureCode | "unreadable"; detail: string | undefined } | null;
  /** What the log says of it, in so many sentences. */
  said: readonly [Message, ...Message[]];
  requests: readonly RequestNote[];
  startedAt: Date;
};

/** Notes what was asked of a provider, for the merchant's log. @returns the id of the entry */
export async function recordCall(note: CallNote, tx: Tx = db()): Promise<string> {
  const id = newId("cal");
  const [first, ...more] = note.said;
  const further = more.map(kept);
  await tx.insert(integrationCalls).values({
    id,
    merchantId: note.integration.merchantId,
    integrationId: note.integration.id,
    kind: note.kind,
    name: storable(note.name),
    outcome: note.failure ? "failed" : "ok",
    failureKind: note.failure?.kind ?? null,
    ...kept(first),
    further: further.length === 0 ? null : further,
    detail: note.failure?.detail ?? null,
    requests: note.requests.slice(0, maxRequestsKept).map((request) => ({ ...request })),
    startedAt: note.startedAt,
    durationMs: Math.max(0, Date.now() - note.startedAt.getTime()),
  });
  return id;
}
