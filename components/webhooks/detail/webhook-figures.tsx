import { Duration } from "#components/ui/duration.tsx";
import { Stat, StatRow } from "#components/ui/stat.tsx";
import type { WebhookSummaryDto } from "#lib/webhooks/schema.ts";
import { counted, successRateText, successRateTone } from "../figures.ts";

/** How a webhook did over the last 24 hours, tests left out. */
export function WebhookFigures({ last24h }: Pick<WebhookSummaryDto, "last24h">) {
  const failed = last24h.attempts - last24h.succeeded;
  return (
    <StatRow>
      <Stat
        label="Success, 24 h"
        value={successRateText(last24h) ?? "–"}
        note={last24h.attempts === 0 ? "nothing sent yet" : `${counted(failed, "attempt")} failed`}
        noteTone={successRateTone(last24h)}
      />
      <Stat
        label="Attempts, 24 h"
        value={last24h.attempts.toLocaleString("en-GB")}
        note={`${last24h.succeeded.toLocaleString("en-GB")} succeeded`}
      />
      <Stat
        label="Answer time, 24 h"
        value={<Duration ms={last24h.p95Ms} />}
        note={last24h.p95Ms === null ? "not measured yet" : "19 of 20 were faster (p95)"}
      />
      <Stat
        label="Waiting now"
        value={(last24h.pending + last24h.held).toLocaleString("en-GB")}
        note={waitingNote(last24h)}
      />
    </StatRow>
  );
}

function waitingNote({ pending, held }: WebhookSummaryDto["last24h"]): string {
  if (held > 0) return "held until it is resumed";
  return pending > 0 ? "for their next attempt" : "nothing waits";
}
