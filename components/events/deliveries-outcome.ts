import type { Tone } from "#components/ui/tone.ts";
import type { EventDto } from "#lib/events/schema.ts";
import { events as t } from "#lib/words/en/screens/events.ts";

/** What came of an event's deliveries in a few words: the worst first, because that is what needs someone. */
export function deliveriesOutcome(counts: EventDto["deliveries"]): { tone: Tone; text: string } {
  const { total, delivered, pending, held, failed, cancelled } = counts;
  const waiting = pending - held;
  if (total === 0) return { tone: "neutral", text: t("deliveries_outcome_not_sent_anywhere") };
  const tone = chooseTone({ failed, waiting, held, delivered });
  if (delivered === total)
    return { tone, text: t("deliveries_outcome_total_plural_one_delivered", { total }) };
  const parts = [
    failed > 0 && t("deliveries_outcome_failed_failed", { failed }),
    waiting > 0 && t("deliveries_outcome_waiting_waiting", { waiting }),
    held > 0 && t("deliveries_outcome_held_held", { held }),
    delivered > 0 && t("deliveries_outcome_delivered_delivered", { delivered }),
    cancelled > 0 && t("deliveries_outcome_cancelled_cancelled", { cancelled }),
  ].filter((part) => part !== false);
  return { tone, text: parts.join(", ") };
}

/** What is held waits for somebody's word and is no trouble of its own. */
function chooseTone({
  failed,
  waiting,
  held,
  delivered,
}: Record<"failed" | "waiting" | "held" | "delivered", number>): Tone {
  if (failed > 0) return "danger";
  if (waiting > 0) return "warning";
  if (held > 0) return "info";
  return delivered > 0 ? "success" : "neutral";
}
