import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { connectedIn } from "#lib/integrations/connect/testing/connect.ts";
import { findIntegration } from "#lib/integrations/find-integration.ts";
import type { IntegrationRow } from "#lib/integrations/integration-row.ts";
import type { Resource } from "#lib/providers/contract/resource.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { findEntry } from "./find-entry.ts";

let integration: IntegrationRow;
let release = async () => {};
beforeAll(async () => {
  release = await holdSandboxServer(slack);
  const ctx = await createTestMerchant();
  const id = await connectedIn(ctx, { provider: "slack" });
  const found = await findIntegration({ id, merchantId: ctx.merchantId });
  if (!found) throw new Error("Slack is not connected.");
  integration = found;
});
afterAll(() => release());

/** Looks for an entry in a list of these pages of labels, whose ids are the labels in capitals. */
async function find(
  pages: readonly (readonly string[])[],
  wanted: { id?: string; suggestedName?: string },
  nextCursor = (page: number): string | null => (page + 1 < pages.length ? String(page + 1) : null),
) {
  let asked = 0;
  const resource: Resource = {
    title: "Channels",
    scopes: [],
    list: async (_, { cursor }) => {
      asked += 1;
      const page = Number(cursor ?? 0);
      const items = (pages[page] ?? []).map((label) => ({ id: label.toUpperCase(), label }));
      return { items, unread: [], nextCursor: nextCursor(page) };
    },
  };
  const asking = { id: undefined, suggestedName: undefined, ...wanted };
  return { id: await findEntry(integration, { id: "channels", resource }, asking), asked };
}

test.each([
  ["its name", [["#bar", "#kitchen"]], "kitchen", "#KITCHEN"],
  ["its name in whichever case", [["#Bar", "#Kitchen"]], "kitchen", "#KITCHEN"],
  ["its whole name rather than a part of another's", [["kitchen-old", "kitchen"]], "kitchen", "KITCHEN"],
  ["a part of its name, where one has it", [["bar", "our-kitchen"]], "kitchen", "OUR-KITCHEN"],
  ["its name on a further page", [["bar", "till"], ["kitchen"]], "kitchen", "KITCHEN"],
  ["being the only one", [["bar"]], "kitchen", "BAR"],
  ["nothing, where two have the name", [["#kitchen", "kitchen"]], "kitchen", null],
  ["nothing, where two have a part of it", [["kitchen-1", "kitchen-2"]], "kitchen", null],
  ["nothing, where none has it", [["bar", "till"]], "kitchen", null],
  ["nothing, where no name is known", [["bar", "till"]], undefined, null],
  ["nothing in an empty list", [[]], "kitchen", null],
])("an entry that nobody named is found by %s", async (_, pages, suggestedName, id) => {
  expect((await find(pages, suggestedName === undefined ? {} : { suggestedName })).id).toBe(id);
});

test("an entry that was named must be there", async () => {
  expect((await find([["bar"], ["till"]], { id: "TILL" })).id).toBe("TILL");
  expect((await find([["bar"], ["till"]], { id: "KITCHEN" })).id).toBeNull();
  // The only one is not taken for another one.
  expect((await find([["bar"]], { id: "KITCHEN" })).id).toBeNull();
});

test("behind five pages an entry is taken at its word, and a list that goes round in circles ends", async () => {
  const endless = Array.from({ length: 9 }, (_, page) => [`bar-${page}`, `till-${page}`]);
  expect(await find(endless, { id: "KITCHEN" })).toEqual({ id: "KITCHEN", asked: 5 });
  expect(await find(endless, { suggestedName: "kitchen" })).toEqual({ id: null, asked: 5 });
  expect(await find([["bar", "till"]], { id: "KITCHEN" }, () => "0")).toEqual({ id: null, asked: 2 });
});
