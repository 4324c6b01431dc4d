import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { type ProviderTest, startProviderTest } from "#lib/providers/testing/provider-test.ts";
import { mailchimp } from "../provider.ts";

const campaignSchema = z.looseObject({
  id: z.string(),
  status: z.string(),
  content_type: z.string(),
  list_id: z.string(),
  settings: z.looseObject({ title: z.string(), from_name: z.string(), reply_to: z.string() }),
});

let shop: ProviderTest;
beforeEach(async () => {
  shop = await startProviderTest(mailchimp, { settings: { dc: "us21" } });
});
afterEach(() => shop.stop());

const { example } = mailchimp.actions["create-campaign"];
const create = (input: object = {}, idempotencyKey?: string) =>
  shop.run("create-campaign", { ...example, ...input }, idempotencyKey ? { idempotencyKey } : {});

async function drafts() {
  const campaigns = await shop.context.store.list("campaign", campaignSchema);
  return campaigns.map(({ data }) => data).filter(({ settings }) => settings.title.includes("Patchbay"));
}

describe("a campaign", () => {
  test("is a draft to the audience, from the template, under the audience's own name", async () => {
    const output = await create();
    expect(output).toMatchObject({ status: "save", wasThereAlready: false });
    expect(output.url).toMatch(/^https:\/\/us21\.admin\.mailchimp\.com\/campaigns\/show\/\?id=\d+$/);
    expect(await drafts()).toMatchObject([
      {
        id: output.campaignId,
        list_id: "6f1a9c04b2",
        settings: {
          from_name: shop.account.label,
          reply_to: "hello@example.com",
          template_id: 10_013_418,
          subject_line: "What is on the table in November",
        },
      },
    ]);
  });

  test("from a template of the newer editor says so, or Mailchimp would refuse it", async () => {
    await create({ template: "10013522", title: "Fado", fromName: "Ana", replyTo: "ana@example.com" });
    expect(await drafts()).toMatchObject([
      { content_type: "multichannel", settings: { from_name: "Ana", reply_to: "ana@example.com" } },
    ]);
  });

  test("is made once for each key, though it looks like another", async () => {
    const first = await create({}, "dlv_1");
    const second = await create({}, "dlv_2");
    expect(second.campaignId).not.toBe(first.campaignId);
    expect(await create({}, "dlv_1")).toEqual({ ...first, wasThereAlready: true });
    expect(await drafts()).toHaveLength(2);
  });

  test("is found again though it was sent meanwhile", async () => {
    const first = await create({}, "dlv_1");
    await shop.run("send-campaign", { campaign: first.campaignId });
    expect(await create({}, "dlv_1")).toMatchObject({ campaignId: first.campaignId, status: "sending" });
  });

  test("with a long subject has a title that Mailchimp takes", async () => {
    await create({ subject: "x".repeat(150) });
    expect((await drafts())[0]?.settings.title.length).toBeLessThanOrEqual(100);
  });
});

describe("a campaign that cannot be made", () => {
  test("for its template is gone, or its audience, says which", async () => {
    await expect(create({ template: "99" })).rejects.toMatchObject({
      kind: "not_found",
      message: expect.stringContaining("template"),
    });
    await expect(create({ audience: "0000000000" })).rejects.toMatchObject({
      kind: "not_found",
      message: expect.stringContaining("audience"),
    });
    expect(await drafts()).toEqual([]);
  });

  test("for nobody is named as its sender says so", async () => {
    const id = "6f1a9c04b2";
    const list = await shop.context.store.get("list", id, z.looseObject({}));
    const campaign_defaults = { from_name: "", from_email: "", subject: "", language: "en" };
    await shop.context.store.put("list", id, { ...list, campaign_defaults });
    await expect(create()).rejects.toMatchObject({
      kind: "invalid_input",
      message: expect.stringContaining("sender"),
    });
  });
});
