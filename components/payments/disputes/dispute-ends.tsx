import type { ReactNode } from "react";
import type { Tone } from "#components/ui/tone.ts";
import { ToneIcon } from "#components/ui/tone-icon.tsx";
import type { DisputeDto } from "#lib/revenue/disputes-schema.ts";
import { amountText } from "../amount.tsx";
import { type Stakes, stakesOf } from "./stakes.ts";

interface DisputeEndsProps {
  dispute: DisputeDto;
  providerName: string;
}

/** What would become of the money: if the merchant wins, and if the guest does. */
export function DisputeEnds({ dispute, providerName }: DisputeEndsProps) {
  const stakes = stakesOf(dispute);
  return (
    <dl className="grid gap-3 sm:grid-cols-2">
      <End tone="success" title="If you win">
        {dispute.isInquiry ? (
          "It ends here. Nothing is taken from you."
        ) : (
          <>
            {`${taken(stakes)} comes back to your balance.`} {feeWhenWon(stakes, providerName)}
          </>
        )}
      </End>
      <End tone="danger" title={dispute.isInquiry ? "If it becomes a dispute" : "If you lose"}>
        {dispute.isInquiry
          ? `The bank takes ${amountText(stakes.atRisk)} from your balance, and ${providerName} charges a fee for the dispute. You can still contest it then.`
          : `The guest keeps ${taken(stakes)}, which has left your balance already. ${feeWhenLost(stakes)}`}
      </End>
    </dl>
  );
}

function End({ tone, title, children }: { tone: Tone; title: string; children: ReactNode }) {
  return (
    <div className="rounded-control border border-line bg-sunken px-4 py-3">
      <dt className="flex items-center gap-2 font-medium">
        <ToneIcon tone={tone} />
        {title}
      </dt>
      <dd className="mt-1 text-muted">{children}</dd>
    </div>
  );
}

function taken({ taken: sums, atRisk }: Stakes): string {
  return sums.length === 0 ? amountText(atRisk) : told(sums);
}

function feeWhenWon({ fees }: Stakes, providerName: string): string {
  if (fees.length === 0) return "";
  return `Whether ${providerName} gives back the ${told(fees)} for the dispute as well depends on your agreement with it.`;
}

function feeWhenLost({ fees }: Stakes): string {
  return fees.length === 0 ? "" : `The ${told(fees)} for the dispute are not given back either.`;
}

function told(sums: readonly { minor: number; currency: string }[]): string {
  return sums.map((sum) => amountText(sum)).join(" and ");
}
