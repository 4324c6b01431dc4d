import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { memberships, users } from "#db/schema/tenancy.ts";
import { createAutomation } from "#lib/automations/create-automation.ts";
import { deleteAutomation } from "#lib/automations/delete-automation.ts";
import { getAutomation } from "#lib/automations/get-automation.ts";
import { publishAutomation } from "#lib/automations/publish-automation.ts";
import { field, openKitchen } from "#lib/automations/sending/testing/kitchen.ts";
import { updateAutomation } from "#lib/automations/update-automation.ts";
import { newId } from "#lib/ids.ts";
import { listNotices } from "#lib/notices/list-notices.ts";
import { connectedIn } from "#lib/oauth/testing/connect.ts";
import { googleSheets } from "#lib/providers/google-sheets/provider.ts";
import { mailchimp } from "#lib/providers/mailchimp/provider.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { switchFaultOn } from "#lib/sandbox/core/switch-fault-on.ts";
import { runSandboxCommand } from "#lib/sandbox/run-sandbox-command.ts";
import { checkAfterRelease, checkDueAutomations } from "./check-due.ts";
import { listAutomationIssues } from "./list-issues.ts";
import { comparePlaces } from "./place-drift.ts";
import { repairIssue } from "./repair-issue.ts";

const releases: (() => Promise<void>)[] = [];
beforeAll(async () => {
  for (const provider of [slack, googleSheets, mailchimp]) releases.push(await holdSandboxServer(provider));
});
afterAll(async () => {
  for (const release of releases) await release();
});

const fixed = (value: unknown) => ({ kind: "fixed", value }) as const;
const orders = "1patchbaySandboxOrdersSpreadsheet00000000001";

/** The kitchen: a message to #kitchen, and a row of two values under the headings of the tab. */
async function openChecked() {
  const kitchen = await openKitchen(({ message, row }) => ({
    steps: [
      { ...message, mapping: { ...message.mapping, channel: fixed("C0KITCHEN01") } },
      {
        ...row,
        mapping: { ...row.mapping, values: { kind: "list", items: [field("number"), field("orderId")] } },
      },
    ],
  }));
  const { ctx, automation } = kitchen;
  const { id } = automation;
  const userId = newId("usr");
  await db()
    .insert(users)
    .values({ id: userId, email: `${userId}@example.com`, name: "Ana", passwordHash: "none" });
  await db().insert(memberships).values({ merchantId: ctx.merchantId, userId, role: "owner" });
  const headings = async (cells: readonly string[]) => {
    await db().execute(sql`UPDATE sandbox_objects SET data = jsonb_build_object('cells', ${JSON.stringify(cells)}::jsonb)
      WHERE kind = 'row' AND id = ${`${orders}/0/1`} AND account_id IN (
        SELECT id FROM sandbox_accounts WHERE merchant_id = ${ctx.merchantId} AND provider = 'google-sheets')`);
  };
  const check = async () => {
    await db().execute(sql`DELETE FROM rate_limits`);
    // What other tests left due, at apps that nobody plays here, would use the time up.
    await db().execute(
      sql`UPDATE automations SET check_due_at = CASE WHEN merchant_id = ${ctx.merchantId} THEN now() END
        WHERE check_due_at IS NOT NULL`,
    );
    await checkDueAutomations({ budgetMs: 30_000 });
  };
  await headings(["Number", "Order"]);
  await check();
  return {
    ...kitchen,
    id,
    check,
    headings,
    command: (provider: string, command: string) => runSandboxCommand({ ctx, input: { provider, command } }),
    issues: async () => (await listAutomationIssues({ ctx, input: { id } })).data,
    all: async () => (await listAutomationIssues({ ctx, input: { id, closed: "true" } })).data,
    repair: (issueId: string | undefined) => repairIssue({ ctx, input: { id, issueId } }),
    live: async () => getAutomation({ ctx, input: { id } }),
    subjects: async () => (await listNotices({ ctx, input: {} })).data.map(({ subject }) => subject),
  };
}

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
  test("that was archived is told of once, and closes by itself once it is open again", async () => {
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

  test("that was made anew under its name is put in its place by one click, pressed twice or not", async () => {
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

describe("columns", () => {
  test("that have moved get their values by one click", async () => {
    const { headings, check, issues, repair, live, send, drain, ctx } = await openChecked();
    await headings(["Table", "Order", "Number"]);
    await check();
    const [issue] = await issues();
    expect(issue).toMatchObject({ cause: "columns_moved", step: "row", repair: { kind: "apply" } });
    expect(issue?.message).toContain("“Number”");
    await repair(issue?.id);
    const { draft } = await live();
    expect(draft.steps[1]?.mapping.values).toMatchObject({
      items: [fixed(""), field("orderId"), field("number")],
    });
    await check();
    expect(await issues()).toEqual([]);
    await send({ number: "77", orderId: "ord_7" });
    await drain();
    const [row] = await db().execute<{
      cells: unknown[];
    }>(sql`SELECT data->'cells' AS cells FROM sandbox_objects
      WHERE kind = 'row' AND account_id IN (SELECT id FROM sandbox_accounts WHERE merchant_id = ${ctx.merchantId})
        AND id LIKE ${`${orders}/0/%`} ORDER BY updated_at DESC LIMIT 1`);
    expect(row?.cells.slice(0, 3)).toEqual(["", "ord_7", 77]);
  });

  test("that were renamed are taken as they are by one click", async () => {
    const { headings, check, issues, repair, live } = await openChecked();
    await headings(["Number", "Order id"]);
    await check();
    const [issue] = await issues();
    expect(issue).toMatchObject({
      cause: "column_renamed",
      message: "Add a row: the column “Order” is called “Order id” in Google Sheets now.",
      repair: { kind: "apply", title: "Keep it as it is now" },
    });
    await repair(issue?.id);
    expect(await live()).toMatchObject({ liveVersion: 1 });
    await check();
    expect(await issues()).toEqual([]);
  });

  test("that a person takes as they are while a check is under way stay taken", async () => {
    const { headings, check, issues, all, repair } = await openChecked();
    await headings(["No.", "Order"]);
    await check();
    const [issue] = await issues();
    expect(issue).toMatchObject({ cause: "column_renamed" });
    const places = googleSheets.actions["append-row"]?.places;
    if (!places) throw new Error("Google Sheets does not say what its columns mean.");
    const { read } = places;
    places.read = async (call, input) => {
      places.read = read;
      const now = await read(call, input);
      await repair(issue?.id);
      return now;
    };
    await check();
    expect(await issues()).toEqual([]);
    await check();
    expect(await issues()).toEqual([]);
    expect(await all()).toHaveLength(1);
  });

  test("that are gone are left out by one click", async () => {
    const { headings, check, issues, repair, live } = await openChecked();
    await headings(["Order"]);
    await check();
    const [issue] = await issues();
    expect(issue).toMatchObject({ cause: "column_gone", repair: { kind: "apply" } });
    await repair(issue?.id);
    expect((await live()).draft.steps[1]?.mapping.values).toMatchObject({ items: [field("orderId")] });
    await check();
    expect(await issues()).toEqual([]);
  });

  test("that have moved are not taken for granted because something else is published", async () => {
    const { ctx, id, headings, check, issues, live } = await openChecked();
    await headings(["Order", "Number"]);
    const { draft, revision } = await live();
    const steps = draft.steps.map((step) =>
      step.key === "message" ? { ...step, mapping: { ...step.mapping, text: fixed("Hello") } } : step,
    );
    const changed = await updateAutomation({ ctx, input: { id, revision, steps } });
    await publishAutomation({ ctx, input: { id, revision: changed.revision } });
    await check();
    expect(await issues()).toMatchObject([{ cause: "columns_moved" }]);
  });

  test("of a tab that was renamed: the tab is told of", async () => {
    const { command, check, issues } = await openChecked();
    await command("google-sheets", "rename-tab");
    await check();
    expect(await issues()).toMatchObject([{ cause: "resource_gone", step: "row" }]);
  });
});

test("a repair is published, and what a person has changed in the draft stays there unpublished", async () => {
  const { ctx, id, headings, check, issues, repair, live } = await openChecked();
  const before = await live();
  const [message] = before.draft.steps;
  const steps = [
    { ...message, mapping: { ...message?.mapping, text: fixed("Not yet") } },
    before.draft.steps[1],
  ];
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

test("places are compared by what they mean", () => {
  const fixedText = (value: string) => ({ kind: "fixed", value }) as const;
  const [a, b, c] = [fixedText("a"), fixedText("b"), fixedText("c")];
  const items = [a, b, c];
  const same = { renamed: [], gone: [], moved: [], items: null };
  expect(comparePlaces(items, ["A", "B", "C"], ["A", "B", "C", "D"])).toEqual(same);
  expect(comparePlaces(items, ["A"], ["A", "B", "C"])).toEqual(same);
  expect(comparePlaces(items, [], [])).toEqual(same);
  expect(comparePlaces(items, ["A", "B", "C"], ["B", "A", "C"])).toMatchObject({
    moved: ["A", "B"],
    items: [b, a, c],
  });
  expect(comparePlaces(items, ["A", "B", "C"], ["A", "C"])).toMatchObject({
    gone: ["B"],
    moved: ["C"],
    items: [a, c],
  });
  expect(comparePlaces(items, ["A", "B", "C"], ["A", "X", "B", "C"])).toMatchObject({
    items: [a, fixed(""), b, c],
  });
});
