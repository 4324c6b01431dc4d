import { Card } from "#components/ui/card.tsx";
import { Copyable } from "#components/ui/copyable.tsx";
import type { KeyValue } from "#components/ui/key-value-list.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { durationText } from "#components/ui/time-text.ts";
import type { WebhookDto } from "#lib/webhooks/schema.ts";
import { EventChips } from "../event-chips.tsx";
import { asSentence, retrySentence } from "../retry-sentence.ts";

interface WebhookSettingsProps {
  webhook: WebhookDto;
  zone: string;
}

/** The settings of a webhook, in words. */
export function WebhookSettings({ webhook, zone }: WebhookSettingsProps) {
  const headerNames = Object.keys(webhook.headers);
  const items: KeyValue[] = [
    { key: "URL", value: <Copyable text={webhook.url} label="URL" /> },
    { key: "Events", value: <EventChips types={webhook.eventTypes} /> },
    { key: "Credentials", value: authWords(webhook.auth) },
    {
      key: "Custom headers",
      value:
        headerNames.length === 0 ? (
          "None"
        ) : (
          <span className="font-mono text-sm">{headerNames.join(", ")}</span>
        ),
    },
    { key: "When it fails", value: asSentence(retrySentence(webhook.retrySchedule)) },
    { key: "Timeout", value: durationText(webhook.timeoutMs) },
    { key: "Limits", value: limitWords(webhook) },
    { key: "Created", value: <RelativeTime at={webhook.createdAt} zone={zone} /> },
    { key: "Id", value: <Copyable text={webhook.id} label="webhook id" isTruncated /> },
  ];
  return (
    <Card title="Settings">
      <dl className="grid gap-3.5">
        {items.map((item) => (
          <div key={item.key} className="grid min-w-0 gap-0.5">
            <dt className="text-muted text-sm">{item.key}</dt>
            <dd className="min-w-0 [overflow-wrap:anywhere]">{item.value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function authWords(auth: WebhookDto["auth"]): string {
  switch (auth.type) {
    case "none":
      return "Signature only";
    case "apiKey":
      return `API key in ${auth.header}`;
    case "basic":
      return `Basic, as ${auth.username}`;
    case "bearer":
      return "Bearer token";
  }
}

function limitWords({ maxPerSecond, maxInFlight }: WebhookDto): string {
  const limits = [
    ...(maxPerSecond === null ? [] : [`${maxPerSecond} a second`]),
    ...(maxInFlight === null ? [] : [`${maxInFlight} at a time`]),
  ];
  return limits.length === 0 ? "None" : `At most ${limits.join(", ")}`;
}
