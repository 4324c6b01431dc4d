import type { ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { RefundPreviewDto } from "#lib/payments/schema.ts";
import { paymentsCharges as t } from "#lib/words/en/screens/payments-charges.ts";
import { Amount } from "../amount.tsx";

interface RefundPreviewProps {
  preview: RefundPreviewDto;
  providerName: string;
  /** The button that carries it out. */
  children: ReactNode;
}

/** Who would get and who would bear what of a refund, before it is made. */
export function RefundPreview({ preview, providerName, children }: RefundPreviewProps) {
  const { currency, guestGets, platformGivesBack, isPlatformPartEstimated, merchantPays } = preview;
  const { providerFeeKept, waitsForBalance, left } = preview;
  return (
    <Card title={t("refund_preview_title")}>
      <div className="grid gap-4">
        <dl className="grid divide-y divide-line border-line border-y">
          <Line title={t("refund_preview_guest_gets")}>
            <Amount minor={guestGets} currency={currency} className="font-semibold" />
          </Line>
          <Line
            title={t("refund_preview_platform_gives_back_fee")}
            note={
              isPlatformPartEstimated
                ? t("refund_preview_proportion_providername_rounds_so", { providerName })
                : undefined
            }
          >
            {platformGivesBack === null ? (
              t("refund_preview_not_known")
            ) : (
              <Amount minor={platformGivesBack} currency={currency} />
            )}
          </Line>
          <Line title={t("refund_preview_costs_you")}>
            {merchantPays === null ? (
              t("refund_preview_not_known")
            ) : (
              <Amount minor={merchantPays} currency={currency} className="font-semibold" />
            )}
          </Line>
          <Line
            title={t("refund_preview_providername_keeps_fee", { providerName })}
            note={t("refund_preview_provider_s_own_fee")}
          >
            {providerFeeKept === null ? (
              t("refund_preview_not_known_yet")
            ) : (
              <Amount minor={providerFeeKept.amount} currency={providerFeeKept.currency} />
            )}
          </Line>
          <Line title={t("refund_preview_left_refund_afterwards")}>
            <Amount minor={left} currency={currency} />
          </Line>
        </dl>
        {waitsForBalance === true && (
          <Notice tone="warning" title={t("refund_preview_will_wait_your_balance")}>
            {t("refund_preview_your_available_balance_providername", { providerName })}
          </Notice>
        )}
        {children}
      </div>
    </Card>
  );
}

function Line({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-6 py-2.5">
      <dt className="grid min-w-0 gap-0.5">
        {title}
        {note && <span className="text-muted text-sm">{note}</span>}
      </dt>
      <dd className="shrink-0 text-right">{children}</dd>
    </div>
  );
}
