import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import type { ClaimedDelivery } from "#lib/engine/sender.ts";
import type { Message } from "#lib/failures/message.ts";

/** What came of a step: with its receipt and its output in one statement, so that neither is there without the other. */
export type StepEnd =
  | { status: "succeeded"; output: Record<string, unknown>; receipt: Record<string, string> }
  | { status: "failed" | "skipped" | "unknown" | "held" | "review"; said: Message };

/**
 * Writes down what came of a step, and what it was given and answered. One that has succeeded stays so, whoever comes
 * later.
 * @param input null = none could be made
 */
export async function recordStep(
  { id, merchantId }: Pick<ClaimedDelivery, "id" | "merchantId">,
  position: number,
  input: Record<string, unknown> | null,
  end: StepEnd,
): Promise<void> {
  const isDone = end.status === "succeeded";
  const receipt = isDone ? JSON.stringify(end.receipt) : null;
  const output = isDone ? JSON.stringify(end.output) : null;
  const said = isDone ? null : end.said;
  await db().execute(sql`
    WITH written AS (
      INSERT INTO delivery_steps (delivery_id, merchant_id, position, status, receipt, code, params)
      VALUES (${id}, ${merchantId}, ${position}, ${end.status}, ${receipt}::json, ${said?.code ?? null},
        ${said === null ? null : JSON.stringify(said.params)}::json)
      ON CONFLICT (delivery_id, position) DO UPDATE SET status = excluded.status, receipt = excluded.receipt,
        code = excluded.code, params = excluded.params, updated_at = clock_timestamp()
      WHERE delivery_steps.status <> 'succeeded'
      RETURNING delivery_id
    )
    INSERT INTO delivery_step_payloads (delivery_id, merchant_id, position, input, output)
    SELECT ${id}, ${merchantId}, ${position}::int, ${input === null ? null : JSON.stringify(input)}::json, ${output}::json
    FROM written WHERE ${input !== null}
    ON CONFLICT (delivery_id, position) DO UPDATE SET input = excluded.input, output = excluded.output,
      updated_at = clock_timestamp()`);
}
