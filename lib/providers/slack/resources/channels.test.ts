import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ProviderTest, startProviderTest } from "#lib/providers/testing/provider-test.ts";
import { slack } from "../provider.ts";

let shop: ProviderTest;
beforeAll(async () => {
  shop = await startProviderTest(slack);
});
afterAll(() => shop.stop());

async function listAll(limit: number): Promise<string[]> {
  const labels: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof slack.resources.channels.list>> =
      await slack.resources.channels.list(shop.call(), { cursor, limit });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    labels.push(...page.items.map(({ label }) => label));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return labels;
}

describe("the list of channels", () => {
  test.each([1, 2, 5, 200, 1_000])(
    "is the same in pages of %i: neither archived nor private ones",
    async (limit) => {
      expect(await listAll(limit)).toEqual([
        "#general",
        "#orders",
        "#kitchen",
        "#front-of-house",
        "#deliveries",
      ]);
    },
  );

  test("names a channel as people know it", async () => {
    const { items } = await slack.resources.channels.list(shop.call(), { cursor: null, limit: 2 });
    expect(items[1]).toEqual({
      id: "C0ORDERS001",
      label: "#orders",
      details: { members: "9", topic: "Every order that is paid" },
    });
  });

  test("refuses a place in the list that Slack no longer knows", async () => {
    const list = slack.resources.channels.list(shop.call(), { cursor: "bm90aGluZw==", limit: 2 });
    await expect(
      list.catch((error: unknown) => Promise.reject(slack.classifyError(error))),
    ).rejects.toMatchObject({
      kind: "invalid_input",
    });
  });
});
