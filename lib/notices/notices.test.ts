import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { z } from "zod";
import { db } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import { notices } from "#db/schema/notices.ts";
import { memberships, users } from "#db/schema/tenancy.ts";
import { createTestApiKey } from "#db/testing/api-key.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { noticeEndpoints } from "#lib/api/notices.ts";
import type { Ctx } from "#lib/auth/context.ts";
import type { Role } from "#lib/auth/permissions.ts";
import { say } from "#lib/failures/say.ts";
import { newId } from "#lib/ids.ts";
import { handle } from "#lib/transport/handle.ts";
import { callRoute } from "#lib/transport/testing.ts";
import { claimNotice } from "./claim-notice.ts";
import { enqueueNotices } from "./enqueue-notices.ts";
import { listNotices } from "./list-notices.ts";
import { sendNotices } from "./send-notices.ts";
import { startMailServer } from "./testing/mail-server.ts";

const told = (subject: string, text = "Connect it again.") => say("notice_verbatim", { subject, text });
const notice = { said: told("Shopify needs you") };

/** A merchant with a person of each given role, and their addresses. */
async function merchantWith(...roles: Role[]): Promise<{ ctx: Ctx; emails: string[] }> {
  const ctx = await createTestMerchant();
  const people = roles.map((role) => ({ role, id: newId("usr"), email: `${newId("usr")}@example.com` }));
  await db()
    .insert(users)
    .values(
      people.map(({ id, email }) => ({
        id,
        email,
        name: "Ana",
        passwordHash: "none",
        emailVerifiedAt: new Date(),
      })),
    );
  await db()
    .insert(memberships)
    .values(people.map(({ id, role }) => ({ merchantId: ctx.merchantId, userId: id, role })));
  return { ctx, emails: people.map(({ email }) => email) };
}

const enqueue = (ctx: Ctx, change: Partial<Parameters<typeof enqueueNotices>[1]> = {}) =>
  db().transaction((tx) => enqueueNotices(tx, { merchantId: ctx.merchantId, ...notice, ...change }));

const all = async (ctx: Ctx) => (await listNotices({ ctx, input: {} })).data;

/** As if the wait were over. */
async function makeDue(ctx: Ctx): Promise<void> {
  await db()
    .update(notices)
    .set({ dueAt: sql`now() - interval '1 second'` })
    .where(eq(notices.merchantId, ctx.merchantId));
}

test("each owner and admin is told, viewers and other merchants' people are not", async () => {
  const { ctx, emails } = await merchantWith("owner", "admin", "viewer");
  await merchantWith("owner");
  expect(await enqueue(ctx)).toBe(2);
  expect((await all(ctx)).map(({ recipient }) => recipient).sort()).toEqual(emails.slice(0, 2).sort());
  expect(await enqueue(await createTestMerchant())).toBe(0);
});

test("a notice of a transaction that fails is not sent", async () => {
  const { ctx } = await merchantWith("owner");
  const failing = db().transaction(async (tx) => {
    await enqueueNotices(tx, { merchantId: ctx.merchantId, ...notice });
    throw new Error("the change failed");
  });
  await expect(failing).rejects.toThrow("the change failed");
  expect(await all(ctx)).toEqual([]);
});

test("each mail goes out once though senders race, and its row says so", async () => {
  await using server = await startMailServer(() => ({ delayMs: 20 }));
  const { ctx, emails } = await merchantWith(...Array.from({ length: 12 }, () => "admin" as const));
  await enqueue(ctx);
  await Promise.all([1, 2, 3].map(() => sendNotices(server.settings)));
  await sendNotices(server.settings);
  const mine = server.received.filter(({ recipients }) => emails.includes(recipients[0] ?? ""));
  expect(mine.map(({ recipients }) => recipients).sort()).toEqual(emails.map((email) => [email]).sort());
  expect(new Set(mine.map(({ messageId }) => messageId)).size).toBe(12);
  for (const row of await all(ctx)) {
    expect(row).toMatchObject({ status: "sent", attempts: 1, lastError: null, nextTryAt: null });
    expect(row.sentAt).not.toBeNull();
  }
});

test("a mail about an app leads to its page", async () => {
  await using server = await startMailServer();
  const { ctx, emails } = await merchantWith("owner");
  const integrationId = newId("int");
  await db().insert(integrations).values({
    id: integrationId,
    merchantId: ctx.merchantId,
    provider: "shopify",
    environment: "sandbox",
    status: "needs_attention",
    accountId: "1",
    accountLabel: "Ana's shop",
    settings: {},
    scopes: [],
  });
  await enqueue(ctx, { integrationId, said: told("Shopify\r\nBcc: eve@example.com") });
  await sendNotices(server.settings);
  const mail = server.received.find(({ recipients }) => recipients[0] === emails[0]);
  expect(mail?.recipients).toEqual(emails);
  expect(mail?.raw).toMatch(/^Subject: Shopify Bcc: eve@example\.com\r?$/m);
  expect(mail?.raw).toMatch(/\/marketplace\/shopify/);
  expect(await all(ctx)).toMatchObject([{ provider: "shopify", integrationId }]);
  expect(mail?.raw).toMatch(/^Auto-Submitted: auto-generated\r?$/m);
});

test("a refused mail is tried again after a minute under the same Message-ID, and only that one", async () => {
  const refused = new Set<string>();
  await using server = await startMailServer((recipient) =>
    refused.has(recipient) ? { refuse: { code: 451, message: "Try later" } } : {},
  );
  const { ctx, emails } = await merchantWith("owner", "admin");
  const [unlucky = ""] = emails;
  refused.add(unlucky);
  await enqueue(ctx);
  const from = Date.now();
  await sendNotices(server.settings);
  const to = Date.now();
  const waiting = (await all(ctx)).find(({ recipient }) => recipient === unlucky);
  expect(waiting).toMatchObject({
    status: "waiting",
    attempts: 1,
    lastError: "The mail server refused it: 451 Try later",
  });
  const nextTryAt = Date.parse(waiting?.nextTryAt ?? "");
  expect(nextTryAt).toBeGreaterThanOrEqual(from + 59_000);
  expect(nextTryAt).toBeLessThanOrEqual(to + 61_000);

  refused.clear();
  await sendNotices(server.settings);
  expect(server.received.filter(({ recipients }) => recipients[0] === unlucky)).toEqual([]);
  await makeDue(ctx);
  await sendNotices(server.settings);
  expect((await all(ctx)).map(({ status, attempts }) => [status, attempts]).sort()).toEqual([
    ["sent", 1],
    ["sent", 2],
  ]);
  const mine = server.received.filter(({ recipients }) => emails.includes(recipients[0] ?? ""));
  expect(mine).toHaveLength(2);
  expect(mine.find(({ recipients }) => recipients[0] === unlucky)?.messageId).toContain(waiting?.id);
});

test("after five refusals it is given up, and stays in the list", async () => {
  await using server = await startMailServer(() => ({ refuse: { code: 550, message: "No such user" } }));
  const { ctx, emails } = await merchantWith("owner");
  await enqueue(ctx);
  const waitsMs: number[] = [];
  for (let tries = 0; tries < 7; tries += 1) {
    await sendNotices(server.settings);
    const [row] = await all(ctx);
    if (row?.nextTryAt) waitsMs.push(Date.parse(row.nextTryAt) - Date.now());
    await makeDue(ctx);
  }
  expect(waitsMs.map((ms) => Math.round(ms / 60_000))).toEqual([1, 5, 30, 120]);
  expect(await all(ctx)).toMatchObject([
    { status: "failed", attempts: 5, lastError: "The mail server refused it: 550 No such user" },
  ]);
  expect(server.asked.filter((recipient) => recipient === emails[0])).toHaveLength(5);
});

test("a server that is not there is a try like any other", async () => {
  const { ctx } = await merchantWith("owner");
  await enqueue(ctx);
  await sendNotices({ smtpUrl: "smtp://127.0.0.1:9", from: "notices@example.com" });
  expect(await all(ctx)).toMatchObject([
    { status: "waiting", attempts: 1, lastError: "The mail server could not be reached." },
  ]);
});

test("what a sender had claimed when it died is sent by another once the lease is over, not before", async () => {
  await using server = await startMailServer();
  await sendNotices(server.settings);
  const { ctx, emails } = await merchantWith("owner");
  await enqueue(ctx);
  expect(await claimNotice()).toMatchObject({ recipient: emails[0], attempts: 1 });
  await sendNotices(server.settings);
  expect(await all(ctx)).toMatchObject([{ status: "waiting" }]);
  await makeDue(ctx);
  await sendNotices(server.settings);
  expect(await all(ctx)).toMatchObject([{ status: "sent", attempts: 2 }]);
});

test("without a mail server a notice is kept as unsent, and not sent later as old news", async () => {
  await using server = await startMailServer();
  const { ctx, emails } = await merchantWith("owner");
  await enqueue(ctx);
  expect((await sendNotices(null)).unsent).toBeGreaterThan(0);
  await makeDue(ctx);
  await sendNotices(server.settings);
  expect(await all(ctx)).toMatchObject([{ status: "unsent", attempts: 0, body: "Connect it again." }]);
  expect(server.asked).not.toContain(emails[0]);
});

const pageSchema = z.object({
  data: z.array(z.looseObject({ id: z.string(), status: z.string() })),
  nextCursor: z.string().nullable(),
});

test("GET /api/notices lists the merchant's own, newest first, page by page and by status", async () => {
  const { ctx } = await merchantWith("owner");
  const stranger = await merchantWith("owner");
  await enqueue(stranger.ctx);
  for (const subject of ["one", "two", "three"]) await enqueue(ctx, { said: told(subject) });
  const key = await createTestApiKey(ctx, ["read"]);
  const get = async (query: string) => {
    const path = `/api/notices${query}`;
    return pageSchema.parse(
      (await callRoute(handle(noticeEndpoints.listNotices), { method: "GET", path, key })).json,
    );
  };
  const first = await get("?limit=2");
  const second = await get(`?limit=2&cursor=${first.nextCursor}`);
  expect([...first.data, ...second.data].map(({ subject }) => subject)).toEqual(["three", "two", "one"]);
  expect(second.nextCursor).toBeNull();
  expect((await get("?status=failed")).data).toEqual([]);
  expect((await get("?search=TW")).data).toMatchObject([{ subject: "two" }]);
  expect((await get("?search=%25w")).data).toEqual([]);
  const blind = await createTestApiKey(ctx, ["events:write"]);
  const refused = await callRoute(handle(noticeEndpoints.listNotices), {
    method: "GET",
    path: "/api/notices",
    key: blind,
  });
  expect(refused.status).toBe(403);
});
