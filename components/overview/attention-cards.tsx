import { CheckCheck } from "lucide-react";
import { confirmAttentionNow } from "#components/automations/server-actions.ts";
import { DecisionForm } from "#components/forms/decision-form.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { cn } from "#components/ui/cn.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { toneSurface } from "#components/ui/tone.ts";
import { ToneIcon } from "#components/ui/tone-icon.tsx";
import type { AttentionDto } from "#lib/automations/must-reach/schema.ts";
import { overview as t } from "#lib/words/en/screens/overview.ts";

interface AttentionCardsProps {
  cards: readonly AttentionDto[];
  zone: string;
  /** Whether the reader may say that it was seen to. */
  canConfirm: boolean;
  onConfirmed: () => Promise<void>;
}

/** Orders that did not reach whom they had to reach in time: each stays until a person says that it was seen to. */
export function AttentionCards({ cards, zone, canConfirm, onConfirmed }: AttentionCardsProps) {
  if (cards.length === 0) return null;
  return (
    <section aria-label={t("attention_cards_needs_somebody_now")} className="grid gap-3">
      {cards.map((card) => (
        <article
          key={card.id}
          className={cn("flex flex-wrap gap-x-3.5 gap-y-3 rounded-card border p-card", toneSurface.danger)}
        >
          <ToneIcon tone="danger" className="mt-0.5 size-6" />
          <div className="grid min-w-0 flex-1 basis-64 content-start gap-0.5">
            <h2 className="font-semibold text-lg [overflow-wrap:anywhere]">
              {card.summary
                ? t("attention_cards_summary_needs_attention", { summary: card.summary })
                : t("attention_cards_order_needs_attention")}
            </h2>
            <p className="max-w-prose text-ink">
              {card.message}
              {card.reachedAt !== null && (
                <>
                  {" "}
                  {t.rich("attention_cards_was_done_relativetime", {
                    relativeTime: <RelativeTime at={card.reachedAt} zone={zone} />,
                  })}
                </>
              )}
            </p>
            <p className="max-w-prose text-ink">
              {card.secondWay ?? t("attention_cards_fallback_being_tried_now")}
            </p>
            <p className="text-muted text-sm">
              {card.automationName}, <RelativeTime at={card.raisedAt} zone={zone} />
            </p>
          </div>
          <div className="flex flex-wrap items-start gap-2 max-sm:w-full max-sm:*:flex-1">
            {canConfirm && (
              <DecisionForm
                action={confirmAttentionNow}
                about={{ id: card.id }}
                done={t("attention_cards_confirmed")}
                refusedTitle={t("attention_cards_was_not_confirmed")}
                onResult={onConfirmed}
              >
                {({ isPending }) => (
                  <SubmitButton icon={<CheckCheck aria-hidden />} isPending={isPending}>
                    {t.rich("attention_cards_confirm", {
                      summary: card.summary,
                      hidden: (text) => <span className="sr-only">{text}</span>,
                    })}
                  </SubmitButton>
                )}
              </DecisionForm>
            )}
            <ButtonLink href={`/deliveries/${card.runId}`}>{t("attention_cards_see_run")}</ButtonLink>
          </div>
        </article>
      ))}
    </section>
  );
}
