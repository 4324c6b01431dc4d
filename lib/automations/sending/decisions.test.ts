import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { approveStep, decideStep, rejectStep } from "#lib/automations/runs/decide-step.ts";
import { getRun } from "#lib/automations/runs/get-run.ts";
import { retryDelivery } from "#lib/deliveries/retry-delivery.ts";
import { say } from "#lib/failures/say.ts";
import { newId } from "#lib/ids.ts";
import type { Action } from "#lib/providers/contract/action.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { googleSheets } from "#lib/providers/google-sheets/provider.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer, watchExchanges } from "#lib/providers/testing/sandbox-server.ts";
import { switchFaultOn } from "#lib/sandbox/core/switch-fault-on.ts";
import { openKitchen } from "./testing/kitchen.ts";

const releases: (() => Promise<void>)[] = [];
beforeAll(async () => {
  releases.push(await holdSandboxServer(slack), await holdSandboxServer(googleSheets));
});
afterAll(async () => {
  for (const release of releases) await release();
});

const open = (step: Record<string, unknown>) =>
  openKitchen(({ message, row }) => ({ steps: [{ ...message, ...step }, row] }));

describe("a step on review", () => {
  test("is prepared, does nothing, and is done exactly as it was shown once somebody says yes", async () => {
    const { ctx, send, drain, made, posted, delivery } = await open({ mode: "review" });
    await send();
    await drain();
    const { id } = await delivery();
    expect(await getRun({ ctx, input: { id } })).toMatchObject({
      status: "held",
      heldFor: "review",
      message: "Send a message: it is prepared and waits for approval.",
      steps: [
        { status: "review", input: { text: "Order 1042" }, canDecide: "approve", decision: null },
        { status: "waiting", canDecide: null },
      ],
    });
    await retryDelivery({ ctx, input: { id } });
    await drain();
    expect(await made()).toEqual({ messages: 0, rows: 0 });
    await db().execute(sql`UPDATE delivery_step_payloads
      SET input = '{"channel":"C0ORDERS001","text":"As it was shown"}' WHERE delivery_id = ${id} AND position = 0`);
    await approveStep({ ctx, input: { id, step: "message" } });
    await drain();
    expect(await posted()).toEqual(["As it was shown"]);
    expect(await getRun({ ctx, input: { id } })).toMatchObject({
      status: "delivered",
      steps: [
        { status: "succeeded", decision: { kind: "approved", by: expect.any(String) }, canDecide: null },
        { status: "succeeded" },
      ],
    });
  });

  test("stays approved where the app fails first", async () => {
    const { ctx, send, drain, makeDue, posted, delivery } = await open({ mode: "review" });
    await send();
    await drain();
    const { id } = await delivery();
    await switchFaultOn({ merchantId: ctx.merchantId, provider: "slack", kind: "rate_limited", times: 1 });
    await approveStep({ ctx, input: { id, step: "message" } });
    await drain();
    expect(await posted()).toEqual([]);
    await db().execute(sql`DELETE FROM rate_limits`);
    await makeDue();
    await drain();
    expect(await posted()).toEqual(["Order 1042"]);
  });

  test("is skipped where somebody says no, and the run goes on", async () => {
    const { ctx, send, drain, made, delivery } = await open({ mode: "review" });
    await send();
    await drain();
    const { id } = await delivery();
    await rejectStep({ ctx, input: { id, step: "message" } });
    await drain();
    expect(await made()).toEqual({ messages: 0, rows: 1 });
    expect(await getRun({ ctx, input: { id } })).toMatchObject({
      status: "delivered",
      steps: [
        { status: "skipped", message: "It was rejected.", decision: { kind: "rejected" } },
        { status: "succeeded" },
      ],
    });
  });

  test("is decided once, however many decide at the same time", async () => {
    const { ctx, send, drain, made, delivery } = await open({ mode: "review" });
    await send();
    await drain();
    const { id } = await delivery();
    const input = { id, step: "message" };
    const all = await Promise.allSettled(
      [approveStep, rejectStep, approveStep, rejectStep].map((decide) => decide({ ctx, input })),
    );
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of all) {
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ status: 409 });
    }
    await drain();
    const [state] = (await getRun({ ctx, input: { id } })).steps;
    expect(await made()).toEqual({ messages: state?.decision?.kind === "approved" ? 1 : 0, rows: 1 });
    const audit = await db().execute(sql`SELECT action FROM audit_log
      WHERE merchant_id = ${ctx.merchantId} AND target_id = ${id} AND action IN ('run.approved', 'run.rejected')`);
    expect(audit).toHaveLength(ctx.actor.kind === "system" ? 0 : 1);
    await expect(approveStep({ ctx, input })).rejects.toMatchObject({ status: 409 });
  });

  test("is not decided by the name of another step, or of a run that waits for nothing", async () => {
    const { ctx, send, drain, delivery } = await open({ mode: "review" });
    await send();
    await drain();
    const { id } = await delivery();
    await expect(approveStep({ ctx, input: { id, step: "none" } })).rejects.toMatchObject({
      fieldErrors: [{ path: "step" }],
    });
    await expect(approveStep({ ctx, input: { id, step: "row" } })).rejects.toMatchObject({ status: 409 });
    await expect(decideStep({ ctx, input: { id, step: "message", outcome: "done" } })).rejects.toMatchObject({
      status: 409,
    });
    expect(await getRun({ ctx, input: { id } })).toMatchObject({ heldFor: "review" });
  });

  test("that came too late while nobody decided is done all the same once somebody says yes", async () => {
    const { ctx, send, drain, posted, delivery } = await open({ mode: "review", freshForSeconds: 1_200 });
    await send();
    await drain();
    const { id } = await delivery();
    await approveStep({ ctx, input: { id, step: "message" } });
    const earlier = sql`- interval '1 hour'`;
    await db().execute(
      sql`UPDATE event_payloads SET accepted_at = accepted_at ${earlier} WHERE merchant_id = ${ctx.merchantId}`,
    );
    await db().execute(
      sql`UPDATE delivery_queue SET event_at = event_at ${earlier} WHERE delivery_id = ${id}`,
    );
    await drain();
    expect(await posted()).toEqual(["Order 1042"]);
  });
});

describe("what an app might do twice", () => {
  const action = slack.actions["send-message"];
  if (!action) throw new Error("Slack sends no message.");
  const before: Pick<Action, "idempotency" | "run"> = { idempotency: action.idempotency, run: action.run };
  const app = { isAnswerLost: false, onAsk: async () => {} };
  beforeEach(() => {
    Object.assign(app, { isAnswerLost: false, onAsk: async () => {} });
    // An action that does it again each time it is asked.
    const run = async (...[call, input]: Parameters<Action["run"]>) => {
      await app.onAsk();
      const answer = await before.run({ ...call, idempotencyKey: newId("req") }, input);
      if (!app.isAnswerLost) return answer;
      throw new ProviderError({
        kind: "timeout",
        message: say("app_timeout", { app: "Slack", seconds: 15 }),
      });
    };
    Object.assign(action, { idempotency: "at_most_once", run });
  });
  afterEach(() => {
    Object.assign(action, before);
  });

  /** A run whose message was posted, and whose answer was lost. */
  async function loseTheAnswer() {
    const kitchen = await open({});
    const { send, drain, posted, delivery } = kitchen;
    await send();
    app.isAnswerLost = true;
    await drain();
    app.isAnswerLost = false;
    expect(await posted()).toEqual(["Order 1042"]);
    return { ...kitchen, id: (await delivery()).id };
  }

  test("is not repeated after an answer that was lost: somebody has to say what became of it", async () => {
    const { ctx, id, drain, posted, made } = await loseTheAnswer();
    const input = { id };
    await retryDelivery({ ctx, input });
    await drain();
    expect(await posted()).toEqual(["Order 1042"]);
    expect(await getRun({ ctx, input })).toMatchObject({
      status: "held",
      heldFor: "decision",
      message: expect.stringMatching(/^Send a message: it is not known whether it was done/),
      steps: [{ status: "unknown", canDecide: "outcome" }, { status: "waiting" }],
    });
    await decideStep({ ctx, input: { id, step: "message", outcome: "done" } });
    await drain();
    expect(await made()).toEqual({ messages: 1, rows: 1 });
    expect(await getRun({ ctx, input })).toMatchObject({
      status: "delivered",
      steps: [{ status: "succeeded", decision: { kind: "done" } }, { status: "succeeded" }],
    });
  });

  test("is done once more where somebody says that it was not done", async () => {
    const { ctx, id, drain, posted, delivery } = await loseTheAnswer();
    await decideStep({ ctx, input: { id, step: "message", outcome: "not_done" } });
    await drain();
    expect(await posted()).toEqual(["Order 1042", "Order 1042"]);
    expect(await delivery()).toMatchObject({ status: "delivered" });
  });

  test("is not asked for again where the process died after it had begun", async () => {
    const { ctx, send, delivery, drain } = await open({});
    await send();
    const { id } = await delivery();
    await db().execute(sql`INSERT INTO delivery_steps (delivery_id, merchant_id, position, status, code)
      VALUES (${id}, ${ctx.merchantId}, 0, 'unknown', 'step_begun')`);
    let exchanges = 0;
    const stop = watchExchanges(() => {
      exchanges += 1;
    });
    await drain();
    stop();
    expect(exchanges).toBe(0);
    expect(await getRun({ ctx, input: { id } })).toMatchObject({ heldFor: "decision" });
  });

  test("is marked as begun before the app is asked", async () => {
    const { send, drain, steps } = await open({});
    const seen: unknown[] = [];
    app.onAsk = async () => {
      seen.push(...(await steps()));
    };
    await send();
    await drain();
    expect(seen).toMatchObject([{ status: "unknown", code: "step_begun", input: { text: "Order 1042" } }]);
  });

  test("is tried again after a refusal, which it was not", async () => {
    const { ctx, send, drain, makeDue, made, delivery } = await open({});
    await switchFaultOn({ merchantId: ctx.merchantId, provider: "slack", kind: "rate_limited", times: 1 });
    await send();
    await drain();
    expect(await delivery()).toMatchObject({ status: "pending", heldFor: null });
    await db().execute(sql`DELETE FROM rate_limits`);
    await makeDue();
    await drain();
    expect(await made()).toEqual({ messages: 1, rows: 1 });
  });
});
