import { expect, test } from "vitest";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { say } from "#lib/failures/say.ts";
import { connectedIn } from "#lib/integrations/connect/testing/connect.ts";
import { findIntegration } from "#lib/integrations/find-integration.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import type { Resource, ResourcePage } from "#lib/providers/contract/resource.ts";
import { slack } from "#lib/providers/slack/provider.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { listWhole } from "./list-whole.ts";

/** Asks for a list whose pages are made by their cursors. */
async function read(getPage: (cursor: string | null) => Partial<ResourcePage>) {
  const { channels } = slack.resources;
  if (!channels) throw new Error("Slack has no list of channels.");
  const release = await holdSandboxServer(slack);
  try {
    const { merchantId, ...ctx } = await createTestMerchant();
    const id = await connectedIn({ merchantId, ...ctx }, { provider: "slack" });
    const integration = await findIntegration({ id, merchantId });
    if (!integration) throw new Error("Slack is not connected.");
    const resource: Resource = {
      ...channels,
      list: async (_, { cursor }) => ({ items: [], unread: [], nextCursor: null, ...getPage(cursor) }),
    };
    return await listWhole(integration, "channels", resource, undefined);
  } finally {
    await release();
  }
}

const unread = [
  { code: "no_id", field: "id", params: {}, externalId: null, label: null, fingerprint: "x" } as const,
];
const item = (id: string) => ({ id, label: id });

test("a list is read to its end, page by page", async () => {
  const pages: Record<string, Partial<ResourcePage>> = {
    first: { items: [item("a")], nextCursor: "second" },
    second: { items: [item("b")] },
  };
  expect(await read((cursor) => pages[cursor ?? "first"] ?? {})).toEqual([item("a"), item("b")]);
});

test.each<[string, Parameters<typeof read>[0]]>([
  ["has something in it that cannot be read", () => ({ items: [item("a")], unread: [...unread] })],
  ["goes round in circles", () => ({ items: [item("a")], nextCursor: "same" })],
  ["is too long", (cursor) => ({ items: [item("a")], nextCursor: `${cursor}+` })],
  [
    "does not come",
    () => {
      throw new ProviderError({
        kind: "conflict",
        message: say("app_timeout", { app: "Slack", seconds: 15 }),
      });
    },
  ],
])("a list that %s says nothing", async (_, getPage) => {
  expect(await read(getPage)).toBeNull();
});

test("a fault of ours is none of the list's", async () => {
  const broken = read(() => {
    throw new TypeError("Something of ours broke.");
  });
  await expect(broken).rejects.toThrow("Something of ours broke.");
});
