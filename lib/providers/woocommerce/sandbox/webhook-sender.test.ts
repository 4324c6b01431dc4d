import { afterAll, beforeAll, expect, test } from "vitest";
import type { SandboxSend } from "#lib/providers/sandbox-kit/contract.ts";
import { type ProviderTest, startProviderTest } from "#lib/providers/testing/provider-test.ts";
import { woocommerce } from "../provider.ts";
import { openShop, webhookDocument } from "./documents.ts";
import { sendWebhooks } from "./webhook-sender.ts";

let started: ProviderTest;

beforeAll(async () => {
  started = await startProviderTest(woocommerce);
});
afterAll(() => started.stop());

/** Sends to a webhook that nobody takes, while something else happens to it. */
async function sendWhile(id: string, happens: () => Promise<unknown>) {
  const { context } = started;
  await context.store.put("webhook", id, {
    name: "Orders",
    status: "active",
    topic: "order.updated",
    deliveryUrl: context.appWebhookUrl,
    secret: "s3cret",
    failureCount: 0,
    createdAt: "2026-06-10T17:45:00Z",
    modifiedAt: "2026-06-10T17:45:00Z",
  });
  const send: SandboxSend = async () => {
    await happens();
    return { status: null, text: "" };
  };
  const shop = await openShop({ ...context, afterwards: (work) => work(send) });
  await sendWebhooks(shop, "order.updated", { id: 1 });
  return context.store.get("webhook", id, webhookDocument);
}

test("what could not be sent counts against the webhook", async () => {
  expect(await sendWhile("501", async () => {})).toMatchObject({ failureCount: 1 });
});

test("a webhook that is deleted while a message to it is under way stays deleted", async () => {
  expect(await sendWhile("502", () => started.context.store.remove("webhook", "502"))).toBeNull();
});
