import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { cn } from "#components/ui/cn.ts";
import { Deadline } from "#components/ui/deadline.tsx";
import { useLocale } from "#components/ui/locale-context.tsx";
import { type Tone, toneSurface } from "#components/ui/tone.ts";
import { ToneIcon } from "#components/ui/tone-icon.tsx";
import type { DeliveryDto } from "#lib/deliveries/schema.ts";
import { deliveriesDetail as t } from "#lib/words/en/screens/deliveries-detail.ts";
import { CancelButton } from "./cancel-button.tsx";
import { isUnderWay } from "./delivery-state.ts";
import type { Side } from "./failure-cause.ts";
import { NextTry } from "./next-try.tsx";
import { RetryButton } from "./retry-button.tsx";
import { buildVerdict, type Verdict } from "./verdict.ts";

interface VerdictCardProps {
  delivery: DeliveryDto;
  zone: string;
  canChange: boolean;
  /** After a change, to read the delivery again. */
  onChanged: () => Promise<void>;
  /** Why the condition of a run was not met; null = it was, or there is none. */
  unmet?: string | null;
  /** Further ways to do it again. */
  replay?: ReactNode;
}

const sides = () =>
  ({
    endpoint: t("sides_app_that_receives"),
    network: t("sides_network_between"),
    settings: t("sides_your_settings_patchbay"),
    patchbay: t("sides_patchbay_itself"),
  }) as const satisfies Record<Side, string>;

const grounds = {
  success: "bg-success-soft",
  warning: "bg-warning-soft",
  danger: "bg-danger-soft",
  info: "bg-info-soft",
  neutral: "bg-neutral-soft",
  progress: "bg-progress-soft",
} as const satisfies Record<Tone, string>;

/** What became of the delivery, whose side it is on, and the button that mends it. */
export function VerdictCard({
  delivery,
  zone,
  canChange,
  onChanged,
  unmet = null,
  replay,
}: VerdictCardProps) {
  const verdict = buildVerdict(delivery, unmet, useLocale());
  const { destination } = delivery;
  const canRetry = destination.state === "active" && canBeRetried(delivery);
  const link = getLink(verdict.action, destination);
  const hasButtons = canChange && (canRetry || link !== null || isUnderWay(delivery) || Boolean(replay));
  return (
    <section
      aria-label={t("verdict_card_what_happened")}
      className="overflow-hidden rounded-card border border-line bg-surface shadow-card"
    >
      <div className={cn("flex gap-3.5 px-card py-4", grounds[verdict.tone])}>
        <ToneIcon tone={verdict.tone} className="mt-0.75 size-5" />
        <div className="grid min-w-0 gap-0.5">
          <h2 className="font-semibold text-lg [overflow-wrap:anywhere]">{verdict.headline}</h2>
          <p className="max-w-prose">{verdict.meaning}</p>
          {delivery.heldUntil && (
            <p>
              {t.rich("verdict_card_held", {
                deadline: <Deadline at={delivery.heldUntil} zone={zone} className="font-medium" />,
                kind: destination.kind,
              })}
            </p>
          )}
          {delivery.nextAttemptAt && delivery.attempts > 0 && (
            <p>
              {t.rich("verdict_card_next_try", {
                time: <NextTry at={delivery.nextAttemptAt} zone={zone} className="font-medium" />,
              })}
            </p>
          )}
        </div>
      </div>
      {(verdict.advice || verdict.whose || hasButtons) && (
        <div className="grid gap-4 p-card">
          {(verdict.whose || verdict.advice) && (
            <dl className={cn("grid gap-4", verdict.whose && "sm:grid-cols-[minmax(0,14rem)_minmax(0,1fr)]")}>
              {verdict.whose && (
                <div className="grid content-start gap-1">
                  <dt className="text-muted text-sm">{t("verdict_card_who_needs_fix_this")}</dt>
                  <dd>
                    <span
                      className={cn(
                        "inline-flex rounded-tag border px-2 py-0.5 font-medium",
                        toneSurface[verdict.tone],
                      )}
                    >
                      {sides()[verdict.whose]}
                    </span>
                  </dd>
                </div>
              )}
              {verdict.advice && (
                <div className="grid content-start gap-1">
                  <dt className="text-muted text-sm">{t("verdict_card_what_do")}</dt>
                  <dd className="max-w-prose">{verdict.advice}</dd>
                </div>
              )}
            </dl>
          )}
          {hasButtons && (
            <div className="flex flex-wrap items-start gap-2">
              {link && (
                <ButtonLink href={link.href} variant="primary">
                  {link.label}
                </ButtonLink>
              )}
              {canRetry && (
                <RetryButton
                  delivery={delivery}
                  variant={verdict.action === "retry" ? "primary" : "secondary"}
                  onChanged={onChanged}
                />
              )}
              {replay}
              {isUnderWay(delivery) && <CancelButton delivery={delivery} onChanged={onChanged} />}
            </div>
          )}
        </div>
      )}
    </section>
  );
}

/** A run that is done is not simply done once more: its replay says what would be repeated. Nor is one that waits for a person. */
function canBeRetried({ destination, status, heldFor }: DeliveryDto): boolean {
  if (destination.kind === "webhook") return true;
  return status !== "delivered" && (heldFor === null || heldFor === "connection");
}

function getLink(
  action: Verdict["action"],
  { id, state }: DeliveryDto["destination"],
): { href: string; label: string } | null {
  const isStopped = state === "paused" || state === "disabled";
  switch (action) {
    case "webhook":
      return isStopped
        ? { href: `/webhooks/${id}`, label: t("link_of_open_webhook_resume") }
        : { href: `/webhooks/${id}/edit`, label: t("link_of_open_webhook_settings") };
    case "automation":
      return {
        href: `/automations/${id}`,
        label: isStopped ? t("link_of_open_automation_resume") : t("link_of_open_automation"),
      };
    case "apps":
      return { href: "/integrations?status=needs_attention", label: t("link_of_see_connected_apps") };
    default:
      return null;
  }
}
