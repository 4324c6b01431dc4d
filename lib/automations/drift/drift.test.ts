import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { createAutomation } from "#lib/automations/create-automation.ts";
import { deleteAutomation } from "#lib/automations/delete-automation.ts";
import { publishAutomation } from "#lib/automations/publish-automation.ts";
import { field } from "#lib/automations/sending/testing/kitchen.ts";
import { updateAutomation } from "#lib/automations/update-automation.ts";
import { connectedIn } from "#lib/integrations/connect/testing/connect.ts";
import { googleSheets } from "#lib/providers/google-sheets/provider.ts";
import { mailchimp } from "#lib/providers/mailchimp/provider.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { switchFaultOn } from "#lib/sandbox/core/switch-fault-on.ts";
import { runSandboxCommand } from "#lib/sandbox/run-sandbox-command.ts";
import { checkAutomation } from "./check-automation.ts";
import { listAutomationIssues } from "./list-issues.ts";
import { fixed, openChecked } from "./testing/checked.ts";

const releases: (() => Promise<void>)[] = [];
beforeAll(async () => {
  for (const provider of [slack, googleSheets, mailchimp]) releases.push(await holdSandboxServer(provider));
});
afterAll(async () => {
  for (const release of releases) await release();
});

test("what is as it was opens no issue, and is looked at again within a day", async () => {
  const { issues, subjects, id } = await openChecked();
  expect(await issues()).toEqual([]);
  expect(await subjects()).toEqual([]);
  const rows = await db().execute(sql`SELECT checked_with AS "checkedWith",
      check_due_at BETWEEN now() + interval '22 hours' AND now() + interval '26 hours' AS "isTomorrow",
      relies_on #> '{row,places,values}' AS places FROM automations WHERE id = ${id}`);
  expect([...rows]).toEqual([
    { checkedWith: expect.any(String), isTomorrow: true, places: ["Number", "Order"] },
  ]);
});

describe("a channel", () => {
  test("that was archived is told of once, and closes on its own once it is open again", async () => {
    const { command, check, issues, all, subjects } = await openChecked();
    await command("slack", "archive-kitchen");
    await check();
    await check();
    expect(await issues()).toMatchObject([
      {
        step: "message",
        cause: "resource_gone",
        message: "Send a message: Channel “#kitchen” no longer exists in Slack.",
        repair: { kind: "choose", href: expect.stringContaining("/edit?step=message") },
      },
    ]);
    expect(await subjects()).toEqual(["Kitchen needs a change"]);
    await command("slack", "restore-kitchen");
    await check();
    expect(await issues()).toEqual([]);
    expect(await all()).toMatchObject([{ closedAt: expect.any(String) }]);
    await command("slack", "archive-kitchen");
    await check();
    expect(await subjects()).toHaveLength(2);
  });

  test("that was renamed and kept its id needs nothing, and is called by its new name", async () => {
    const { ctx, check, issues, command } = await openChecked();
    await db().execute(sql`UPDATE sandbox_objects SET data = data || '{"name": "pass"}'
      WHERE kind = 'channel' AND id = 'C0KITCHEN01' AND account_id IN (
        SELECT id FROM sandbox_accounts WHERE merchant_id = ${ctx.merchantId})`);
    await check();
    expect(await issues()).toEqual([]);
    await command("slack", "archive-kitchen");
    await check();
    expect(await issues()).toMatchObject([{ message: expect.stringContaining("#pass") }]);
  });

  test("that was made again under its name is put in its place by one click, pressed twice or not", async () => {
    const { ctx, check, issues, repair, live, subjects } = await openChecked();
    await db().execute(sql`UPDATE sandbox_objects SET id = 'C0KITCHEN02', data = data || '{"id": "C0KITCHEN02"}'
      WHERE kind = 'channel' AND id = 'C0KITCHEN01' AND account_id IN (
        SELECT id FROM sandbox_accounts WHERE merchant_id = ${ctx.merchantId})`);
    await check();
    const [issue] = await issues();
    expect(issue).toMatchObject({ cause: "resource_replaced", repair: { kind: "apply", href: null } });
    const answers = await Promise.all([repair(issue?.id), repair(issue?.id)]);
    for (const answer of answers) expect(answer).toMatchObject({ closedAt: expect.any(String) });
    expect(await live()).toMatchObject({
      liveVersion: 2,
      hasUnpublishedChanges: false,
      draft: { steps: [{ mapping: { channel: fixed("C0KITCHEN02") } }, {}] },
    });
    await check();
    expect(await issues()).toEqual([]);
    expect(await subjects()).toHaveLength(1);
  });

  test("list that cannot be read is no drift, and is asked again soon", async () => {
    const { ctx, command, check, issues, id } = await openChecked();
    await command("slack", "archive-kitchen");
    await switchFaultOn({ merchantId: ctx.merchantId, provider: "slack", kind: "server_error", times: 50 });
    await check();
    expect(await issues()).toEqual([]);
    const rows = await db().execute(sql`SELECT check_due_at < now() + interval '2 hours' AS "isSoon"
      FROM automations WHERE id = ${id}`);
    expect([...rows]).toEqual([{ isSoon: true }]);
    await db().execute(sql`DELETE FROM sandbox_faults WHERE merchant_id = ${ctx.merchantId}`);
    await check();
    expect(await issues()).toHaveLength(1);
    await switchFaultOn({ merchantId: ctx.merchantId, provider: "slack", kind: "server_error", times: 50 });
    await check();
    expect(await issues()).toHaveLength(1);
  });
});

test("a repair is published, and what a person has changed in the draft stays there unpublished", async () => {
  const { ctx, id, headings, check, issues, repair, live } = await openChecked();
  const before = await live();
  const steps = before.draft.steps.map((step, at) =>
    at === 0 ? { ...step, mapping: { ...step.mapping, text: fixed("Not yet") } } : step,
  );
  await updateAutomation({ ctx, input: { id, revision: before.revision, steps } });
  await headings(["Order", "Number"]);
  await check();
  await repair((await issues())[0]?.id);
  const after = await live();
  expect(after).toMatchObject({ liveVersion: 2, hasUnpublishedChanges: true });
  expect(after.draft.steps[0]?.mapping.text).toEqual(fixed("Not yet"));
  expect(after.draft.steps[1]?.mapping.values).toMatchObject({ items: [field("orderId"), field("number")] });
  const [version] = await db().execute<{ text: unknown }>(sql`
    SELECT definition #> '{steps,0,mapping,text,kind}' AS text FROM automation_versions
    WHERE automation_id = ${id} AND number = 2`);
  expect(version).toEqual({ text: "text" });
});

test("a permission that was taken away leads to the app's page", async () => {
  const { ctx, check, issues } = await openChecked();
  await db().execute(sql`UPDATE integrations SET scopes = array_remove(scopes, 'chat:write')
    WHERE merchant_id = ${ctx.merchantId} AND provider = 'slack'`);
  await check();
  expect(await issues()).toMatchObject([
    { cause: "permission_missing", repair: { kind: "reconnect", href: "/marketplace/slack" } },
  ]);
});

test("an audience that was deleted is told of; a tag that is not there is none, for it is made", async () => {
  const { ctx, check } = await openChecked();
  const integrationId = await connectedIn(ctx, { provider: "mailchimp" });
  const mapping = {
    audience: fixed("c83d5e7f10"),
    email: { ...field("customer", "email") },
    tags: fixed(["Never seen"]),
  };
  const step = { key: "member", integrationId, action: "add-or-update-member", mapping };
  const input = { name: "Guests", eventType: "order.paid", steps: [step] };
  const { id, revision } = await createAutomation({ ctx, input });
  await publishAutomation({ ctx, input: { id, revision } });
  await check();
  expect((await listAutomationIssues({ ctx, input: { id } })).data).toEqual([]);
  await runSandboxCommand({ ctx, input: { provider: "mailchimp", command: "delete-audience" } });
  await check();
  expect((await listAutomationIssues({ ctx, input: { id } })).data).toMatchObject([
    { cause: "resource_gone", message: expect.stringContaining("Wine evenings") },
  ]);
});

test("nothing is checked of an automation that was deleted", async () => {
  const { ctx, id, command, check, subjects } = await openChecked();
  await deleteAutomation({ ctx, input: { id } });
  await command("slack", "archive-kitchen");
  await check();
  expect(await subjects()).toEqual([]);
  const rows = await db().execute(sql`SELECT check_due_at FROM automations WHERE id = ${id}`);
  expect([...rows]).toEqual([{ check_due_at: null }]);
});

test("what a second way relies on is told of and repaired as a step's, and stays apart from the step's", async () => {
  const { ctx, check, issues, repair, live } = await openChecked({ hasSecondWay: true });
  await db().execute(sql`UPDATE sandbox_objects SET id = 'C0KITCHEN02', data = data || '{"id": "C0KITCHEN02"}'
    WHERE kind = 'channel' AND id = 'C0KITCHEN01' AND account_id IN (
      SELECT id FROM sandbox_accounts WHERE merchant_id = ${ctx.merchantId})`);
  await check();
  const [issue] = await issues();
  expect(issue).toMatchObject({ cause: "resource_replaced", step: "row", repair: { kind: "apply" } });
  await repair(issue?.id);
  const { draft } = await live();
  expect(draft.steps[1]).toMatchObject({
    mapping: { sheet: fixed("Orders") },
    mustReach: { otherwise: { mapping: { channel: fixed("C0KITCHEN02") } } },
  });
  await check();
  expect(await issues()).toEqual([]);
});

test("of two things that are wrong the one that is well again closes, and the other one stays", async () => {
  const { command, headings, check, issues } = await openChecked();
  await command("slack", "archive-kitchen");
  await headings(["Order"]);
  await check();
  expect((await issues()).map(({ cause }) => cause).toSorted()).toEqual(["column_gone", "resource_gone"]);
  await command("slack", "restore-kitchen");
  await check();
  expect(await issues()).toMatchObject([{ cause: "column_gone" }]);
});

test("nothing is repaired where somebody has to choose, nor by the id of another's issue", async () => {
  // Whoever checks last is the one whose turn it is.
  const other = await openChecked();
  const { command, check, issues, repair, live } = await openChecked();
  await command("slack", "archive-kitchen");
  await check();
  const [issue] = await issues();
  await expect(repair(issue?.id)).rejects.toMatchObject({ status: 409, code: "no_repair" });
  await expect(other.repair(issue?.id)).rejects.toMatchObject({ status: 404 });
  expect(await issues()).toHaveLength(1);
  expect(await live()).toMatchObject({ liveVersion: 1 });
});

test("a list that the account may not be asked for says nothing of what was chosen from it", async () => {
  const { ctx, id, command, issues } = await openChecked();
  const channels = slack.resources.channels;
  await db().execute(sql`UPDATE integrations SET scopes = array_remove(scopes, ${channels?.scopes[0] ?? ""})
    WHERE merchant_id = ${ctx.merchantId} AND provider = 'slack'`);
  await command("slack", "archive-kitchen");
  const calls = async () =>
    (
      await db().execute(sql`SELECT id FROM integration_calls WHERE merchant_id = ${ctx.merchantId}
      AND kind = 'resource' AND name = 'channels'`)
    ).length;
  const before = await calls();
  expect(await checkAutomation(ctx.merchantId, id)).toMatchObject({ isWhole: false });
  expect((await issues()).map(({ cause }) => cause)).not.toContain("resource_gone");
  expect(await calls()).toBe(before);
});

test("an app that is disconnected is not asked", async () => {
  const { ctx, id, slack: integrationId } = await openChecked();
  await db().execute(sql`UPDATE integrations SET status = 'disconnected' WHERE id = ${integrationId}`);
  const calls = () =>
    db().execute(sql`SELECT id FROM integration_calls WHERE integration_id = ${integrationId}`);
  const before = (await calls()).length;
  expect(await checkAutomation(ctx.merchantId, id)).toMatchObject({ isWhole: true });
  expect(await calls()).toHaveLength(before);
});
