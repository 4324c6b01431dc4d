import type { ReactNode } from "react";
import type { Tone } from "#components/ui/tone.ts";
import { ToneIcon } from "#components/ui/tone-icon.tsx";
import type { DisputeDto } from "#lib/revenue/disputes-schema.ts";
import { paymentsDisputes as t } from "#lib/words/en/screens/payments-disputes.ts";
import { joinSentences } from "#lib/words/texts/join-sentences.ts";
import { listText } from "#lib/words/texts/list-text.ts";
import { amountText } from "../amount.tsx";
import { readStakes, type Stakes } from "./stakes.ts";

interface DisputeEndsProps {
  dispute: DisputeDto;
  providerName: string;
}

/** What would become of the money: if the merchant wins, and if the guest does. */
export function DisputeEnds({ dispute, providerName }: DisputeEndsProps) {
  const stakes = readStakes(dispute);
  const fees = stakes.fees.length === 0 ? null : told(stakes.fees);
  return (
    <dl className="grid gap-3 sm:grid-cols-2">
      <End tone="success" title={t("dispute_ends_title")}>
        {dispute.isInquiry
          ? t("dispute_ends_ends_here_nothing_taken")
          : joinSentences(
              t("dispute_ends_taken_comes_back", { taken: taken(stakes) }),
              fees && t("fee_when_won_whether_providername_gives_back", { providerName, told: fees }),
            )}
      </End>
      <End
        tone="danger"
        title={dispute.isInquiry ? t("dispute_ends_if_becomes_dispute") : t("dispute_ends_if_you_lose")}
      >
        {dispute.isInquiry
          ? t("dispute_ends_bank_takes_amounttext_from", {
              amountText: amountText(stakes.atRisk),
              providerName,
            })
          : joinSentences(
              t("dispute_ends_guest_keeps", { taken: taken(stakes) }),
              fees && t("fee_when_lost_told_dispute_not_given", { providerName, told: fees }),
            )}
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

function told(sums: readonly { minor: number; currency: string }[]): string {
  return listText(sums.map((sum) => amountText(sum)));
}
