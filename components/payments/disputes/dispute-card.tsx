import { ExternalLink } from "lucide-react";
import { EnvironmentBadge } from "#components/integrations/environment-badge.tsx";
import { buttonStyles } from "#components/ui/button-styles.ts";
import { Deadline } from "#components/ui/deadline.tsx";
import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { DisputeDto } from "#lib/revenue/disputes-schema.ts";
import { paymentsDisputes as t } from "#lib/words/en/screens/payments-disputes.ts";
import { joinSentences } from "#lib/words/texts/join-sentences.ts";
import { listText } from "#lib/words/texts/list-text.ts";
import { Amount, amountText } from "../amount.tsx";
import { orderTitle } from "../order-title.ts";
import { whereText } from "../paid-for-text.ts";
import { disputeState } from "../states.ts";
import { DisputeEnds } from "./dispute-ends.tsx";
import { disputeReason } from "./dispute-reason.ts";
import { readStakes } from "./stakes.ts";

interface DisputeCardProps {
  dispute: DisputeDto;
  providerName: string;
  zone: string;
  /** On the page of the payment itself, which need not be named again. */
  isOnCharge?: boolean;
}

/** One dispute: until when to answer, what it is about, what is at stake, and where to answer. */
export function DisputeCard({ dispute, providerName, zone, isOnCharge = false }: DisputeCardProps) {
  const state = disputeState(dispute.status);
  const isOpen = dispute.status === "needs_response" || dispute.status === "under_review";
  return (
    <article
      id={dispute.id}
      aria-label={t("dispute_card_dispute_over_amounttext", {
        amountText: amountText({ minor: dispute.amount, currency: dispute.currency }),
      })}
      className="grid gap-4 rounded-card border border-line bg-surface p-card shadow-card target:border-accent"
    >
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="grid min-w-0 flex-1 basis-64 gap-1">
          <Deadlines dispute={dispute} zone={zone} />
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Amount
              minor={dispute.amount}
              currency={dispute.currency}
              className="font-semibold text-ink text-xl"
            />
            <Status look="pill" tone={state.tone}>
              {dispute.isInquiry && isOpen
                ? t("dispute_card_inquiry", { status: dispute.status })
                : state.word}
            </Status>
            <EnvironmentBadge environment={dispute.environment} />
          </div>
          <p>{disputeReason(dispute.reason)}.</p>
          <p className="text-muted text-sm">
            <Stake dispute={dispute} providerName={providerName} />
          </p>
          {!isOnCharge && <PaymentLine dispute={dispute} zone={zone} />}
        </div>
        {dispute.evidenceUrl !== null && dispute.status === "needs_response" && (
          <a
            href={dispute.evidenceUrl}
            target="_blank"
            rel="noreferrer"
            className={buttonStyles({ variant: "primary" })}
          >
            <span className="inline-flex items-center gap-1.5 [&_svg]:size-4">
              {t("dispute_card_answer_providername", { providerName })}
              <ExternalLink aria-hidden />
            </span>
          </a>
        )}
      </div>
      {isOpen && <DisputeEnds dispute={dispute} providerName={providerName} />}
    </article>
  );
}

function Deadlines({ dispute, zone }: { dispute: DisputeDto; zone: string }) {
  if (dispute.status !== "needs_response" || dispute.answerBy === null) return null;
  return (
    <p className="font-medium text-warning">
      {t.rich("deadlines_answer", { deadline: <Deadline at={dispute.answerBy} zone={zone} /> })}
    </p>
  );
}

function Stake({ dispute, providerName }: { dispute: DisputeDto; providerName: string }) {
  const { taken, fees } = readStakes(dispute);
  const told = (sums: readonly { minor: number; currency: string }[]) =>
    listText(sums.map((sum) => amountText(sum)));
  if (taken.length === 0 && fees.length === 0) {
    return dispute.isInquiry ? t("stake_bank_only_asks_so") : t("stake_nothing_missing_your_balance");
  }
  return joinSentences(
    taken.length > 0 && t("stake_taken", { taken: told(taken) }),
    fees.length > 0 && t("stake_fee", { providerName, fees: told(fees) }),
  );
}

function PaymentLine({ dispute: { charge, openedAt }, zone }: { dispute: DisputeDto; zone: string }) {
  const relativeTime = <RelativeTime at={openedAt} zone={zone} />;
  if (!charge) {
    return <p className="text-muted text-sm">{t.rich("payment_line_unknown", { relativeTime })}</p>;
  }
  const { chargeId, amount, currency, orderId, orderEventId } = charge;
  const place = whereText(charge);
  return (
    <p className="text-muted text-sm">
      {t.rich("payment_line_opened", {
        relativeTime,
        amount: <Amount minor={amount} currency={currency} />,
        payment: (text) => <TextLink href={`/payments/charges/${chargeId}`}>{text}</TextLink>,
        hasOrder: orderId === null ? "no" : "yes",
        order:
          orderEventId === null || orderId === null ? (
            orderId
          ) : (
            <Link href={`/events/${orderEventId}`} className="rounded-tag underline underline-offset-3">
              {orderTitle(orderId)}
            </Link>
          ),
        hasPlace: place === null ? "no" : "yes",
        place: place ?? "",
      })}
    </p>
  );
}
