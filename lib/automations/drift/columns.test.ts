import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { publishAutomation } from "#lib/automations/publish-automation.ts";
import { field } from "#lib/automations/sending/testing/kitchen.ts";
import { updateAutomation } from "#lib/automations/update-automation.ts";
import { googleSheets } from "#lib/providers/google-sheets/provider.ts";
import { mailchimp } from "#lib/providers/mailchimp/provider.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { comparePlaces } from "./place-drift.ts";
import { fixed, openChecked, orders } from "./testing/checked.ts";

const releases: (() => Promise<void>)[] = [];
beforeAll(async () => {
  for (const provider of [slack, googleSheets, mailchimp]) releases.push(await holdSandboxServer(provider));
});
afterAll(async () => {
  for (const release of releases) await release();
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
  // A column of no name in its place is none that was renamed, and one that was there before is another.
  expect(comparePlaces([a], ["A"], [""])).toMatchObject({ renamed: [], gone: ["A"], items: null });
  expect(comparePlaces([a, b], ["A", "B"], ["B", "B"])).toMatchObject({ renamed: [], gone: ["A"] });
  expect(comparePlaces([a], ["A"], ["X"])).toMatchObject({ renamed: [{ from: "A", to: "X" }], gone: [] });
  // Two values for one column: nobody can say which.
  expect(comparePlaces([a, b], ["A", ""], ["", "A"])).toMatchObject({ moved: ["A"], items: null });
});
