import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { type ProviderTest, startProviderTest } from "#lib/providers/testing/provider-test.ts";
import { mailchimp } from "../provider.ts";
import { commands } from "../sandbox/commands.ts";
import { subscribe, unsubscribe } from "./subscribe.ts";

const url = "http://localhost:3000/api/inbound/mailchimp/int_1";
const webhookSchema = z.looseObject({
  id: z.string(),
  list_id: z.string(),
  url: z.string(),
  events: z.record(z.string(), z.boolean()),
  sources: z.record(z.string(), z.boolean()),
});

let shop: ProviderTest;
beforeEach(async () => {
  shop = await startProviderTest(mailchimp, { settings: { dc: "us21" } });
});
afterEach(() => shop.stop());

async function webhooks() {
  return (await shop.context.store.list("webhook", webhookSchema)).map(({ data }) => data);
}

describe("webhooks", () => {
  test("are set up for each audience, at the secret address, and not for what we do ourselves", async () => {
    await subscribe(shop.call(), { url, secret: "the-secret" });
    expect(await webhooks()).toMatchObject(
      ["6f1a9c04b2", "c83d5e7f10"].map((list_id) => ({
        list_id,
        url: `${url}?key=the-secret`,
        events: { unsubscribe: true, cleaned: true, upemail: true, profile: true, campaign: true },
        sources: { user: true, admin: true, api: false },
      })),
    );
  });

  test("that are there are left as they are", async () => {
    await subscribe(shop.call(), { url, secret: "the-secret" });
    const before = await webhooks();
    await subscribe(shop.call(), { url, secret: "the-secret" });
    expect(await webhooks()).toEqual(before);
  });

  test("whose secret is an old one, or that somebody changed, are repaired", async () => {
    await subscribe(shop.call(), { url, secret: "an-old-secret" });
    const before = await webhooks();
    await subscribe(shop.call(), { url, secret: "the-secret" });
    const after = await webhooks();
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after.every((webhook) => webhook.url.endsWith("?key=the-secret"))).toBe(true);
    const [first] = after;
    if (first) {
      const events = { ...first.events, unsubscribe: false };
      await shop.context.store.put("webhook", `${first.list_id}:${first.id}`, { ...first, events });
    }
    await subscribe(shop.call(), { url, secret: "the-secret" });
    expect(await webhooks()).toEqual(after);
  });

  test("come to an audience that is new, and the others stay", async () => {
    await subscribe(shop.call(), { url, secret: "the-secret" });
    const [, second] = await webhooks();
    if (second) await shop.context.store.remove("webhook", `${second.list_id}:${second.id}`);
    await subscribe(shop.call(), { url, secret: "the-secret" });
    expect((await webhooks()).map(({ list_id }) => list_id)).toEqual(["6f1a9c04b2", "c83d5e7f10"]);
  });

  test("are taken back, and those of others stay", async () => {
    const theirs = "https://other.example/hook";
    await subscribe(shop.call(), { url: theirs, secret: "theirs" });
    await subscribe(shop.call(), { url, secret: "the-secret" });
    await unsubscribe(shop.call(), { url });
    expect((await webhooks()).map((webhook) => webhook.url)).toEqual([
      `${theirs}?key=theirs`,
      `${theirs}?key=theirs`,
    ]);
  });

  test("of an audience that was deleted are missed by nobody", async () => {
    await subscribe(shop.call(), { url, secret: "the-secret" });
    await commands["delete-audience"]?.run(shop.context);
    await subscribe(shop.call(), { url, secret: "the-secret" });
    await unsubscribe(shop.call(), { url });
    expect(await webhooks()).toEqual([]);
  });
});
