import { sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import type { CallFailureCode } from "#lib/failures/consequences.ts";
import { kept } from "#lib/failures/kept.ts";
import type { Message } from "#lib/failures/message.ts";
import { newId } from "#lib/ids.ts";
import { storable } from "#lib/text.ts";
import { gather } from "#lib/work/gather.ts";
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

/**
 * Notes what was asked of a provider, for the merchant's log. Without a transaction, calls that end side by side are
 * noted by one statement.
 * @returns the id of the entry
 */
export async function recordCall(note: CallNote, tx?: Tx): Promise<string> {
  const row = toRow(note);
  if (tx) await insertCalls(tx, [row]);
  else await insertCall(row);
  return row.id;
}

const insertCall = gather({ most: 100, together: (rows: readonly CallRow[]) => insertCalls(db(), rows) });

/** JSON goes as text within the JSON of the rows: what is in it is kept to the letter. */
type CallRow = ReturnType<typeof toRow>;

function toRow({ integration, kind, name, failure, said, requests, startedAt }: CallNote) {
  const [first, ...more] = said;
  const further = more.map(kept);
  const { code, params } = kept(first);
  return {
    id: newId("cal"),
    merchant_id: integration.merchantId,
    integration_id: integration.id,
    kind,
    name: storable(name),
    outcome: failure ? "failed" : "ok",
    failure_kind: failure?.kind ?? null,
    code,
    params: JSON.stringify(params),
    further: further.length === 0 ? null : JSON.stringify(further),
    detail: failure?.detail === undefined ? null : storable(failure.detail),
    requests: JSON.stringify(requests.slice(0, maxRequestsKept)),
    started_at: startedAt.toISOString(),
    duration_ms: Math.max(0, Date.now() - startedAt.getTime()),
  };
}

async function insertCalls(tx: Tx, rows: readonly CallRow[]): Promise<undefined[]> {
  await tx.execute(sql`
    INSERT INTO integration_calls (id, merchant_id, integration_id, kind, name, outcome, failure_kind, code, params,
      further, detail, requests, started_at, duration_ms)
    SELECT id, merchant_id, integration_id, kind, name, outcome, failure_kind, code, params::json,
      further::json, detail, requests::json, started_at, duration_ms
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS noted(id text, merchant_id text, integration_id text,
      kind text, name text, outcome text, failure_kind text, code text, params text, further text, detail text,
      requests text, started_at timestamptz, duration_ms int)
    ORDER BY integration_id, id
    ON CONFLICT (id) DO NOTHING`);
  return rows.map(() => undefined);
}
