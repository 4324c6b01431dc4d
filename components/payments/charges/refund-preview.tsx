import type { ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { RefundPreviewDto } from "#lib/payments/schema.ts";
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
    <Card title="What would happen" description={preview.message}>
      <div className="grid gap-4">
        <dl className="grid divide-y divide-line border-line border-y">
          <Line title="The guest gets">
            <Amount minor={guestGets} currency={currency} className="font-semibold" />
          </Line>
          <Line
            title="The platform gives back of its fee"
            note={
              isPlatformPartEstimated
                ? `In proportion. ${providerName} rounds it, so it can differ by the smallest coin.`
                : undefined
            }
          >
            {platformGivesBack === null ? (
              "Not known"
            ) : (
              <Amount minor={platformGivesBack} currency={currency} />
            )}
          </Line>
          <Line title="It costs you">
            {merchantPays === null ? (
              "Not known"
            ) : (
              <Amount minor={merchantPays} currency={currency} className="font-semibold" />
            )}
          </Line>
          <Line
            title={`${providerName} keeps its fee`}
            note="The provider’s own fee of the payment does not come back."
          >
            {providerFeeKept === null ? (
              "Not known yet"
            ) : (
              <Amount minor={providerFeeKept.amount} currency={providerFeeKept.currency} />
            )}
          </Line>
          <Line title="Left to refund afterwards">
            <Amount minor={left} currency={currency} />
          </Line>
        </dl>
        {waitsForBalance === true && (
          <Notice tone="warning" title="It will wait for your balance">
            {`Your available balance at ${providerName} is smaller than this refund. It is made as soon as enough has come in, or ${providerName} takes the rest from your bank.`}
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
