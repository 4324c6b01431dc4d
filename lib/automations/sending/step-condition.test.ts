import { afterAll, beforeAll, expect, test } from "vitest";
import { createAutomation } from "#lib/automations/create-automation.ts";
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

const hasConsent = {
  kind: "compare",
  comparison: "is_true",
  source: { kind: "field", path: ["data", "customer", "hasMarketingConsent"], transforms: [] },
} as const;

const wasPosted = {
  kind: "compare",
  comparison: "is_present",
  source: { kind: "result", step: "message", path: ["messageId"], transforms: [] },
} as const;

test("a step whose condition is met is done, also where it looks at an earlier step", async () => {
  const { send, drain, made } = await openKitchen(({ message, row }) => ({
    steps: [
      { ...message, condition: hasConsent },
      { ...row, condition: wasPosted },
    ],
  }));
  await send();
  await drain();
  expect(await made()).toEqual({ messages: 1, rows: 1 });
});

test("a step whose condition is not met is skipped, says why, and the next one is done", async () => {
  const { send, drain, made, steps, delivery } = await openKitchen(({ message, row }) => ({
    steps: [{ ...message, condition: hasConsent }, row],
  }));
  await send({ customer: { name: "Mara Klein", hasMarketingConsent: false } });
  await drain();
  expect(await made()).toEqual({ messages: 0, rows: 1 });
  expect([...(await steps())]).toMatchObject([
    { status: "skipped", code: "condition_not_met", input: null },
    { status: "succeeded" },
  ]);
  expect(await delivery()).toMatchObject({ status: "delivered" });
});

test("the result of a skipped step is not there for the conditions of later ones", async () => {
  const { send, drain, made } = await openKitchen(({ message, row }) => ({
    steps: [
      { ...message, condition: hasConsent },
      { ...row, condition: wasPosted },
    ],
  }));
  await send({ customer: {} });
  await drain();
  expect(await made()).toEqual({ messages: 0, rows: 0 });
});

test("a condition that looks at a later step, or at nothing, is not saved", async () => {
  const { ctx, message, row } = await openKitchen();
  const unknown = { ...hasConsent, source: { ...hasConsent.source, path: ["data", "nowhere"] } };
  const steps = [
    { ...message, condition: wasPosted },
    { ...row, condition: unknown },
  ];
  await expect(
    createAutomation({ ctx, input: { name: "Odd", eventType: "order.paid", steps } }),
  ).rejects.toMatchObject({
    fieldErrors: [
      { path: "steps[0].condition.source", message: { code: "mapping_later_step" } },
      { path: "steps[1].condition.source", message: { code: "mapping_unknown_source" } },
    ],
  });
});
