import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { charges } from "#db/schema/payments.ts";
import { insertEvents } from "#lib/events/insert-events.ts";
import { say } from "#lib/failures/say.ts";
import { dayParam } from "#lib/failures/values.ts";
import { newId } from "#lib/ids.ts";
import { getManifest } from "#lib/integrations/integration-row.ts";
import { toIsoMinor } from "#lib/money/iso-minor.ts";
import { enqueueNotices } from "#lib/notices/enqueue-notices.ts";
import type { PaymentAccountRow } from "../ledger/looks/payment-account.ts";
import type { DisputeRow } from "./apply-dispute.ts";
import { shownMoney } from "./shown-money.ts";

/** Tells the merchant of a dispute: by `dispute.opened`, and by email with the deadline. */
export async function tellOfDispute(tx: Tx, account: PaymentAccountRow, row: DisputeRow): Promise<void> {
  const { merchantId, provider, environment, accountId } = account;
  const { amount, currency, isInquiry, answerBy, evidenceUrl } = row;
  const data = {
    disputeId: row.id,
    provider,
    environment,
    accountId,
    chargeId: row.chargeId,
    orderId: await findOrderId(tx, row.chargeId),
    amount: toIsoMinor(amount, currency),
    currency,
    reason: row.reason?.slice(0, 200) ?? null,
    isInquiry,
    answerBy: answerBy?.toISOString() ?? null,
    evidenceUrl,
    openedAt: row.openedAt.toISOString(),
  };
  await insertEvents(tx, merchantId, "patchbay", [
    { id: newId("evt"), type: "dispute.opened", data, occurredAt: row.openedAt },
  ]);
  if (row.closedAt !== null) return;
  const said = say("notice_dispute", {
    app: getManifest({ provider }).name,
    money: shownMoney(amount, currency),
    isInquiry,
    until: answerBy === null ? null : dayParam(answerBy),
    url: evidenceUrl,
  });
  await enqueueNotices(tx, { merchantId, ...leadingTo(account), said });
}

/** The email leads to the connection, where there still is one. */
export function leadingTo({ integrationId }: PaymentAccountRow): { integrationId?: string } {
  return integrationId === null ? {} : { integrationId };
}

async function findOrderId(tx: Tx, chargeId: string | null): Promise<string | null> {
  if (chargeId === null) return null;
  const [row] = await tx.select({ orderId: charges.orderId }).from(charges).where(eq(charges.id, chargeId));
  return row?.orderId?.slice(0, 200) ?? null;
}
