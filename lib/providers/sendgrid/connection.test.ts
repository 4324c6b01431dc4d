import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deriveKeys } from "#lib/sandbox/core/account-keys.ts";
import { type ProviderTest, startProviderTest } from "../testing/provider-test.ts";
import { auth } from "./auth.ts";
import { sendgrid } from "./provider.ts";
import { webhookDocument } from "./sandbox/documents.ts";
import { sandbox } from "./sandbox/sandbox.ts";

let scene: ProviderTest;
beforeAll(async () => {
  scene = await startProviderTest(sendgrid);
});
afterAll(() => scene.stop());

const restricted = () => {
  const { apiKey = "", ...settings } = deriveKeys(sandbox, scene.account)[1]?.fields ?? {};
  return { credentials: { apiKey }, settings };
};

describe("a key", () => {
  test("with full access says whose account it opens and what it may do", async () => {
    const account = await sendgrid.identify(scene.call());
    expect(account).toMatchObject({ id: expect.stringMatching(/^\d+$/), label: scene.account.label });
    expect(account.grantedScopes).toEqual(expect.arrayContaining(auth.scopes.map(({ id }) => id)));
  });

  test("that may only send names what it lacks, and is known by its own public part", async () => {
    const over = restricted();
    const account = await sendgrid.identify(scene.call(over));
    expect(account.id).toBe(`key:${over.credentials.apiKey.split(".")[1]}`);
    expect(account.grantedScopes).toContain("mail.send");
    expect(account.grantedScopes).not.toContain("messages.read");
    expect(JSON.stringify(account)).not.toContain(over.credentials.apiKey.split(".")[2]);
  });

  test("that was deleted is told to be replaced", async () => {
    const other = await startProviderTest(sendgrid);
    await sandbox.commands["delete-keys"]?.run(other.context);
    await expect(sendgrid.identify(other.call())).rejects.toMatchObject({ kind: "auth" });
    await other.stop();
  });

  test.each(["", "SG.short", "sk_live_0123456789.0123456789", "SG.0123456789 0123456789"])(
    "%j is not taken for one of SendGrid's",
    (apiKey) => {
      expect(auth.input.safeParse({ apiKey }).success).toBe(false);
    },
  );
});

describe("reports", () => {
  const url = "https://patchbay.example/api/inbound/sendgrid/int_1";
  const subscribe = () => sendgrid.inbound.subscribe?.(scene.call(), { url });
  const webhooks = () => scene.context.store.list("webhook", webhookDocument);

  test("are asked for once, signed, and the key to verify them with is kept", async () => {
    const first = await subscribe();
    const second = await subscribe();
    const kept = await webhooks();
    expect(kept).toHaveLength(1);
    expect(kept[0]?.data).toMatchObject({ url, isEnabled: true });
    expect(kept[0]?.data.events).not.toContain("open");
    expect(first).toEqual({ webhookId: kept[0]?.id, webhookPublicKey: kept[0]?.data.keys?.publicKey });
    expect(second).toEqual(first);
  });

  test("are switched on again where somebody switched them off", async () => {
    const [webhook] = await webhooks();
    if (!webhook) throw new Error("There is no webhook.");
    await scene.context.store.put("webhook", webhook.id, { ...webhook.data, isEnabled: false, events: [] });
    await subscribe();
    const [again] = await webhooks();
    expect(again?.data).toMatchObject({ isEnabled: true, events: expect.arrayContaining(["bounce"]) });
  });

  test("to one more address than the plan allows are refused in words", async () => {
    const other = { url: `${url}2` };
    await expect(sendgrid.inbound.subscribe?.(scene.call(), other)).rejects.toMatchObject({
      kind: "conflict",
      message: expect.stringContaining("plan"),
    });
  });

  test("end with the connection, and ending them twice is fine", async () => {
    await sendgrid.inbound.unsubscribe?.(scene.call(), { url });
    await sendgrid.inbound.unsubscribe?.(scene.call(), { url });
    expect(await webhooks()).toEqual([]);
  });

  test("cannot be asked for by a key that may only send", async () => {
    const asked = sendgrid.inbound.subscribe?.(scene.call(restricted()), { url });
    await expect(asked).rejects.toMatchObject({
      kind: "scope_missing",
      missingScope: "user.webhooks.event.settings.read",
    });
  });
});

describe("what can be listed", () => {
  test("templates come page by page, dynamic ones only, with the subject of the active version", async () => {
    const { templates } = sendgrid.resources;
    const first = await templates.list(scene.call(), { cursor: null, limit: 2 });
    expect(first.items).toHaveLength(2);
    expect(first.items[0]).toMatchObject({
      label: "Receipt",
      details: { subject: "Your receipt: order {{orderNumber}}" },
    });
    const second = await templates.list(scene.call(), { cursor: first.nextCursor, limit: 2 });
    expect(second).toMatchObject({
      nextCursor: null,
      items: [{ label: "Birthday treat", details: { state: expect.stringContaining("no active") } }],
    });
  });

  test("senders come page by page, verified ones only, under their address", async () => {
    const senders = sendgrid.resources["verified-senders"];
    const first = await senders.list(scene.call(), { cursor: null, limit: 2 });
    expect(first.items.map(({ id }) => id)).toEqual([
      scene.settings.fromEmail,
      expect.stringMatching(/^table@/),
    ]);
    const second = await senders.list(scene.call(), { cursor: first.nextCursor, limit: 2 });
    expect(second).toEqual({ items: [], unread: [], nextCursor: null });
  });
});
