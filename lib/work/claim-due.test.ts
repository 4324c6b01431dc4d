import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { notices } from "#db/schema/notices.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { newId } from "#lib/ids.ts";
import { claimDue, findNextDue, fromNow } from "./claim-due.ts";

const due = {
  table: notices,
  id: notices.id,
  dueAt: notices.dueAt,
  isWaiting: eq(notices.status, "waiting"),
};
const claim = () =>
  claimDue({ ...due, lease: { attempts: sql`${notices.attempts} + 1`, dueAt: fromNow(60_000) } });

beforeEach(async () => {
  await db().update(notices).set({ status: "sent" });
});

async function plan(dueInMs: readonly number[]): Promise<string[]> {
  const { merchantId } = await createTestMerchant();
  const rows = dueInMs.map((ms) => ({
    id: newId("not"),
    merchantId,
    recipient: "a@example.com",
    code: "notice_verbatim",
    params: { subject: "A", text: "B" },
    dueAt: fromNow(ms),
  }));
  await db().insert(notices).values(rows);
  return rows.map(({ id }) => id);
}

test("the row that has been due for longest is claimed first, and what is not due is not", async () => {
  const [, oldest] = await plan([-1_000, -5_000, 60_000]);
  expect((await claim())?.id).toBe(oldest);
  await claim();
  expect(await claim()).toBeNull();
  expect((await findNextDue(due))?.getTime()).toBeGreaterThan(Date.now());
});

test("many that claim at once get a row each, and none twice", async () => {
  const ids = await plan(Array(30).fill(-1_000));
  const claimed = await Promise.all(Array.from({ length: 40 }, claim));
  const got = claimed.flatMap((row) => row?.id ?? []);
  expect(new Set(got).size).toBe(got.length);
  // A claim that meets a row in another's hands skips it, and may find nothing; what is left is due still.
  for (let row = await claim(); row; row = await claim()) got.push(row.id);
  expect(got.sort()).toEqual([...ids].sort());
});

test("a lease that ran out is due again, and each claim counts", async () => {
  const [id = ""] = await plan([-1_000]);
  expect((await claim())?.attempts).toBe(1);
  expect(await claim()).toBeNull();
  await db()
    .update(notices)
    .set({ dueAt: fromNow(-1) })
    .where(eq(notices.id, id));
  expect((await claim())?.attempts).toBe(2);
});

test("the next due time is that of a lease, too; none when nothing waits", async () => {
  await plan([-1_000]);
  await claim();
  const next = await findNextDue(due);
  expect(next?.getTime()).toBeGreaterThan(Date.now() + 30_000);
  await db().update(notices).set({ status: "sent" });
  expect(await findNextDue(due)).toBeNull();
});
