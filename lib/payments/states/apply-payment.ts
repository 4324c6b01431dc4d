import { and, eq, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { charges } from "#db/schema/payments.ts";
import { newId } from "#lib/ids.ts";
import type { PaymentState } from "#lib/providers/contract/payments.ts";
import { recordSale } from "#lib/revenue/sales/record-sale.ts";
import { storable } from "#lib/text.ts";
import type { ChargedAccount } from "./account.ts";
import { nextLookAt } from "./look-times.ts";
import { tellPaid } from "./order-events.ts";
import { saidColumns } from "./said-columns.ts";

export type ChargeRow = typeof charges.$inferSelect;

/**
 * Writes how a payment stands at its provider: on the row that asked for it, found by the key that the payment bears or
 * by the provider's ids, or on a new one. Whoever has fetched a payment comes here: the request itself, a look-up, a
 * message, the sweep. In any order and however often the outcome is the same: what has succeeded stays so.
 * @param origin of a row that is new; one that bears a key of ours was made by an automation's action
 * @returns the row as it stands then; null = another merchant's, or one that others began and nobody has paid
 */
export async function applyPayment(
  tx: Tx,
  account: ChargedAccount,
  state: PaymentState,
  origin: ChargeRow["origin"] = "provider",
): Promise<ChargeRow | null> {
  await lockPayment(tx, account, state);
  const known = await findCharge(tx, account, state);
  // What others began and nobody has paid is no payment.
  if (!known && state.chargeId === null && state.mark === null) return null;
  if (!known) return insertCharge(tx, account, state, origin);
  const [row] = await tx
    .update(charges)
    .set(findChanges(known, state))
    .where(eq(charges.id, known.id))
    .returning();
  if (row?.status === "succeeded") {
    if (known.status !== "succeeded") await tellPaid(tx, row);
    await recordSale(tx, row.id);
  }
  return row ?? null;
}

/** Two that find the same payment at once make one row of it. */
async function lockPayment(
  tx: Tx,
  { provider, environment, accountId }: ChargedAccount,
  state: PaymentState,
): Promise<void> {
  const own = state.paymentId ?? state.chargeId ?? state.sessionId ?? "";
  const name = ["payment", provider, environment, accountId, own].join("\n");
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}

async function findCharge(
  tx: Tx,
  account: ChargedAccount,
  { mark, sessionId, paymentId, chargeId }: PaymentState,
): Promise<ChargeRow | undefined> {
  const same: SQL[] = [];
  if (mark !== null) same.push(eq(charges.id, mark));
  if (chargeId !== null) same.push(eq(charges.chargeId, chargeId));
  if (paymentId !== null) same.push(eq(charges.paymentId, paymentId));
  if (sessionId !== null) same.push(eq(charges.sessionId, sessionId));
  if (same.length === 0) return undefined;
  const rows = await tx
    .select()
    .from(charges)
    .where(and(inAccount(account), or(...same)))
    .orderBy(charges.id)
    .for("update");
  return rows.find((row) => row.id === mark) ?? rows[0];
}

function inAccount({ merchantId, provider, environment, accountId }: ChargedAccount) {
  return and(
    eq(charges.merchantId, merchantId),
    eq(charges.provider, provider),
    eq(charges.environment, environment),
    eq(charges.accountId, accountId),
  );
}

async function insertCharge(
  tx: Tx,
  { merchantId, integrationId, provider, environment, accountId }: ChargedAccount,
  state: PaymentState,
  origin: ChargeRow["origin"],
): Promise<ChargeRow | null> {
  const { mark, amount, currency, fee, orderId, description, customer, createdAt } = state;
  const row = {
    id: newId("chg"),
    merchantId,
    integrationId,
    provider,
    environment,
    accountId,
    origin: mark === null ? origin : ("automation" as const),
    // What keeps an automation from taking it twice, under which its fee was decided.
    key: mark === null ? null : storable(mark).slice(0, 255),
    amount,
    currency,
    fee,
    orderId: orderId === null ? null : storable(orderId),
    description: description === null ? null : storable(description),
    customer,
    createdAt,
    ...toColumns(state),
    ...getRefs(state),
    lookDueAt: nextLookAt({ status: state.status, looks: 0 }),
    attributeDueAt: state.status === "succeeded" && orderId !== null ? new Date() : null,
  };
  const [written] = await tx.insert(charges).values(row).onConflictDoNothing().returning();
  if (written?.status === "succeeded") await recordSale(tx, written.id);
  return written ?? null;
}

function findChanges(known: ChargeRow, state: PaymentState): Partial<ChargeRow> {
  const refs = getRefs(state);
  const ids = {
    sessionId: known.sessionId ?? refs.sessionId,
    paymentId: refs.paymentId ?? known.paymentId,
    chargeId: refs.chargeId ?? known.chargeId,
  };
  if (isOver(known.status, state.status)) return { ...ids, chargeId: known.chargeId ?? refs.chargeId };
  const status = isOneTry(known, state) ? "waiting" : state.status;
  const hasMoved = status !== known.status;
  return {
    ...ids,
    ...toColumns(state),
    status,
    url: status === "waiting" ? (state.url ?? known.url) : null,
    paidAt: state.paidAt ?? known.paidAt,
    ...(status === "succeeded" ? { amount: state.amount, fee: state.fee ?? known.fee } : {}),
    ...(status === "succeeded" && hasMoved && known.orderId !== null ? { attributeDueAt: new Date() } : {}),
    ...(hasMoved ? { looks: 0, updatedAt: new Date() } : {}),
    lookDueAt: nextLookAt({ status, looks: hasMoved ? 0 : known.looks }),
  };
}

/** A card was declined while the guest sits before a page: they may try another, as long as the page is open. */
function isOneTry({ mode }: ChargeRow, { status, sessionId }: PaymentState): boolean {
  if (status !== "failed") return false;
  return mode === "intent" || (mode === "checkout" && sessionId === null);
}

/** What a provider cannot take back, whatever an older answer says. */
function isOver(before: ChargeRow["status"], now: PaymentState["status"]): boolean {
  if (before === "succeeded") return now !== "succeeded";
  return before === "ended" && now !== "succeeded" && now !== "ended";
}

function getRefs({ sessionId, paymentId, chargeId }: PaymentState) {
  return { sessionId, paymentId, chargeId };
}

function toColumns({ status, providerStatus, url, paidAt, said, detail }: PaymentState) {
  return {
    status,
    providerStatus: storable(providerStatus),
    url,
    paidAt,
    ...saidColumns(said, detail),
  };
}
