import type { ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";
import { cn } from "#components/ui/cn.ts";
import type { ChargeDetailDto } from "#lib/payments/schema.ts";
import { paymentsCharges as t } from "#lib/words/en/screens/payments-charges.ts";
import { Amount, amountText } from "../amount.tsx";
import { feeRuleText } from "./fee-rule-text.ts";

interface ChargeSplitProps {
  charge: ChargeDetailDto;
  providerName: string;
}

/** Who gets what of a payment: what the guest paid, the platform's fee with its arithmetic, and the merchant's part. */
export function ChargeSplit({ charge, providerName }: ChargeSplitProps) {
  const { amount, currency, platformFee, merchantPart, providerFee, feeRule, tip } = charge;
  return (
    <Card title={t("charge_split_title")}>
      <dl className="grid">
        <Line
          title={t("charge_split_guest_pays")}
          note={
            tip
              ? t("charge_split_amounttext_tip", { amountText: amountText({ minor: tip, currency }) })
              : undefined
          }
        >
          <Amount minor={amount} currency={currency} />
        </Line>
        <Line
          title={t("charge_split_platform_fee")}
          note={
            feeRule === null ? (
              charge.platformFeeNote
            ) : (
              <>
                {feeRuleText(feeRule, { amount, currency, fee: platformFee ?? 0 })}{" "}
                <span className="whitespace-nowrap">
                  {feeRule.policyId === null
                    ? t("charge_split_rule_built_in")
                    : t.rich("charge_split_rule_policy", {
                        policyId: feeRule.policyId,
                        policy: (id) => <code className="text-xs">{id}</code>,
                      })}
                </span>
              </>
            )
          }
        >
          {platformFee === null ? (
            t("charge_split_not_known_yet")
          ) : (
            <Amount minor={-platformFee} currency={currency} />
          )}
        </Line>
        <Line title={t("charge_split_your_part")} isStrong>
          {merchantPart === null ? (
            t("charge_split_not_known_yet")
          ) : (
            <Amount minor={merchantPart} currency={currency} />
          )}
        </Line>
        <Line
          title={t("charge_split_fee_providername", { providerName })}
          note={t("charge_split_providername_takes_own_fee", { providerName })}
          isApart
        >
          {providerFee === null ? (
            <span className="text-muted">
              {t("charge_split_not_told_providername_yet", { providerName })}
            </span>
          ) : (
            <Amount minor={-providerFee.amount} currency={providerFee.currency} />
          )}
        </Line>
      </dl>
    </Card>
  );
}

interface LineProps {
  title: string;
  note?: ReactNode;
  isStrong?: boolean;
  isApart?: boolean;
  children: ReactNode;
}

function Line({ title, note, isStrong = false, isApart = false, children }: LineProps) {
  return (
    <div
      className={cn(
        "flex items-baseline justify-between gap-6 py-2",
        isStrong && "border-line-strong border-t font-semibold",
        isApart && "mt-2 border-line border-t border-dashed pt-3",
      )}
    >
      <dt className="grid min-w-0 gap-0.5">
        {title}
        {note && <span className="max-w-prose font-normal text-muted text-sm">{note}</span>}
      </dt>
      <dd className="max-w-1/2 shrink-0 text-right">{children}</dd>
    </div>
  );
}
