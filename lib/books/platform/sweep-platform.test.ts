import { and, eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { ledgerDifferences, ledgerJournals } from "#db/schema/ledger.ts";
import { paymentAccounts } from "#db/schema/payment-accounts.ts";
import { newId } from "#lib/ids.ts";
import type { PaymentAccountRow } from "#lib/ledger/looks/payment-account.ts";
import { createMovement } from "#lib/ledger/testing/movements.ts";
import type { PlatformBooks } from "#lib/providers/contract/payments.ts";
import { openScriptedAccount, scriptedPlatform } from "../testing/scripted-books.ts";
import { ensurePlatformAccount, platformMerchantId } from "./platform-merchant.ts";
import { sweepPlatform } from "./sweep-platform.ts";

const place = { provider: "stripe", environment: "live" } as const;
const hourMs = 3_600_000;
const noon = new Date("2026-10-02T12:00:00Z");
const before = (hours: number) => new Date(noon.getTime() - hours * hourMs);

async function openPlatform(over: Partial<PaymentAccountRow> = {}) {
  const { id } = await db().transaction((tx) =>
    ensurePlatformAccount(tx, { ...place, accountId: newId("sbx") }),
  );
  if (Object.keys(over).length > 0) {
    await db().update(paymentAccounts).set(over).where(eq(paymentAccounts.id, id));
  }
  return read(id);
}

async function read(id: string): Promise<PaymentAccountRow> {
  const [row] = await db().select().from(paymentAccounts).where(eq(paymentAccounts.id, id));
  if (!row) throw new Error("The account is gone.");
  return row;
}

const earned = (id: string, at: Date) => ({
  movement: {
    ...createMovement({ id, kind: "platform_fee", currency: "USD", amount: 180 }),
    at,
    availableAt: at,
  },
  fee: null,
});

type Pages = Record<string, Awaited<ReturnType<PlatformBooks["movements"]>>>;

/** A list in pages by their cursors, the first one's being empty; what it was asked for. */
function listing(pages: Pages, onPage: () => Promise<void> = async () => {}) {
  const asked: string[] = [];
  const ask = scriptedPlatform({
    movements: async (_, { since, cursor }) => {
      asked.push(`${since?.toISOString() ?? "all"} ${cursor ?? ""}`.trim());
      await onPage();
      return pages[cursor ?? ""] ?? { items: [], unread: [], next: null };
    },
  });
  return { ask, asked };
}

const booked = async ({ accountId }: PaymentAccountRow) => {
  const rows = await db().select().from(ledgerJournals).where(eq(ledgerJournals.accountId, accountId));
  return rows.map(({ merchantId, book, sourceId }) => `${merchantId} ${book} ${sourceId}`).toSorted();
};

test("the platform's movements are read page by page under a lease, once each, and from an hour before the newest on", async () => {
  const account = await openPlatform({
    failures: 3,
    failureCode: "app_unreadable",
    failureParams: {},
    failureDetail: "said",
  });
  const leases: (Date | null)[] = [];
  const pages: Pages = {
    "": { items: [earned("txn_3", before(1))], unread: [], next: "c1" },
    // A list that names its own place as the next one has come to its end.
    c1: { items: [earned("txn_2", noon), earned("txn_1", before(9))], unread: [], next: "c1" },
  };
  const { ask, asked } = listing(pages, async () => {
    leases.push((await read(account.id)).sweepDueAt);
  });
  expect(await sweepPlatform(account, ask)).toBe(true);
  expect(asked).toEqual(["all", "all c1"]);
  expect(await booked(account)).toEqual(
    ["txn_1", "txn_2", "txn_3"].map((id) => `${platformMerchantId} platform ${id}`),
  );
  expect(leases[1]?.getTime()).toBeGreaterThan(Date.now() + 60_000);
  const whole = await read(account.id);
  expect(whole).toMatchObject({
    sweep: null,
    readUntil: noon,
    failures: 0,
    failureCode: null,
    failureParams: null,
    failureDetail: null,
  });
  expect(whole.sweepDueAt?.getTime()).toBeGreaterThan(Date.now() + 4 * 60_000);
  expect(whole.sweepDueAt?.getTime()).toBeLessThan(Date.now() + 6 * 60_000);
  // Nothing has moved since: it was read up to the same moment.
  const again = listing({});
  expect(await sweepPlatform(whole, again.ask)).toBe(true);
  expect(again.asked).toEqual([before(1).toISOString()]);
  expect((await read(account.id)).readUntil).toEqual(noon);
  expect(await booked(account)).toHaveLength(3);
});

test("where nothing has moved yet it was read up to the beginning of time, and what was not understood is put right", async () => {
  const account = await openPlatform();
  await sweepPlatform(account, listing({}).ask);
  expect((await read(account.id)).readUntil).toEqual(new Date(0));
  const { movement, fee } = earned("txn_odd", noon);
  const odd = { movement: { ...movement, kind: "unknown" as const, providerKind: "application_fee" }, fee };
  await sweepPlatform(await read(account.id), listing({ "": { items: [odd], unread: [], next: null } }).ask);
  const ids = (await booked(account)).map((line) => line.replace(`${platformMerchantId} platform `, ""));
  expect(ids).toEqual(["txn_odd", "txn_odd understood"]);
});

test("a reading whose time is up is due at once, and goes on where it stopped", async () => {
  const account = await openPlatform();
  const pages: Pages = {
    "": { items: [earned("txn_2", noon)], unread: [], next: "c1" },
    c1: { items: [earned("txn_1", before(9))], unread: [], next: null },
  };
  const first = listing(pages);
  expect(await sweepPlatform(account, first.ask, () => true)).toBe(false);
  const stopped = await read(account.id);
  expect(stopped).toMatchObject({ readUntil: null, sweep: { cursor: "c1", newest: noon.toISOString() } });
  expect(stopped.sweepDueAt?.getTime()).toBeLessThan(Date.now() + 30_000);
  const rest = listing(pages);
  expect(await sweepPlatform(stopped, rest.ask)).toBe(true);
  expect([...first.asked, ...rest.asked]).toEqual(["all", "all c1"]);
  expect(await read(account.id)).toMatchObject({ sweep: null, readUntil: noon });
});

test("a movement that cannot be read is a question until it can be, and other accounts of the platform stay as they are", async () => {
  const account = await openPlatform({ sweepDueAt: null });
  const other = await openPlatform({ sweepDueAt: null });
  const unread = [{ id: "txn_torn", reason: "amount" }];
  const questions = () =>
    db()
      .select({ code: ledgerDifferences.code, subject: ledgerDifferences.subject })
      .from(ledgerDifferences)
      .where(and(eq(ledgerDifferences.accountId, account.accountId), isNull(ledgerDifferences.closedAt)));
  const torn = listing({ "": { items: [], unread, next: null } });
  await sweepPlatform(account, torn.ask, () => true);
  expect(await questions()).toEqual([{ code: "movement_unreadable", subject: "txn_torn" }]);
  const readable = listing({ "": { items: [earned("txn_torn", noon)], unread: [], next: null } });
  await sweepPlatform(account, readable.ask);
  expect(await questions()).toEqual([]);
  expect(await read(other.id)).toEqual(other);
});

test("the platform's account is one row for each place, beside a merchant's of the same name, due at once", async () => {
  const theirs = await openScriptedAccount(place);
  const { accountId } = theirs;
  const ensure = (where: { environment: "live" | "sandbox"; accountId: string }) =>
    db().transaction((tx) => ensurePlatformAccount(tx, { provider: "stripe", ...where }));
  const made = await ensure({ environment: "live", accountId });
  expect(made).toMatchObject({ merchantId: platformMerchantId, book: "platform", integrationId: null });
  expect(made.sweepDueAt?.getTime()).toBeLessThanOrEqual(Date.now() + 1_000);
  expect((await ensure({ environment: "live", accountId })).id).toBe(made.id);
  const rows = await db().select().from(paymentAccounts).where(eq(paymentAccounts.accountId, accountId));
  expect(rows.map(({ id }) => id).toSorted()).toEqual([theirs.id, made.id].toSorted());
});
