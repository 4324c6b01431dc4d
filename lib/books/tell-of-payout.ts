import type { Tx } from "#db/client.ts";
import { insertEvents } from "#lib/events/insert-events.ts";
import { say } from "#lib/failures/say.ts";
import { newId } from "#lib/ids.ts";
import { getManifest } from "#lib/integrations/integration-row.ts";
import { toIsoMinor } from "#lib/money/iso-minor.ts";
import { enqueueNotices } from "#lib/notices/enqueue-notices.ts";
import type { PaymentAccountRow } from "../ledger/looks/payment-account.ts";
import type { PayoutRow } from "./apply-payout.ts";
import { shownMoney } from "./shown-money.ts";
import { leadingTo } from "./tell-of-dispute.ts";

/** Tells that a payout was paid, or that it failed; of the latter by email as well. Of anything else nothing is told. */
export async function tellOfPayout(tx: Tx, account: PaymentAccountRow, row: PayoutRow): Promise<void> {
  if (row.status !== "paid" && row.status !== "failed") return;
  const { merchantId, provider, environment, accountId } = account;
  const { amount, currency, isAutomatic, failureDetail } = row;
  const isFailed = row.status === "failed";
  const data = {
    payoutId: row.id,
    provider,
    environment,
    accountId,
    amount: toIsoMinor(amount, currency),
    currency,
    isAutomatic,
    arrivesAt: row.arrivesAt.toISOString(),
    ...(isFailed ? { reason: failureDetail?.slice(0, 500) ?? null } : {}),
  };
  const type = isFailed ? "payout.failed" : "payout.paid";
  await insertEvents(tx, merchantId, "patchbay", [
    { id: newId("evt"), type, data, occurredAt: row.updatedAt },
  ]);
  if (!isFailed) return;
  const said = say("notice_payout_failed", {
    app: getManifest({ provider }).name,
    money: shownMoney(amount, currency),
    remark: failureDetail === null ? null : formatRemark(failureDetail),
  });
  await enqueueNotices(tx, { merchantId, ...leadingTo(account), said });
}

/** What the provider said, without the code before it and the full stop after it: it stands within a sentence. */
function formatRemark(detail: string): string {
  return detail
    .replace(/^[a-z_]{1,80}: /, "")
    .replace(/\.$/, "")
    .slice(0, 300);
}
