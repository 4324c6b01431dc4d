import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { publishAutomation } from "#lib/automations/publish-automation.ts";
import { field } from "#lib/automations/sending/testing/kitchen.ts";
import { updateAutomation } from "#lib/automations/update-automation.ts";
import { connectedIn } from "#lib/integrations/connect/testing/connect.ts";
import { googleSheets } from "#lib/providers/google-sheets/provider.ts";
import { mailchimp } from "#lib/providers/mailchimp/provider.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { checkAfterRelease } from "./check-due.ts";
import { fixed, openChecked } from "./testing/checked.ts";

const releases: (() => Promise<void>)[] = [];
beforeAll(async () => {
  for (const provider of [slack, googleSheets, mailchimp]) releases.push(await holdSandboxServer(provider));
});
afterAll(async () => {
  for (const release of releases) await release();
});

describe("a release", () => {
  test("has everything checked at once that another one has checked", async () => {
    const { id } = await openChecked();
    expect(await checkAfterRelease({ isFirst: true })).toBe(0);
    await db().execute(sql`UPDATE automations SET checked_with = '0.0.1' WHERE id = ${id}`);
    expect(await checkAfterRelease({ isFirst: true })).toBe(1);
    const rows = await db().execute(
      sql`SELECT check_due_at <= now() AS "isDue" FROM automations WHERE id = ${id}`,
    );
    expect([...rows]).toEqual([{ isDue: true }]);
  });

  test("that takes a field of the event away is told of by the field that reads it", async () => {
    const { id, check, issues } = await openChecked();
    await db().execute(sql`UPDATE automation_versions SET definition =
      replace(definition::text, '"orderId"', '"orderReference"')::json WHERE automation_id = ${id}`);
    await check();
    const found = await issues();
    expect(found).toMatchObject([{ cause: "field_gone", step: "row" }]);
    expect(found[0]?.message).toContain("Add a row: the source of “Values 2” no longer exists.");
  });

  test("that asks for a further field suggests what goes there, and one click publishes it", async () => {
    const { id, check, issues, ctx, repair, live } = await openChecked();
    const mailchimpId = await connectedIn(ctx, { provider: "mailchimp" });
    const { revision } = await live();
    const step = {
      key: "member",
      integrationId: mailchimpId,
      action: "add-or-update-member",
      mapping: { audience: fixed("6f1a9c04b2"), email: { ...field("customer", "email") } },
    };
    const changed = await updateAutomation({ ctx, input: { id, revision, steps: [step] } });
    await publishAutomation({ ctx, input: { id, revision: changed.revision } });
    // As if the address had not been asked for when it was published.
    await db().execute(sql`UPDATE automation_versions SET definition =
      (definition::jsonb #- '{steps,0,mapping,email}')::json WHERE automation_id = ${id}`);
    await check();
    const [issue] = await issues();
    expect(issue).toMatchObject({ cause: "required_field", repair: { kind: "apply" } });
    await repair(issue?.id);
    expect((await live()).draft.steps[0]?.mapping.email).toMatchObject({ kind: "field" });
  });

  test("that changes the type of a field tells of it, and a person may keep it", async () => {
    const { id, check, issues, repair } = await openChecked();
    await db().execute(sql`UPDATE automations SET relies_on =
      jsonb_set(relies_on::jsonb, '{row,sources,0,type}', '"integer"')::json WHERE id = ${id}`);
    await check();
    const [issue] = await issues();
    expect(issue).toMatchObject({ cause: "type_changed" });
    await repair(issue?.id);
    await check();
    expect(await issues()).toEqual([]);
  });

  /** As if it had been published so: what is there now has changed since. */
  const makeLive = (id: string, path: string, value: unknown) =>
    db().execute(sql`UPDATE automation_versions
      SET definition = jsonb_set(definition::jsonb, ${path}::text[], ${JSON.stringify(value)}::jsonb)::json
      WHERE automation_id = ${id}`);
  const unknownStep = {
    kind: "result",
    step: "gone",
    path: ["id"],
    transforms: [],
    ifMissing: { rule: "leave_out" },
  };

  test.each([
    [
      "an action",
      "{steps,0,action}",
      "no-such-action",
      "action_gone",
      /the action that was chosen is not something that Slack can do/,
    ],
    [
      "a connection",
      "{steps,0,integrationId}",
      "int_gone",
      "connection_gone",
      /the connection that was chosen is not one of your connections/,
    ],
    [
      "a field of the input",
      "{steps,0,mapping,old}",
      fixed("x"),
      "input_gone",
      /no longer has the field “old”/i,
    ],
    ["a step that is read", "{steps,0,mapping,text}", unknownStep, "field_gone", /no longer exists/],
  ])("that takes %s away is told of, and somebody has to choose", async (_, path, value, cause, message) => {
    const { id, check, issues } = await openChecked();
    await makeLive(id, path, value);
    await check();
    expect(await issues()).toMatchObject([
      { cause, step: "message", message: expect.stringMatching(message), repair: { kind: "choose" } },
    ]);
  });

  test("that no longer takes a value is told of", async () => {
    const { id, check, issues, ctx, live } = await openChecked();
    const integrationId = await connectedIn(ctx, { provider: "mailchimp" });
    const { revision } = await live();
    const mapping = {
      audience: fixed("6f1a9c04b2"),
      email: { ...field("customer", "email") },
      newContacts: fixed("pending"),
    };
    const step = { key: "member", integrationId, action: "add-or-update-member", mapping };
    const changed = await updateAutomation({ ctx, input: { id, revision, steps: [step] } });
    await publishAutomation({ ctx, input: { id, revision: changed.revision } });
    await makeLive(id, "{steps,0,mapping,newContacts}", fixed("never"));
    await check();
    expect(await issues()).toMatchObject([{ cause: "option_gone", repair: { kind: "choose" } }]);
  });

  test("is told of in a second way as in a step, and not in a step that is off", async () => {
    const { id, check, issues } = await openChecked({ hasSecondWay: true });
    await makeLive(id, "{steps,1,mustReach,otherwise,mapping,old}", fixed("x"));
    await check();
    expect(await issues()).toMatchObject([{ cause: "input_gone", step: "row" }]);
    await makeLive(id, "{steps,1,mode}", "off");
    await check();
    expect(await issues()).toEqual([]);
  });

  test("that asks for a further field of two steps is repaired in both by one click", async () => {
    const { id, check, issues, ctx, repair, live } = await openChecked();
    const integrationId = await connectedIn(ctx, { provider: "mailchimp" });
    const { revision } = await live();
    const mapping = { audience: fixed("6f1a9c04b2"), email: { ...field("customer", "email") } };
    const steps = ["one", "two"].map((key) => ({
      key,
      integrationId,
      action: "add-or-update-member",
      mapping,
    }));
    const changed = await updateAutomation({ ctx, input: { id, revision, steps } });
    await publishAutomation({ ctx, input: { id, revision: changed.revision } });
    await db().execute(sql`UPDATE automation_versions SET definition =
      (definition::jsonb #- '{steps,0,mapping,email}' #- '{steps,1,mapping,email}')::json
      WHERE automation_id = ${id}`);
    await check();
    const [first] = await issues();
    expect(await issues()).toHaveLength(2);
    await repair(first?.id);
    expect(await issues()).toEqual([]);
    const email = expect.objectContaining({ kind: "field" });
    expect((await live()).draft.steps).toMatchObject([{ mapping: { email } }, { mapping: { email } }]);
    await check();
    expect(await issues()).toEqual([]);
  });

  test("of which more is wrong than one click puts right is published by none", async () => {
    const { id, check, issues, ctx, repair, live } = await openChecked();
    const integrationId = await connectedIn(ctx, { provider: "mailchimp" });
    const { revision } = await live();
    const mapping = { audience: fixed("6f1a9c04b2"), email: { ...field("customer", "email") } };
    const step = { key: "member", integrationId, action: "add-or-update-member", mapping };
    const changed = await updateAutomation({ ctx, input: { id, revision, steps: [step] } });
    const { liveVersion } = await publishAutomation({ ctx, input: { id, revision: changed.revision } });
    await db().execute(sql`UPDATE automation_versions SET definition =
      (definition::jsonb #- '{steps,0,mapping,email}')::json WHERE automation_id = ${id}`);
    await makeLive(id, "{steps,0,mapping,old}", fixed("x"));
    await check();
    const found = await issues();
    const required = found.find(({ cause }) => cause === "required_field");
    await expect(repair(required?.id)).rejects.toMatchObject({ status: 409, code: "more_is_wrong" });
    expect(await live()).toMatchObject({ liveVersion });
    expect(await issues()).toHaveLength(found.length);
  });
});
