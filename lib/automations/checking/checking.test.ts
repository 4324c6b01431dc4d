import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { checkDraft } from "#lib/automations/check-draft.ts";
import { createAutomation } from "#lib/automations/create-automation.ts";
import { getAutomation } from "#lib/automations/get-automation.ts";
import { publishAutomation } from "#lib/automations/publish-automation.ts";
import { suggestStep } from "#lib/automations/suggest-step.ts";
import { updateAutomation } from "#lib/automations/update-automation.ts";
import { connectedIn } from "#lib/integrations/connect/testing/connect.ts";
import { disconnect } from "#lib/integrations/disconnect.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { stripe } from "#lib/providers/stripe/provider.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { runVerb } from "#lib/transport/run-verb.ts";

const releases: (() => Promise<void>)[] = [];
beforeAll(async () => {
  releases.push(await holdSandboxServer(slack), await holdSandboxServer(stripe));
});
afterAll(async () => {
  for (const release of releases) await release();
});

const fixed = (value: unknown) => ({ kind: "fixed", value });
const field = (...path: string[]) => ({
  kind: "field",
  path: ["data", ...path],
  transforms: [],
  ifMissing: { rule: "fail" },
});
const compare = (path: string[], comparison: string) => ({
  kind: "compare",
  source: { kind: "field", path: ["data", ...path], transforms: [] },
  comparison,
});

async function setScene() {
  const ctx = await createTestMerchant();
  const integrationId = await connectedIn(ctx, { provider: "slack" });
  const mapping = { channel: fixed("C0ORDERS001"), text: fixed("Hello") };
  const step = { key: "message", integrationId, action: "send-message", mapping };
  const { id } = await createAutomation({
    ctx,
    input: { name: "Kitchen", eventType: "order.paid", steps: [step] },
  });
  const createDefinition = (steps: object[], condition: object | null = null) => ({
    eventType: "order.paid",
    condition,
    steps,
  });
  const check = (steps: object[], condition: object | null = null) =>
    runVerb(checkDraft, { ctx, input: { id, definition: createDefinition(steps, condition) } });
  const save = (steps: object[], condition: object | null = null) =>
    runVerb(updateAutomation, { ctx, input: { id, revision: 1, steps, condition } });
  return { ctx, id, integrationId, step, mapping, check, save, createDefinition };
}

type Scene = Awaited<ReturnType<typeof setScene>>;
const withMapping = ({ step, mapping }: Scene, change: object) => [
  { ...step, mapping: { ...mapping, ...change } },
];

describe("what is wrong is not saved, and is told with its path", () => {
  const wrong: [string, (scene: Scene) => [object[], object?], string, string][] = [
    [
      "a type",
      (one) => [withMapping(one, { text: field("lines") })],
      "steps[0].mapping.text",
      "mapping_does_not_fit",
    ],
    [
      "a source",
      (one) => [withMapping(one, { text: field("no") })],
      "steps[0].mapping.text",
      "mapping_unknown_source",
    ],
    [
      "a field",
      (one) => [withMapping(one, { no: fixed("x") })],
      "steps[0].mapping.no",
      "mapping_unknown_input",
    ],
    [
      "a lack that a required field would not survive",
      (one) => [withMapping(one, { text: { ...field("note"), ifMissing: { rule: "leave_out" } } })],
      "steps[0].mapping.text",
      "mapping_may_be_missing",
    ],
    [
      "a form",
      (one) => [withMapping(one, { channel: fixed("not a channel") })],
      "steps[0].mapping.channel",
      "mapping_wrong_form",
    ],
    [
      "a result of a step that comes later",
      (one) => [withMapping(one, { text: { ...field("x"), kind: "result", step: "message", path: ["ts"] } })],
      "steps[0].mapping.text",
      "mapping_later_step",
    ],
    [
      "a connection",
      ({ step }) => [[{ ...step, integrationId: "int_of_nobody" }]],
      "steps[0].integrationId",
      "publish_no_connection",
    ],
    ["an action", ({ step }) => [[{ ...step, action: "fly" }]], "steps[0].action", "publish_no_action"],
    [
      "an inherited name for an action",
      ({ step }) => [[{ ...step, action: "constructor" }]],
      "steps[0].action",
      "publish_no_action",
    ],
    [
      "the condition",
      ({ step }) => [[step], compare(["none"], "is_true")],
      "condition.source",
      "mapping_unknown_source",
    ],
    [
      "a comparison",
      ({ step }) => [[step], compare(["number"], "is_true")],
      "condition.comparison",
      "condition_does_not_fit",
    ],
    [
      "the condition of a step",
      ({ step }) => [[{ ...step, condition: compare(["none"], "is_true") }]],
      "steps[0].condition.source",
      "mapping_unknown_source",
    ],
    [
      "the second way to who has to be reached",
      ({ step, mapping }) => [
        [
          {
            ...step,
            mustReach: {
              withinSeconds: 60,
              otherwise: { ...step, key: undefined, mapping: { ...mapping, text: field("no") } },
            },
          },
        ],
      ],
      "steps[0].mustReach.otherwise.mapping.text",
      "mapping_unknown_source",
    ],
  ];
  test.each(wrong)("%s", async (_name, made, path, code) => {
    const scene = await setScene();
    const [steps, condition] = made(scene);
    const checked = await scene.check(JSON.parse(JSON.stringify(steps)), condition);
    expect(checked).toMatchObject({ canBeSaved: false, canBePublished: false });
    expect(checked.problems.filter(({ weight }) => weight !== "warning")).toMatchObject([
      { path, code, weight: "refused" },
    ]);
    const saved = scene.save(JSON.parse(JSON.stringify(steps)), condition);
    await expect(saved).rejects.toMatchObject({ status: 422, fieldErrors: [{ path, message: { code } }] });
    const input = {
      name: "Other",
      eventType: "order.paid",
      steps: JSON.parse(JSON.stringify(steps)),
      condition,
    };
    await expect(createAutomation({ ctx: scene.ctx, input })).rejects.toMatchObject({
      fieldErrors: [{ path }],
    });
    expect(await getAutomation({ ctx: scene.ctx, input: { id: scene.id } })).toMatchObject({ revision: 1 });
  });

  test("another merchant's connection is nobody's", async () => {
    const [scene, other] = [await setScene(), await setScene()];
    const steps = [{ ...scene.step, integrationId: other.integrationId }];
    expect((await scene.check(steps)).problems).toMatchObject([{ code: "publish_no_connection" }]);
    await expect(scene.save(steps)).rejects.toMatchObject({ status: 422 });
  });
});

describe("what is unfinished is saved, and refused when it is published", () => {
  const unfinished: [string, (scene: Scene) => object[], string, string][] = [
    ["no step", () => [], "steps", "publish_no_steps"],
    ["no step that is on", ({ step }) => [{ ...step, mode: "off" }], "steps", "publish_no_steps"],
    [
      "a step without a connection",
      ({ step }) => [{ ...step, integrationId: "", action: "" }],
      "steps[0].integrationId",
      "publish_not_chosen",
    ],
    [
      "a step without an action",
      ({ step }) => [{ ...step, action: "", mapping: {} }],
      "steps[0].action",
      "publish_not_chosen",
    ],
    [
      "a required field",
      ({ step }) => [{ ...step, mapping: { channel: fixed("C0ORDERS001") } }],
      "steps[0].mapping.text",
      "mapping_input_missing",
    ],
  ];
  test.each(unfinished)("%s", async (_name, made, path, code) => {
    const scene = await setScene();
    const steps = made(scene);
    const checked = await scene.check(steps);
    expect(checked).toMatchObject({ canBeSaved: true, canBePublished: false });
    expect(checked.problems).toMatchObject([{ path, code, weight: "unfinished" }]);
    const { revision } = await scene.save(steps);
    const published = publishAutomation({ ctx: scene.ctx, input: { id: scene.id, revision } });
    await expect(published).rejects.toMatchObject({
      status: 422,
      fieldErrors: [{ path, message: { code } }],
    });
    expect(await getAutomation({ ctx: scene.ctx, input: { id: scene.id } })).toMatchObject({
      status: "draft",
    });
  });

  test("a step whose app is disconnected by now", async () => {
    const scene = await setScene();
    await disconnect({ ctx: scene.ctx, input: { id: scene.integrationId } });
    expect((await scene.check([scene.step])).problems).toMatchObject([
      { path: "steps[0].integrationId", code: "publish_disconnected", weight: "unfinished" },
    ]);
    await scene.save([scene.step]);
  });

  test("where nothing is chosen yet, sources are looked at all the same", async () => {
    const { check, step } = await setScene();
    const { problems } = await check([
      { ...step, integrationId: "", action: "", mapping: { anything: field("no") } },
    ]);
    expect(problems).toMatchObject([
      { path: "steps[0].integrationId" },
      { path: "steps[0].mapping.anything", code: "mapping_unknown_source", weight: "refused" },
    ]);
  });
});

test("a warning is told, and what has only warnings is published", async () => {
  const scene = await setScene();
  const steps = withMapping(scene, { text: field("note") });
  const checked = await scene.check(steps);
  expect(checked).toMatchObject({ canBeSaved: true, canBePublished: true });
  expect(checked.problems).toMatchObject([
    { path: "steps[0].mapping.text", code: "mapping_may_be_too_long", weight: "warning" },
  ]);
  const { revision } = await scene.save(steps);
  await publishAutomation({ ctx: scene.ctx, input: { id: scene.id, revision } });
});

test("all problems are told at once, and nothing is written", async () => {
  const { ctx, id, check, step } = await setScene();
  const many = Array.from({ length: 20 }, (_, at) => ({
    ...step,
    key: `s${at}`,
    mapping: Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`no${n}`, fixed("x")])),
  }));
  const before = await getAutomation({ ctx, input: { id } });
  expect((await check(many)).problems).toHaveLength(200);
  expect(await getAutomation({ ctx, input: { id } })).toEqual(before);
});

test("what is no definition is refused with its path", async () => {
  const { ctx, id, createDefinition, step } = await setScene();
  const definition = createDefinition([{ ...step, mapping: { text: { kind: "code", value: "1" } } }]);
  await expect(runVerb(checkDraft, { ctx, input: { id, definition } })).rejects.toMatchObject({
    status: 422,
    fieldErrors: [{ path: "definition.steps[0].mapping.text.kind" }],
  });
});

describe("suggestions", () => {
  test("a step's form can be built from the one answer", async () => {
    const { ctx, id, step, createDefinition, integrationId } = await setScene();
    const card = await connectedIn(ctx, { provider: "stripe" });
    const definition = createDefinition([
      step,
      { key: "refund", integrationId: card, action: "refund-charge", mapping: {} },
      { key: "thread", integrationId, action: "send-message", mapping: {} },
    ]);
    const asked = (key: string) => runVerb(suggestStep, { ctx, input: { id, definition, step: key } });
    const answer = await asked("thread");
    expect(answer).toMatchObject({
      app: { id: "slack" },
      action: { id: "send-message", effect: "write", movesMoney: false },
    });
    expect(answer.fields.find(({ name }) => name === "channel")).toMatchObject({
      isRequired: true,
      resource: { id: "channels", title: expect.any(String) },
    });
    const events = answer.sources.event.map(({ name }) => name);
    expect(events).toEqual(expect.arrayContaining(["number", "customer.email", "occurredAt", "lines"]));
    expect(
      answer.sources.event.find(({ name }) => name === "lines")?.item?.fields.map(({ name }) => name),
    ).toContain("quantity");
    expect(answer.sources.steps.map(({ step: key, app }) => [key, app])).toEqual([
      ["message", "Slack"],
      ["refund", "Stripe Connect"],
    ]);
    expect(answer.sources.steps[0]?.fields.map(({ name }) => name)).toContain("channelId");
    for (const { reason } of answer.suggestions) expect(reason).toMatch(/\.$/);
    const taken = {
      ...step,
      mapping: Object.fromEntries(answer.suggestions.map((one) => [one.name, one.value])),
    };
    const { problems } = await runVerb(checkDraft, {
      ctx,
      input: { id, definition: createDefinition([step, { ...taken, key: "b" }]) },
    });
    expect(problems.filter(({ weight }) => weight === "refused")).toEqual([]);
    expect((await asked("refund")).action).toMatchObject({ movesMoney: true });
  });

  test("a step for which nothing is chosen yet has its sources", async () => {
    const { ctx, id, step, createDefinition } = await setScene();
    const definition = createDefinition([step, { key: "next", integrationId: "", action: "", mapping: {} }]);
    const answer = await runVerb(suggestStep, { ctx, input: { id, definition, step: "next" } });
    expect(answer).toMatchObject({ app: null, action: null, fields: [], suggestions: [] });
    expect(answer.sources.event.length).toBeGreaterThan(10);
    expect(answer.sources.steps).toMatchObject([{ step: "message" }]);
  });

  test("a step that is not there is refused", async () => {
    const { ctx, id } = await setScene();
    await expect(suggestStep({ ctx, input: { id, step: "nowhere" } })).rejects.toMatchObject({
      status: 422,
      fieldErrors: [{ path: "step" }],
    });
  });
});

describe("enabled", () => {
  test("an automation that is created enabled is published, and one that could not be run is not created", async () => {
    const { ctx, step } = await setScene();
    const input = { name: "Bar", eventType: "order.paid", enabled: true };
    expect(await createAutomation({ ctx, input: { ...input, steps: [step] } })).toMatchObject({
      status: "active",
      enabled: true,
      liveVersion: 1,
    });
    await expect(createAutomation({ ctx, input })).rejects.toMatchObject({
      fieldErrors: [{ path: "steps" }],
    });
  });

  test("it is switched without a revision, and changed with one only", async () => {
    const { ctx, id, step } = await setScene();
    const change = (changes: object) => updateAutomation({ ctx, input: { id, ...changes } });
    await expect(change({ enabled: true })).rejects.toMatchObject({ status: 409, code: "never_published" });
    await publishAutomation({ ctx, input: { id, revision: 1 } });
    expect(await change({ enabled: false })).toMatchObject({ status: "paused", enabled: false });
    expect(await change({ enabled: true })).toMatchObject({ status: "active", enabled: true });
    await expect(change({ steps: [step] })).rejects.toMatchObject({ fieldErrors: [{ path: "revision" }] });
    await expect(change({})).rejects.toMatchObject({ fieldErrors: [{ path: "revision" }] });
    expect(await change({ revision: 2, name: "Bar", enabled: false })).toMatchObject({
      name: "Bar",
      revision: 3,
      status: "paused",
    });
  });
});
