import { eq } from "drizzle-orm";
import { Webhook } from "standardwebhooks";
import { describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { sandboxInboxRequests } from "#db/schema/sandbox.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { maskedValue } from "#lib/crypto/mask.ts";
import { insertEvents } from "#lib/events/insert-events.ts";
import { createWebhook } from "#lib/webhooks/create-webhook.ts";
import { createInbox, getInbox, listInboxes, updateInbox } from "./inboxes.ts";
import { listInboxRequests } from "./list-inbox-requests.ts";
import { receiveInboxRequest } from "./receive-request.ts";

const body = '{"type":"order.paid","data":{}}';

function signed(secret: string, sentBody = body, at = new Date()): Record<string, string> {
  return {
    "webhook-id": "evt_1",
    "webhook-timestamp": String(Math.floor(at.getTime() / 1_000)),
    "webhook-signature": new Webhook(secret).sign("evt_1", at, sentBody),
  };
}

/** An inbox of a new merchant with a webhook that points at it. */
async function setInbox() {
  const ctx = await createTestMerchant();
  const inbox = await createInbox({ ctx, input: { name: "Till" } });
  const webhook = await createWebhook({ ctx, input: { url: inbox.url, eventTypes: ["*"] } });
  return { ctx, inbox, webhook };
}

async function onlyRequest(ctx: Ctx, id: string) {
  const { data } = await listInboxRequests({ ctx, input: { id } });
  expect(data).toHaveLength(1);
  return data[0];
}

const otherSecret = `whsec_${Buffer.from("another secret, 24 bytes").toString("base64")}`;

describe("the signature of what arrives", () => {
  test("verifies with the secret of the webhook that points here", async () => {
    const { ctx, inbox, webhook } = await setInbox();
    const headers = signed(webhook.secret);
    expect(await receiveInboxRequest({ inboxId: inbox.id, headers, body })).toBe(200);
    expect(await onlyRequest(ctx, inbox.id)).toMatchObject({
      isSignatureValid: true,
      signatureProblem: null,
      answeredStatus: 200,
      body,
      headers,
    });
  });

  test("verifies where one of several webhooks that point here signed it", async () => {
    const { ctx, inbox } = await setInbox();
    const second = await createWebhook({ ctx, input: { url: inbox.url, eventTypes: ["qr.scanned"] } });
    await receiveInboxRequest({ inboxId: inbox.id, headers: signed(second.secret), body });
    expect(await onlyRequest(ctx, inbox.id)).toMatchObject({ isSignatureValid: true });
  });

  test.each([
    ["another secret", signed(otherSecret), body, /signature/i],
    ["no signature at all", {}, body, /headers/i],
    ["an old timestamp", signed(otherSecret, body, new Date(Date.now() - 3_600_000)), body, /timestamp/i],
  ])("does not verify with %s, and says why", async (_, headers, sentBody, reason) => {
    const { ctx, inbox } = await setInbox();
    await receiveInboxRequest({ inboxId: inbox.id, headers, body: sentBody });
    const request = await onlyRequest(ctx, inbox.id);
    expect(request).toMatchObject({ isSignatureValid: false });
    expect(request?.signatureProblem).toMatch(reason);
  });

  test("does not verify when the body was changed on the way", async () => {
    const { ctx, inbox, webhook } = await setInbox();
    const headers = signed(webhook.secret);
    await receiveInboxRequest({ inboxId: inbox.id, headers, body: body.replace("paid", "PAID") });
    expect(await onlyRequest(ctx, inbox.id)).toMatchObject({ isSignatureValid: false });
  });

  test("cannot verify while no webhook points here, and that is what it says", async () => {
    const ctx = await createTestMerchant();
    const inbox = await createInbox({ ctx, input: { name: "Lonely" } });
    await receiveInboxRequest({ inboxId: inbox.id, headers: signed(otherSecret), body });
    expect(await onlyRequest(ctx, inbox.id)).toMatchObject({
      isSignatureValid: false,
      signatureProblem: "No webhook points at this inbox.",
    });
  });
});

test("nothing secret is kept: header values that someone set, and secrets of the webhook wherever they stand", async () => {
  const ctx = await createTestMerchant();
  const inbox = await createInbox({ ctx, input: { name: "Till" } });
  const auth = { type: "bearer", token: "tok_of_the_till" } as const;
  const input = { url: inbox.url, eventTypes: ["*"], headers: { "x-shop": "shop-secret" }, auth };
  const webhook = await createWebhook({ ctx, input });
  const sentBody = JSON.stringify({ seen: ["tok_of_the_till", "shop-secret"] });
  const headers = {
    ...signed(webhook.secret, sentBody),
    "content-type": "application/json",
    authorization: "Bearer tok_of_the_till",
    "x-shop": "shop-secret",
    cookie: "session=of-someone-else",
  };
  await receiveInboxRequest({ inboxId: inbox.id, headers, body: sentBody });
  const request = await onlyRequest(ctx, inbox.id);
  expect(request).toMatchObject({
    isSignatureValid: true,
    headers: {
      "webhook-id": "evt_1",
      "content-type": "application/json",
      authorization: maskedValue,
      "x-shop": maskedValue,
      cookie: maskedValue,
    },
  });
  const [row] = await db()
    .select()
    .from(sandboxInboxRequests)
    .where(eq(sandboxInboxRequests.inboxId, inbox.id));
  for (const secret of ["tok_of_the_till", "shop-secret", "of-someone-else"]) {
    expect(JSON.stringify(row)).not.toContain(secret);
  }
});

test("what an earlier version kept as it came is masked when it is read", async () => {
  const { ctx, inbox } = await setInbox();
  await receiveInboxRequest({ inboxId: inbox.id, headers: {}, body });
  await db()
    .update(sandboxInboxRequests)
    .set({ headers: { authorization: "Bearer tok_of_the_till" } })
    .where(eq(sandboxInboxRequests.inboxId, inbox.id));
  expect(await onlyRequest(ctx, inbox.id)).toMatchObject({ headers: { authorization: maskedValue } });
});

test.each([
  ["test", true],
  ["api", false],
] as const)("an event of the origin %s is marked as a test: %s", async (origin, isTest) => {
  const { ctx, inbox, webhook } = await setInbox();
  const event = { id: "evt_1", type: "order.paid", data: {}, occurredAt: new Date() };
  await insertEvents(db(), ctx.merchantId, origin, [event]);
  await receiveInboxRequest({ inboxId: inbox.id, headers: signed(webhook.secret), body });
  expect(await onlyRequest(ctx, inbox.id)).toMatchObject({ isTest });
});

test("the id of a test, or of another merchant's test, marks nothing that Patchbay did not send", async () => {
  const { ctx, inbox } = await setInbox();
  const other = await setInbox();
  const event = { id: "evt_1", type: "order.paid", data: {}, occurredAt: new Date() };
  await insertEvents(db(), ctx.merchantId, "test", [event]);
  await receiveInboxRequest({ inboxId: inbox.id, headers: signed(otherSecret), body });
  await receiveInboxRequest({ inboxId: other.inbox.id, headers: signed(other.webhook.secret), body });
  expect(await onlyRequest(ctx, inbox.id)).toMatchObject({ isTest: false });
  expect(await onlyRequest(other.ctx, other.inbox.id)).toMatchObject({ isTest: false });
});

describe("how it answers", () => {
  test.each([301, 410, 429, 503])("with %d when told so, from the next request on", async (answerStatus) => {
    const { ctx, inbox, webhook } = await setInbox();
    await updateInbox({ ctx, input: { id: inbox.id, behaviour: "answer", answerStatus } });
    const headers = signed(webhook.secret);
    expect(await receiveInboxRequest({ inboxId: inbox.id, headers, body })).toBe(answerStatus);
    expect(await onlyRequest(ctx, inbox.id)).toMatchObject({ answeredStatus: answerStatus });
  });

  test("not at all when told to hang, and the log says so", async () => {
    const { ctx, inbox, webhook } = await setInbox();
    await updateInbox({ ctx, input: { id: inbox.id, behaviour: "hang" } });
    const headers = signed(webhook.secret);
    expect(await receiveInboxRequest({ inboxId: inbox.id, headers, body })).toBeNull();
    expect(await onlyRequest(ctx, inbox.id)).toMatchObject({ answeredStatus: null, isSignatureValid: true });
  });

  test.each(["\0", "inb_\0", "x".repeat(300), "../x", "\ud800"])(
    "with 404 at an address that was never given out: %j",
    async (inboxId) => {
      const refused = receiveInboxRequest({ inboxId, headers: {}, body });
      await expect(refused).rejects.toMatchObject({ status: 404 });
    },
  );

  test("never with a status that is none", async () => {
    const { ctx, inbox } = await setInbox();
    const change = updateInbox({ ctx, input: { id: inbox.id, answerStatus: 99 } });
    await expect(change).rejects.toMatchObject({ status: 422, fieldErrors: [{ path: "answerStatus" }] });
  });
});

describe("another merchant", () => {
  test("neither sees, reads nor changes the inbox", async () => {
    const { inbox } = await setInbox();
    const ctx = await createTestMerchant();
    const input = { id: inbox.id };
    expect((await listInboxes({ ctx })).data).toEqual([]);
    await expect(getInbox({ ctx, input })).rejects.toMatchObject({ status: 404 });
    await expect(listInboxRequests({ ctx, input })).rejects.toMatchObject({ status: 404 });
    await expect(updateInbox({ ctx, input: { ...input, behaviour: "hang" } })).rejects.toMatchObject({
      status: 404,
    });
  });

  test("cannot make its signatures verify by pointing a webhook of its own here", async () => {
    const { ctx, inbox } = await setInbox();
    const stranger = await createTestMerchant();
    const foreign = await createWebhook({ ctx: stranger, input: { url: inbox.url, eventTypes: ["*"] } });
    await receiveInboxRequest({ inboxId: inbox.id, headers: signed(foreign.secret), body });
    expect(await onlyRequest(ctx, inbox.id)).toMatchObject({ isSignatureValid: false });
  });
});

test("requests are paged newest first, each once", async () => {
  const { ctx, inbox, webhook } = await setInbox();
  for (let number = 0; number < 5; number += 1) {
    await receiveInboxRequest({
      inboxId: inbox.id,
      headers: signed(webhook.secret),
      body: `{"n":${number}}`,
    });
  }
  const first = await listInboxRequests({ ctx, input: { id: inbox.id, limit: 3 } });
  const rest = await listInboxRequests({
    ctx,
    input: { id: inbox.id, limit: 3, cursor: first.nextCursor ?? "" },
  });
  expect([...first.data, ...rest.data].map((request) => request.body)).toEqual(
    [4, 3, 2, 1, 0].map((number) => `{"n":${number}}`),
  );
  expect(rest.nextCursor).toBeNull();
});
