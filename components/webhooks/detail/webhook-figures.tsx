import { Duration } from "#components/ui/duration.tsx";
import { Stat, StatRow } from "#components/ui/stat.tsx";
import type { WebhookSummaryDto } from "#lib/webhooks/schema.ts";
import { webhooksDetail as t } from "#lib/words/en/screens/webhooks-detail.ts";
import { readerIntlLocale } from "#lib/words/texts/reader-locale.ts";
import { successRateText, successRateTone } from "../figures.ts";

/** How a webhook did over the last 24 hours, tests left out. */
export function WebhookFigures({ last24h }: Pick<WebhookSummaryDto, "last24h">) {
  const failed = last24h.attempts - last24h.succeeded;
  return (
    <StatRow>
      <Stat
        label={t("webhook_figures_label")}
        value={successRateText(last24h) ?? "–"}
        note={
          last24h.attempts === 0
            ? t("webhook_figures_nothing_sent_yet")
            : t("webhook_figures_failed_failed", { failed })
        }
        noteTone={successRateTone(last24h)}
      />
      <Stat
        label={t("webhook_figures_attempts_24_h")}
        value={last24h.attempts.toLocaleString(readerIntlLocale())}
        note={t("webhook_figures_succeeded_number_succeeded", { succeeded: last24h.succeeded })}
      />
      <Stat
        label={t("webhook_figures_answer_time_24_h")}
        value={<Duration ms={last24h.p95Ms} />}
        note={
          last24h.p95Ms === null
            ? t("webhook_figures_not_measured_yet")
            : t("webhook_figures_19_20_were_faster")
        }
      />
      <Stat
        label={t("webhook_figures_waiting_now")}
        value={(last24h.pending + last24h.held).toLocaleString(readerIntlLocale())}
        note={waitingNote(last24h)}
      />
    </StatRow>
  );
}

function waitingNote({ pending, held }: WebhookSummaryDto["last24h"]): string {
  if (held > 0) return t("waiting_note_held_until_resumed");
  return pending > 0 ? t("waiting_note_their_next_attempt") : t("waiting_note_nothing_waits");
}
