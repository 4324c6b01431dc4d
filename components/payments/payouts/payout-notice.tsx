import { Notice } from "#components/ui/notice.tsx";
import type { PayoutDto } from "#lib/revenue/payouts-schema.ts";
import { dayText } from "../day-text.ts";
import { contentsWords } from "./contents-words.ts";

/** What somebody has to know about a payout before its numbers, and what to do about one that failed. */
export function PayoutNotice({ payout, providerName }: { payout: PayoutDto; providerName: string }) {
  if (payout.status === "failed") {
    return (
      <Notice tone="danger" title="The bank sent the money back">
        <p>{payout.message ?? `${providerName} did not say why.`}</p>
        <p className="mt-1">
          {`Check the bank account in ${providerName}, and correct it there. The money is in your ${providerName} balance again and goes out with the next payout.`}
        </p>
      </Notice>
    );
  }
  if (payout.status === "canceled") {
    return (
      <Notice tone="neutral" title="This payout was cancelled">
        {`The money stayed in your ${providerName} balance.`}
      </Notice>
    );
  }
  return (
    <>
      {payout.status === "paid" && !payout.isFinal && (
        <Notice tone="info" title="It may still come back">
          {`${providerName} has sent it to the bank. For some days the bank can still return it, for example because the account was closed.`}
        </Notice>
      )}
      {(payout.status === "pending" || payout.status === "in_transit") && (
        <Notice tone="progress" title="On its way to the bank">
          {`${providerName} expects it there on ${dayText(payout.arrivesAt)}.`}
        </Notice>
      )}
      {contentsWords[payout.items].long && (
        <Notice tone="info" title="What is in it is not listed">
          {contentsWords[payout.items].long}
        </Notice>
      )}
    </>
  );
}
