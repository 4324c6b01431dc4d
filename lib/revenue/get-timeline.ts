import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { readInTime } from "#db/read-in-time.ts";
import { charges, disputes, payouts, refunds } from "#db/schema/payments.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { notFound } from "#lib/errors.ts";
import { findEventKey, readEvents } from "#lib/events/event-row.ts";
import type { EntryAccount } from "#lib/ledger/accounts.ts";
import { fromIsoMinor } from "#lib/money/iso-minor.ts";
import { readJournals } from "./list-ledger.ts";
import { type TimelineStep, timelineDto, timelineInput } from "./timeline-schema.ts";

type ChargeRow = typeof charges.$inferSelect;
type Step = TimelineStep;

/** In this order where several happened at one moment: each comes of what is before it. */
const byCause = [
  "scan",
  "order_placed",
  "order_paid",
  "charge",
  "platform_fee",
  "provider_fee",
  "tax",
  "refund",
  "dispute",
  "other",
  "payout",
  "bank",
] as const satisfies readonly Step["kind"][];

/**
 * What happened around one payment, from the scan to the bank, each with its time, amount and state.
 * @throws {AppError} 404
 */
export const getTimeline = defineVerb({
  permission: "read",
  input: timelineInput,
  output: timelineDto,
  async run({ ctx, input: { id } }) {
    const { merchantId } = ctx;
    return readInTime(async (tx) => {
      const [charge] = await tx
        .select()
        .from(charges)
        .where(and(eq(charges.merchantId, merchantId), eq(charges.id, id)));
      if (!charge) throw notFound("payment");
      const money = await readMoney(tx, charge);
      const steps = [
        ...(await readOrigin(tx, charge)),
        chargeStep(charge),
        ...money.steps,
        ...(await readRefunds(tx, charge)),
        ...(await readDisputes(tx, charge)),
        ...money.payouts.flatMap(payoutSteps),
      ].sort(
        (one, other) =>
          Date.parse(one.at) - Date.parse(other.at) ||
          byCause.indexOf(one.kind) - byCause.indexOf(other.kind),
      );
      return {
        chargeId: id,
        isComplete: charge.attributeDueAt === null && money.payouts.some(({ isFinal }) => isFinal),
        steps,
      };
    });
  },
});

const none = { amount: null, currency: null, state: null, isPlanned: false, about: null } as const;

/** The scan and the order, as their events told of them. */
async function readOrigin(
  tx: Tx,
  { merchantId, scanEventId, orderEventId, qrCodeId, tableNumber }: ChargeRow,
): Promise<Step[]> {
  const ids = [scanEventId, orderEventId].filter((id) => id !== null);
  const keys = (await Promise.all(ids.map((id) => findEventKey(tx, merchantId, id)))).filter(
    (key) => key !== null,
  );
  const rows = await readEvents(tx, merchantId, keys);
  return rows.map(({ event }): Step => {
    const { number, totalAmount, currency } = event.facts;
    const isScan = event.type === "qr.scanned";
    return {
      ...none,
      kind: isScan ? "scan" : event.type === "order.paid" ? "order_paid" : "order_placed",
      at: event.occurredAt.toISOString(),
      amount:
        typeof totalAmount === "number" && typeof currency === "string"
          ? fromIsoMinor(totalAmount, currency)
          : null,
      currency: typeof currency === "string" ? currency : null,
      about: isScan ? (tableNumber ?? qrCodeId) : typeof number === "string" ? number : null,
      id: event.id,
      link: `/events/${encodeURIComponent(event.id)}`,
    };
  });
}

function chargeStep({ id, amount, currency, status, paidAt, createdAt, orderId }: ChargeRow): Step {
  return {
    ...none,
    kind: "charge",
    at: (paidAt ?? createdAt).toISOString(),
    amount,
    currency,
    state: status,
    about: orderId,
    id,
    link: `/payments/charges/${id}`,
  };
}

async function readRefunds(tx: Tx, { id, merchantId }: ChargeRow): Promise<Step[]> {
  const rows = await tx
    .select()
    .from(refunds)
    .where(and(eq(refunds.merchantId, merchantId), eq(refunds.chargeId, id)))
    .orderBy(asc(refunds.createdAt));
  return rows.map(
    (row): Step => ({
      ...none,
      kind: "refund",
      at: row.createdAt.toISOString(),
      amount: row.amount === 0 ? 0 : -row.amount,
      currency: row.currency,
      state: row.status,
      about: row.reason,
      id: row.id,
      link: `/payments/charges/${id}`,
    }),
  );
}

async function readDisputes(tx: Tx, { id, merchantId }: ChargeRow): Promise<Step[]> {
  const rows = await tx
    .select()
    .from(disputes)
    .where(and(eq(disputes.merchantId, merchantId), eq(disputes.chargeId, id)))
    .orderBy(asc(disputes.openedAt));
  return rows.map(
    (row): Step => ({
      ...none,
      kind: "dispute",
      at: row.openedAt.toISOString(),
      // An inquiry has taken nothing.
      amount: row.isInquiry || row.amount === 0 ? 0 : -row.amount,
      currency: row.currency,
      state: row.status,
      about: row.reason,
      id: row.id,
      link: `/payments/disputes?charge=${id}`,
    }),
  );
}

const kindOfAccount: Partial<Record<EntryAccount, Step["kind"]>> = {
  platform_fees: "platform_fee",
  provider_fees: "provider_fee",
  dispute_fees: "provider_fee",
  taxes: "tax",
  transfers: "other",
  reserves: "other",
  adjustments: "other",
  suspense: "other",
};

/** What the ledger has of it beside payment, refunds and disputes themselves, and the payouts that these went into. */
async function readMoney(tx: Tx, { merchantId, provider, environment, accountId, chargeId }: ChargeRow) {
  if (chargeId === null) return { steps: [], payouts: [] };
  const rows = await tx.execute<{ id: string; payoutId: string | null }>(sql`
    SELECT journal.id, item.payout_id AS "payoutId" FROM ledger_journals journal
    LEFT JOIN LATERAL (
      SELECT payout_items.payout_id FROM payout_items JOIN payouts ON payouts.id = payout_items.payout_id
      WHERE payout_items.merchant_id = journal.merchant_id AND payout_items.source_id = journal.source_id
        AND payouts.provider = journal.provider AND payouts.environment = journal.environment
        AND payouts.account_id = journal.account_id
    ) item ON true
    WHERE journal.merchant_id = ${merchantId} AND journal.payment_id = ${chargeId} AND journal.provider = ${provider}
      AND journal.environment = ${environment} AND journal.account_id = ${accountId} AND journal.book = 'merchant'
    ORDER BY journal.effective_at, journal.id LIMIT 200`);
  const ids = [...new Set([...rows].map(({ id }) => id))];
  const journals = await readJournals(tx, merchantId, ids, []);
  const steps = journals.flatMap((journal) =>
    journal.entries.flatMap(({ account, amount }): Step[] => {
      const kind = kindOfAccount[account];
      if (kind === undefined) return [];
      return [
        {
          ...none,
          kind,
          at: journal.at,
          amount: -amount,
          currency: journal.currency,
          about: journal.kind,
          id: journal.id,
          link: null,
        },
      ];
    }),
  );
  const payoutIds = [...new Set([...rows].flatMap(({ payoutId }) => payoutId ?? []))];
  const found =
    payoutIds.length === 0
      ? []
      : await tx
          .select()
          .from(payouts)
          .where(and(eq(payouts.merchantId, merchantId), inArray(payouts.id, payoutIds)))
          .orderBy(asc(payouts.createdAt));
  return { steps, payouts: found };
}

function payoutSteps(row: typeof payouts.$inferSelect): Step[] {
  const common = { ...none, currency: row.currency, state: row.status, about: row.payoutId, id: row.id };
  const link = `/payments/payouts/${row.id}`;
  const amount = row.amount === 0 ? 0 : -row.amount;
  return [
    { ...common, kind: "payout", at: row.createdAt.toISOString(), amount, link },
    {
      ...common,
      kind: "bank",
      at: row.arrivesAt.toISOString(),
      amount: row.amount,
      isPlanned: row.status !== "paid",
      link,
    },
  ];
}
