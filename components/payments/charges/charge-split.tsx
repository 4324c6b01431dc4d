import type { ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";
import { cn } from "#components/ui/cn.ts";
import type { ChargeDetailDto } from "#lib/payments/schema.ts";
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
    <Card title="Who gets what">
      <dl className="grid">
        <Line
          title="The guest pays"
          note={tip ? `${amountText({ minor: tip, currency })} of it is the tip` : undefined}
        >
          <Amount minor={amount} currency={currency} />
        </Line>
        <Line
          title="Platform fee"
          note={
            feeRule === null ? (
              charge.platformFeeNote
            ) : (
              <>
                {feeRuleText(feeRule, { amount, currency, fee: platformFee ?? 0 })}{" "}
                <span className="whitespace-nowrap">
                  Rule{" "}
                  {feeRule.policyId === null ? (
                    "built in"
                  ) : (
                    <code className="text-xs">{feeRule.policyId}</code>
                  )}
                  .
                </span>
              </>
            )
          }
        >
          {platformFee === null ? "Not known yet" : <Amount minor={-platformFee} currency={currency} />}
        </Line>
        <Line title="Your part" isStrong>
          {merchantPart === null ? "Not known yet" : <Amount minor={merchantPart} currency={currency} />}
        </Line>
        <Line
          title={`Fee of ${providerName}`}
          note={`${providerName} takes its own fee off your part. It is not the platform’s, and does not come back with a refund.`}
          isApart
        >
          {providerFee === null ? (
            <span className="text-muted">{`Not told by ${providerName} yet`}</span>
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
      <dd className="shrink-0 text-right">{children}</dd>
    </div>
  );
}
