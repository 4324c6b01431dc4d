import { Card } from "#components/ui/card.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import type { RefundDto } from "#lib/payments/schema.ts";
import { paymentsCharges as t } from "#lib/words/en/screens/payments-charges.ts";
import { Amount, amountText } from "../amount.tsx";
import { refundState } from "../states.ts";
import { refundReasonText } from "./refund-reasons.ts";

/** What went back to the guest, or did not. */
export function RefundList({ refunds, zone }: { refunds: readonly RefundDto[]; zone: string }) {
  return (
    <Card title={t("refund_list_title")} isFlush>
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
              {refund.status === "unknown" && <p className="text-muted">{t("refund_list_we_do_not_know")}</p>}
              <p className="text-muted text-sm">
                {[
                  ...(refund.reason === null ? [] : [refundReasonText(refund.reason)]),
                  refund.platformFeeReturned === null
                    ? t("refund_list_what_came_back_platform")
                    : t("refund_list_amounttext_platform_fee_came", {
                        amountText: amountText({
                          minor: refund.platformFeeReturned,
                          currency: refund.currency,
                        }),
                      }),
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
