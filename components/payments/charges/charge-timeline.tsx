import { Link } from "#components/ui/link.tsx";
import { Rail, RailItem } from "#components/ui/rail.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { Tone } from "#components/ui/tone.ts";
import type { TimelineDto, TimelineStep } from "#lib/revenue/timeline-schema.ts";
import { toLabel } from "#lib/to-label.ts";
import { paymentsCharges as t } from "#lib/words/en/screens/payments-charges.ts";
import { Amount } from "../amount.tsx";
import { disputeReason } from "../disputes/dispute-reason.ts";
import { movementTitle } from "../movement-title.ts";
import { orderTitle } from "../order-title.ts";
import { whereText } from "../paid-for-text.ts";
import { chargeState, disputeState, payoutState, refundState, type State } from "../states.ts";
import { refundReasonText } from "./refund-reasons.ts";

const titles = () =>
  ({
    scan: t("titles_code_scanned"),
    order_placed: t("titles_order_placed"),
    order_paid: t("titles_order_paid"),
    charge: t("titles_payment"),
    platform_fee: t("titles_platform_fee"),
    provider_fee: t("titles_provider_s_fee"),
    tax: t("titles_tax_fee"),
    refund: t("titles_refund"),
    dispute: t("titles_dispute"),
    payout: t("titles_part_payout"),
    bank: t("titles_bank"),
    other: t("titles_other_movement"),
  }) as const satisfies Record<TimelineStep["kind"], string>;

/** From the scan to the bank: all that is known of one payment, in the order of time. */
export function ChargeTimeline({ timeline, zone }: { timeline: TimelineDto; zone: string }) {
  return (
    <div className="grid gap-3">
      <Rail label={t("charge_timeline_label")}>
        {timeline.steps.map((step) => {
          const state = getState(step);
          return (
            <RailItem
              key={`${step.kind} ${step.id}`}
              tone={state?.tone ?? chooseTone(step)}
              isPlanned={step.isPlanned}
              title={
                step.link === null ? (
                  titles()[step.kind]
                ) : (
                  <Link href={step.link} className="rounded-tag hover:underline">
                    {titles()[step.kind]}
                  </Link>
                )
              }
              meta={<RelativeTime at={step.at} zone={zone} />}
            >
              <StepFacts step={step} word={state?.word ?? null} />
            </RailItem>
          );
        })}
      </Rail>
      {!timeline.isComplete && (
        <p className="text-muted text-sm">{t("charge_timeline_more_may_follow_order")}</p>
      )}
    </div>
  );
}

function StepFacts({ step, word }: { step: TimelineStep; word: string | null }) {
  const { amount, currency } = step;
  const about = aboutText(step);
  if (amount === null && about === null && word === null) return null;
  return (
    <p className="flex flex-wrap gap-x-3 text-muted text-sm [overflow-wrap:anywhere]">
      {amount !== null && currency !== null && (
        <Amount minor={amount} currency={currency} className="text-ink" />
      )}
      {word !== null && <span>{word}</span>}
      {about !== null && <span>{about}</span>}
    </p>
  );
}

/** Of a fee it says only by which kind of movement it was taken, which is a code; that it came back is worth a word. */
function aboutText({ kind, about, amount }: TimelineStep): string | null {
  switch (kind) {
    case "platform_fee":
    case "provider_fee":
    case "tax":
      return amount !== null && amount > 0 ? t("about_text_given_back") : null;
    case "dispute":
      return about === null ? null : disputeReason(about);
    case "refund":
      return about === null ? null : refundReasonText(about);
    case "charge":
    case "order_placed":
    case "order_paid":
      return about === null ? null : orderTitle(about);
    case "scan":
      // A table is told by its number, a code without a table by its id.
      return about !== null && /^\d{1,4}$/.test(about)
        ? whereText({ tableNumber: about, qrCodeId: null })
        : whereText({ tableNumber: null, qrCodeId: about });
    case "other":
      return about === null ? null : movementTitle(about);
    case "payout":
    case "bank":
      return null;
  }
}

function getState({ kind, state }: TimelineStep): State | null {
  if (state === null) return null;
  switch (kind) {
    case "charge":
      return chargeState(state);
    case "refund":
      return refundState(state);
    case "dispute":
      return disputeState(state);
    case "payout":
    case "bank":
      return payoutState(state);
    default:
      return { tone: "neutral", word: toLabel(state) };
  }
}

function chooseTone({ kind }: TimelineStep): Tone {
  return kind === "scan" || kind === "order_placed" || kind === "order_paid" ? "success" : "neutral";
}
