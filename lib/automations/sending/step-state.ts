import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import type { ClaimedDelivery } from "#lib/engine/sender.ts";
import type { Message } from "#lib/failures/message.ts";
import { gather } from "#lib/work/gather.ts";

/** What came of a step: with its receipt and its output in one statement, so that neither is there without the other. */
export type StepEnd =
  | { status: "succeeded"; output: Record<string, unknown>; receipt: Record<string, string> }
  | { status: "failed" | "skipped" | "unknown" | "held" | "review"; said: Message };

/**
 * Writes down what came of a step, and what it was given and answered. One that has succeeded stays so, whoever comes
 * later. Runs that come to this side by side are written by one statement.
 * @param input null = none could be made
 */
export async function recordStep(
  { id, merchantId }: Pick<ClaimedDelivery, "id" | "merchantId">,
  position: number,
  input: Record<string, unknown> | null,
  end: StepEnd,
): Promise<void> {
  const isDone = end.status === "succeeded";
  const said = isDone ? null : end.said;
  await writeStep({
    delivery_id: id,
    merchant_id: merchantId,
    position,
    status: end.status,
    receipt: isDone ? JSON.stringify(end.receipt) : null,
    code: said?.code ?? null,
    params: said === null ? null : JSON.stringify(said.params),
    input: input === null ? null : JSON.stringify(input),
    output: isDone ? JSON.stringify(end.output) : null,
  });
}

/** JSON goes as text within the JSON of the rows: what is in it is kept to the letter. */
type StepRow = {
  delivery_id: string;
  merchant_id: string;
  position: number;
  status: StepEnd["status"];
  receipt: string | null;
  code: string | null;
  params: string | null;
  input: string | null;
  output: string | null;
};

const writeStep = gather({ most: 100, together: writeSteps });

async function writeSteps(rows: readonly StepRow[]): Promise<undefined[]> {
  await db().execute(sql`
    WITH ended AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS ended(delivery_id text, merchant_id text,
        position int, status text, receipt text, code text, params text, input text, output text)
    ), written AS (
      INSERT INTO delivery_steps (delivery_id, merchant_id, position, status, receipt, code, params)
      SELECT delivery_id, merchant_id, position, status, receipt::json, code, params::json FROM ended
      ORDER BY delivery_id, position
      ON CONFLICT (delivery_id, position) DO UPDATE SET status = excluded.status, receipt = excluded.receipt,
        code = excluded.code, params = excluded.params,
        -- What goes back on review needs another yes.
        decision = CASE excluded.status WHEN 'review' THEN NULL ELSE delivery_steps.decision END, updated_at = clock_timestamp()
      WHERE delivery_steps.status <> 'succeeded'
      RETURNING delivery_id, position
    )
    INSERT INTO delivery_step_payloads (delivery_id, merchant_id, position, input, output)
    SELECT ended.delivery_id, merchant_id, ended.position, input::json, output::json
    FROM ended JOIN written ON written.delivery_id = ended.delivery_id AND written.position = ended.position
    WHERE input IS NOT NULL
    ORDER BY ended.delivery_id, ended.position
    ON CONFLICT (delivery_id, position) DO UPDATE SET input = excluded.input, output = excluded.output,
      updated_at = clock_timestamp()`);
  return rows.map(() => undefined);
}
