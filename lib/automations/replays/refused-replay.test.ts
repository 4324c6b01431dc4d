import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { pauseAutomation } from "#lib/automations/pause-automation.ts";
import { publishAutomation } from "#lib/automations/publish-automation.ts";
import { replayRun } from "#lib/automations/replay-run.ts";
import { replayRuns } from "#lib/automations/replay-runs.ts";
import { listRuns } from "#lib/automations/runs/list-runs.ts";
import { openKitchen } from "#lib/automations/sending/testing/kitchen.ts";
import { updateAutomation } from "#lib/automations/update-automation.ts";
import { retryDelivery } from "#lib/deliveries/retry-delivery.ts";
import { googleSheets } from "#lib/providers/google-sheets/provider.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer, keepAnswers } from "#lib/providers/testing/sandbox-server.ts";
import { runFields } from "#lib/transport/run-verb.ts";
import { effects, setScene } from "./testing/scene.ts";

const releases: (() => Promise<void>)[] = [];
beforeAll(async () => {
  releases.push(await holdSandboxServer(slack), await holdSandboxServer(googleSheets));
});
afterEach(() => {
  keepAnswers();
});
afterAll(async () => {
  for (const release of releases) await release();
});

/** A kitchen whose steps both work. */
async function openSame() {
  const kitchen = await openKitchen();
  const { ctx, automation } = kitchen;
  return {
    ...kitchen,
    runs: async () => (await listRuns({ ctx, input: { id: automation.id } })).data,
    replay: (id: string, mode: string) => runFields(replayRun, { ctx, input: { id, mode } }),
  };
}

describe("a replay is refused", () => {
  test("while a run of the event is under way, and one at a time is begun", async () => {
    const { failOne, repair, replay, runs, sendWithoutNote } = await setScene();
    await sendWithoutNote("order-0");
    const [pending] = await runs();
    await expect(replay(pending?.id ?? "", "from-start")).rejects.toMatchObject({ code: "run_pending" });
    const failed = await failOne();
    await repair();
    const tries = await Promise.allSettled([1, 2, 3].map(() => replay(failed.id, "live-version")));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of tries) {
      if (one.status === "rejected")
        expect(one.reason).toMatchObject({ status: 409, code: "replay_under_way" });
    }
  });

  test("of a run that was replayed since, and such a run is not gone on with by hand", async () => {
    const { ctx, failOne, repair, replay, drain, made, run } = await setScene();
    const failed = await failOne();
    await repair();
    const { runId } = await replay(failed.id, "live-version");
    const retry = () => retryDelivery({ ctx, input: { id: failed.id } });
    const refused = { status: 409, code: "replayed_since", said: { params: { run: runId } } };
    await expect(retry()).rejects.toMatchObject(refused);
    await drain();
    await expect(retry()).rejects.toMatchObject(refused);
    await expect(replay(failed.id, "live-version")).rejects.toMatchObject(refused);
    expect(await run(runId)).toMatchObject({ status: "delivered" });
    const again = await replay(runId ?? "", "from-start", true);
    expect(effects(again.steps)).toEqual([
      ["message", "mayRepeat"],
      ["row", "mayRepeat"],
    ]);
    expect(await made()).toEqual({ messages: 1, rows: 1 });
  });

  test("of a run that did nothing, because another event told of the same", async () => {
    const { send, drain, replay, runs, made } = await openSame();
    await send({}, "from-the-platform");
    await send({}, "from-the-provider");
    await drain();
    const before = await made();
    const [second] = (await runs()).filter(({ steps }) => steps.every(({ status }) => status === "waiting"));
    for (const mode of ["same-version", "live-version", "from-start"]) {
      await expect(replay(second?.id ?? "", mode)).rejects.toMatchObject({
        status: 409,
        code: "nothing_to_replay",
      });
    }
    await drain();
    expect(await made()).toEqual(before);
  });

  test("where the data of the event is not kept any more", async () => {
    const { ctx, failOne, replay } = await setScene();
    const failed = await failOne();
    await db().execute(sql`DELETE FROM event_payloads WHERE merchant_id = ${ctx.merchantId}`);
    await expect(replay(failed.id, "from-start")).rejects.toMatchObject({
      status: 409,
      code: "event_data_gone",
    });
  });

  test("while the automation is paused; its plan is told all the same", async () => {
    const { ctx, automation, failOne, replay } = await setScene();
    const failed = await failOne();
    await pauseAutomation({ ctx, input: { id: automation.id } });
    await replay(failed.id, "from-start", true);
    await expect(replay(failed.id, "from-start")).rejects.toMatchObject({ code: "automation_off" });
  });

  test("where the live version is about another event", async () => {
    const { ctx, automation, failOne, replay, message } = await setScene();
    const failed = await failOne();
    const changed = await updateAutomation({
      ctx,
      input: {
        id: automation.id,
        revision: automation.revision,
        eventType: "order.placed",
        steps: [message],
      },
    });
    await publishAutomation({ ctx, input: { id: automation.id, revision: changed.revision } });
    await expect(replay(failed.id, "from-start")).rejects.toMatchObject({ code: "other_event_type" });
    expect((await replay(failed.id, "same-version", true)).version).toBe(1);
  });

  test("to another merchant", async () => {
    const { automation, failOne } = await setScene();
    const failed = await failOne();
    const ctx = await createTestMerchant();
    await expect(replayRun({ ctx, input: { id: failed.id, mode: "from-start" } })).rejects.toMatchObject({
      status: 404,
    });
    await expect(
      replayRuns({ ctx, input: { id: automation.id, mode: "from-start", plan: true } }),
    ).rejects.toMatchObject({ status: 404 });
  });
});
