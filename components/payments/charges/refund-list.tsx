import { Card } from "#components/ui/card.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import type { RefundDto } from "#lib/payments/schema.ts";
import { Amount, amountText } from "../amount.tsx";
import { refundState } from "../states.ts";
import { refundReasonText } from "./refund-reasons.ts";

/** What went back to the guest, or did not. */
export function RefundList({ refunds, zone }: { refunds: readonly RefundDto[]; zone: string }) {
  return (
    <Card title="Refunds" isFlush>
      <ul className="divide-y divide-line border-line border-t">
        {refunds.map((refund) => {
          const { tone, word } = refundState(refund.status);
          return (
            <li key={refund.id} className="grid gap-1 px-card py-3.5">
              <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
                <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <Amount minor={refund.amount} currency={refund.currency} className="font-medium" />
                  <Status tone={tone}>{word}</Status>
                </span>
                <span className="text-muted text-sm">
                  <RelativeTime at={refund.createdAt} zone={zone} />
                </span>
              </div>
              {refund.failure !== null && <p className="text-danger">{refund.failure.message}</p>}
              {refund.status === "unknown" && (
                <p className="text-muted">
                  We do not know yet whether it was made. It is being looked up, and is not made twice.
                </p>
              )}
              <p className="text-muted text-sm">
                {[
                  ...(refund.reason === null ? [] : [refundReasonText(refund.reason)]),
                  refund.platformFeeReturned === null
                    ? "What came back of the platform fee is not told yet"
                    : `${amountText({ minor: refund.platformFeeReturned, currency: refund.currency })} of the platform fee came back`,
                ].join(". ")}
                .
              </p>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
