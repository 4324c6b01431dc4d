import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import type { WebhookDto } from "#lib/webhooks/schema.ts";
import { webhooks as t } from "#lib/words/en/screens/webhooks.ts";
import { webhookState } from "./webhook-state.ts";

interface StateBadgeProps {
  webhook: Pick<WebhookDto, "status" | "disabledReason" | "disabledAt" | "pausedAt" | "failingSince">;
  /** Deliveries that are held for it. */
  held?: number;
  zone: string;
}

/** The state in a word, and under it since when or why. */
export function StateBadge({ webhook, zone, held = 0 }: StateBadgeProps) {
  const { tone, word, cause, since } = webhookState(webhook);
  return (
    <div className="grid gap-0.5">
      <Status tone={tone}>{word}</Status>
      {cause && (
        <span className="text-muted text-sm max-md:hidden">
          {cause} {since && <RelativeTime at={since} zone={zone} />}
        </span>
      )}
      {held > 0 && (
        <span className="text-muted text-sm max-md:hidden">
          {t("state_badge_held_number_held", { held })}
        </span>
      )}
    </div>
  );
}
