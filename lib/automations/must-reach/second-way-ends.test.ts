import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { say } from "#lib/failures/say.ts";
import { newId } from "#lib/ids.ts";
import type { Action } from "#lib/providers/contract/action.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { googleSheets } from "#lib/providers/google-sheets/provider.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { openWatched } from "./testing/watched.ts";

const releases: (() => Promise<void>)[] = [];
beforeAll(async () => {
  releases.push(await holdSandboxServer(slack), await holdSandboxServer(googleSheets));
});
afterAll(async () => {
  for (const release of releases) await release();
});

const missing = { kind: "field", path: ["data", "nothing"], transforms: [], ifMissing: { rule: "fail" } };

describe("a second way that would fail the same way again is given up at once, and people are told by email:", () => {
  test.each([
    ["nothing can be made for it of the event", ["mapping", "text"], missing, "mapping_missing"],
    ["its connection is gone", ["integrationId"], "int_gone", "step_connection_gone"],
    ["its app no longer offers it", ["action"], "no-such-action", "step_action_gone"],
    ["its input has another form", ["mapping", "text"], { kind: "fixed", value: 5 }, "step_input_refused"],
    [
      "the app refuses its input",
      ["mapping", "channel"],
      { kind: "fixed", value: "C0NOTTHERE1" },
      "slack.knows_no_such_channel_can",
    ],
  ])("%s", async (_, path, value, code) => {
    const { automation, failRow, send, drain, timeIsUp, rows, subjects, made } = await openWatched();
    await failRow();
    await send();
    await drain();
    const place = `{steps,0,mustReach,otherwise,${path.join(",")}}`;
    await db().execute(sql`UPDATE automation_versions
      SET definition = jsonb_set(definition::jsonb, ${place}::text[], ${JSON.stringify(value)}::jsonb)::json
      WHERE automation_id = ${automation.id}`);
    await timeIsUp();
    expect(await rows()).toMatchObject([
      {
        status: "raised",
        code: "second_way_given_up",
        params: { said: expect.stringContaining(code), tries: 1, isMailed: true },
        isOver: true,
      },
    ]);
    expect(await subjects()).toHaveLength(1);
    expect(await made()).toEqual({ messages: 0, rows: 0 });
  });

  test("the event's data is not kept any more", async () => {
    const { ctx, failRow, send, drain, timeIsUp, rows, subjects, made } = await openWatched();
    await failRow();
    await send();
    await drain();
    await db().execute(sql`DELETE FROM event_payloads WHERE merchant_id = ${ctx.merchantId}`);
    await timeIsUp();
    expect(await rows()).toMatchObject([
      {
        status: "raised",
        code: "second_way_given_up",
        params: { said: expect.stringContaining("mapping_not_data"), isMailed: true },
        isOver: true,
      },
    ]);
    expect(await subjects()).toHaveLength(1);
    expect(await made()).toEqual({ messages: 0, rows: 0 });
  });
});

describe("a second way that an app might do twice", () => {
  const action = slack.actions["send-message"];
  if (!action) throw new Error("Slack sends no message.");
  const before: Pick<Action, "idempotency" | "run"> = { idempotency: action.idempotency, run: action.run };
  const app = { isAnswerLost: false, onAsk: async () => {} };
  beforeEach(() => {
    Object.assign(app, { isAnswerLost: false, onAsk: async () => {} });
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

  test("is marked as begun before the app is asked, and is over once it answers", async () => {
    const { missOne, rows, made } = await openWatched();
    const seen: unknown[] = [];
    app.onAsk = async () => {
      seen.push(...(await rows()));
    };
    await missOne();
    expect(seen).toMatchObject([{ status: "raised", code: "second_way_unsure", isOver: false }]);
    expect(await rows()).toMatchObject([{ code: "second_way_done", isOver: true }]);
    expect(await made()).toEqual({ messages: 1, rows: 0 });
  });

  test("is not repeated after an answer that was lost: people are told instead", async () => {
    const { missOne, timeIsUp, rows, subjects, made } = await openWatched();
    app.isAnswerLost = true;
    await missOne();
    app.isAnswerLost = false;
    await timeIsUp();
    expect(await rows()).toMatchObject([{ code: "second_way_given_up", isOver: true }]);
    expect(await subjects()).toHaveLength(1);
    expect(await made()).toEqual({ messages: 1, rows: 0 });
  });

  test.each([
    ["nobody knows whether it was done", "{}"],
    ["nor can its run be read", "[]"],
  ])("is not asked for again where the process died after it had begun: %s", async (_, data) => {
    const { ctx, failRow, send, drain, timeIsUp, rows, made } = await openWatched();
    await failRow();
    await send();
    await drain();
    await db().execute(sql`UPDATE must_reach SET status = 'raised', raised_at = now(), code = 'second_way_unsure'
      WHERE merchant_id = ${ctx.merchantId}`);
    await db().execute(
      sql`UPDATE event_payloads SET data = ${data}::json WHERE merchant_id = ${ctx.merchantId}`,
    );
    for (let tries = 0; tries < 3; tries += 1) await timeIsUp();
    expect(await rows()).toMatchObject([
      {
        status: "raised",
        code: "second_way_given_up",
        params: { said: expect.stringContaining("second_way_unsure") },
        isOver: true,
      },
    ]);
    expect(await made()).toEqual({ messages: 0, rows: 0 });
  });
});
