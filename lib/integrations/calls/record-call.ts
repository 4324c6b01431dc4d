import { db, type Tx } from "#db/client.ts";
import { integrationCalls } from "#db/schema/integrations.ts";
import { newId } from "#lib/ids.ts";
import type { FailureKind } from "#lib/providers/provider-error.ts";
import type { CallDto } from "../schema.ts";
import type { RequestNote } from "./send-request.ts";

const maxRequestsKept = 20;
const maxDetailLength = 1_000;

export type CallNote = {
  integration: { id: string; merchantId: string };
  kind: CallDto["kind"];
  name: string;
  /** null = it worked. */
  failure: { kind: FailureKind | "unreadable"; detail: string | undefined } | null;
  message: string;
  requests: readonly RequestNote[];
  startedAt: Date;
};

/** Notes what was asked of a provider, for the merchant's log. @returns the id of the entry */
export async function recordCall(note: CallNote, tx: Tx = db()): Promise<string> {
  const id = newId("cal");
  await tx.insert(integrationCalls).values({
    id,
    merchantId: note.integration.merchantId,
    integrationId: note.integration.id,
    kind: note.kind,
    name: storable(note.name),
    outcome: note.failure ? "failed" : "ok",
    failureKind: note.failure?.kind ?? null,
    message: storable(note.message),
    detail: note.failure?.detail ? storable(note.failure.detail).slice(0, maxDetailLength) : null,
    requests: note.requests.slice(0, maxRequestsKept).map((request) => ({ ...request })),
    startedAt: note.startedAt,
    durationMs: Math.max(0, Date.now() - note.startedAt.getTime()),
  });
  return id;
}

/** Postgres keeps no NUL in a text, and a provider may say anything. */
function storable(text: string): string {
  return text.replaceAll("\u0000", "\ufffd").toWellFormed();
}
