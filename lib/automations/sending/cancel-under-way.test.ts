import { afterAll, beforeAll, expect, test } from "vitest";
import { cancelDelivery } from "#lib/deliveries/cancel-delivery.ts";
import { retryDelivery } from "#lib/deliveries/retry-delivery.ts";
import { googleSheets } from "#lib/providers/google-sheets/provider.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { openKitchen } from "./testing/kitchen.ts";

const releases: (() => Promise<void>)[] = [];
beforeAll(async () => {
  releases.push(await holdSandboxServer(slack), await holdSandboxServer(googleSheets));
});
afterAll(async () => {
  for (const release of releases) await release();
});

/** Has Slack take its time over the next message. */
function holdUpSlack() {
  const action = slack.actions["send-message"];
  if (!action) throw new Error("Slack sends no message.");
  const { run } = action;
  const asked = Promise.withResolvers<void>();
  const mayAnswer = Promise.withResolvers<void>();
  action.run = async (call, input) => {
    action.run = run;
    asked.resolve();
    await mayAnswer.promise;
    return run(call, input);
  };
  return { isAsked: asked.promise, answer: mayAnswer.resolve };
}

test("a run is not cancelled while an app is asked, so that a retry does no step twice", async () => {
  const { ctx, send, drain, made, delivery } = await openKitchen();
  await send();
  const { isAsked, answer } = holdUpSlack();
  const draining = drain();
  await isAsked;
  const input = { id: (await delivery()).id };
  const refusals = await Promise.allSettled([cancelDelivery({ ctx, input }), retryDelivery({ ctx, input })]);
  const again = drain();
  answer();
  await Promise.all([draining, again]);
  for (const refusal of refusals) {
    expect(refusal).toMatchObject({
      status: "rejected",
      reason: { status: 409, code: "delivery_in_flight" },
    });
  }
  expect(await delivery()).toMatchObject({ status: "delivered" });
  expect(await made()).toEqual({ messages: 1, rows: 1 });
  await expect(cancelDelivery({ ctx, input })).rejects.toMatchObject({ status: 409 });
  await retryDelivery({ ctx, input });
  await drain();
  expect(await made()).toEqual({ messages: 1, rows: 1 });
});

test("a run that waits for its next try is cancelled", async () => {
  const { ctx, send, drain, made, delivery } = await openKitchen();
  const action = slack.actions["send-message"];
  if (!action) throw new Error("Slack sends no message.");
  const { run } = action;
  action.run = async () => {
    action.run = run;
    throw new Error("Something of ours broke.");
  };
  await send();
  await drain();
  const input = { id: (await delivery()).id };
  expect(await cancelDelivery({ ctx, input })).toMatchObject({ status: "cancelled" });
  await drain();
  expect(await made()).toEqual({ messages: 0, rows: 0 });
});
