import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { deliverySteps, type StepDecision } from "#db/schema/deliveries.ts";
import { recordAudit } from "#lib/audit/record-audit.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { wakeDeliveries } from "#lib/engine/wake.ts";
import { conflict, invalidInput } from "#lib/errors.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { findRun } from "./find-run.ts";
import { readRun } from "./get-run.ts";
import { readRuns } from "./read-runs.ts";
import { decideStepInput, type RunDto, runDto, stepOfRunInput } from "./run-schema.ts";

/** What a decision makes of a step that waits for it. */
type Effect = {
  waitsFor: "review" | "decision";
  kind: StepDecision["kind"];
  status: "review" | "skipped" | "succeeded" | "waiting";
  said: Message | null;
};

/**
 * Says yes to a step that was prepared: it is done exactly as it was shown, and the run goes on.
 * @throws {AppError} 404 for another merchant's run, 422 for a step that it does not have, 409 where nothing waits for a
 *   yes: somebody was quicker, or the run has ended
 */
export const approveStep = defineVerb({
  permission: "integrations:write",
  input: stepOfRunInput,
  output: runDto,
  async run({ ctx, input }) {
    return decide(ctx, input, { waitsFor: "review", kind: "approved", status: "review", said: null });
  },
});

/**
 * Says no to a step that was prepared: it is skipped, and the run goes on.
 * @throws {AppError} as `approveStep`
 */
export const rejectStep = defineVerb({
  permission: "integrations:write",
  input: stepOfRunInput,
  output: runDto,
  async run({ ctx, input }) {
    const said = say("step_rejected");
    return decide(ctx, input, { waitsFor: "review", kind: "rejected", status: "skipped", said });
  },
});

/**
 * Says what became of a step of which nobody else knows: one that was done is not done again, one that was not is.
 * @throws {AppError} as `approveStep`
 */
export const decideStep = defineVerb({
  permission: "integrations:write",
  input: decideStepInput,
  output: runDto,
  async run({ ctx, input: { outcome, ...asked } }) {
    const status = outcome === "done" ? "succeeded" : "waiting";
    return decide(ctx, asked, { waitsFor: "decision", kind: outcome, status, said: null });
  },
});

async function decide(ctx: Ctx, asked: { id: string; step: string }, effect: Effect): Promise<RunDto> {
  const { id, step } = asked;
  await db().transaction(async (tx) => {
    const position = await findPosition(tx, ctx.merchantId, asked);
    await release(tx, ctx.merchantId, id, effect);
    await writeDecision(tx, ctx, { id, position }, effect);
    await recordAudit(tx, ctx, { action: `run.${effect.kind}`, targetId: id, detail: { step } });
  });
  wakeDeliveries();
  return readRun(ctx, id);
}

async function findPosition(
  tx: Tx,
  merchantId: string,
  { id, step }: { id: string; step: string },
): Promise<number> {
  const [run] = await readRuns(tx, merchantId, [await findRun(tx, merchantId, id)]);
  const position = run?.definition?.steps.findIndex(({ key }) => key === step) ?? -1;
  if (position >= 0) return position;
  throw invalidInput([{ path: "step", message: say("field_no_step") }]);
}

/** The run goes on now. Whoever comes second finds nothing that waits. */
async function release(tx: Tx, merchantId: string, id: string, { waitsFor }: Effect): Promise<void> {
  const released = await tx.execute(sql`
    UPDATE delivery_queue SET held_for = NULL, held_id = NULL, due_at = clock_timestamp()
    WHERE delivery_id = ${id} AND merchant_id = ${merchantId} AND held_for = ${waitsFor}
      AND (leased_until IS NULL OR leased_until <= clock_timestamp())
    RETURNING delivery_id`);
  if (released.length === 0) throw notWaiting();
}

async function writeDecision(
  tx: Tx,
  ctx: Ctx,
  { id, position }: { id: string; position: number },
  { waitsFor, kind, status, said }: Effect,
): Promise<void> {
  const by = ctx.actor.kind === "system" ? ctx.actor.name : ctx.actor.id;
  const isReview = waitsFor === "review";
  const own = and(
    eq(deliverySteps.merchantId, ctx.merchantId),
    eq(deliverySteps.deliveryId, id),
    eq(deliverySteps.position, position),
  );
  const amount = await readAmount(tx, own);
  const decided = await tx
    .update(deliverySteps)
    .set({
      status,
      decision: { kind, by, at: new Date().toISOString(), ...(amount === undefined ? {} : { amount }) },
      updatedAt: new Date(),
      ...(status === "review" ? {} : { code: said?.code ?? null, params: said?.params ?? null }),
    })
    .where(
      and(
        own,
        eq(deliverySteps.status, isReview ? "review" : "unknown"),
        isReview ? isNull(deliverySteps.decision) : undefined,
      ),
    )
    .returning({ position: deliverySteps.position });
  if (decided.length === 0) throw notWaiting();
}

/** What whoever decides has read that the step moves; undefined = nobody knew, or it moves nothing. */
async function readAmount(tx: Tx, own: SQL | undefined): Promise<string | undefined> {
  const [row] = await tx
    .select({ params: deliverySteps.params, decision: deliverySteps.decision })
    .from(deliverySteps)
    .where(own)
    .for("update");
  const amount = row?.params?.amount;
  return typeof amount === "string" ? amount : row?.decision?.amount;
}

function notWaiting() {
  return conflict("nothing_to_decide", say("problem_nothing_to_decide"));
}
