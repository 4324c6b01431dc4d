import { Card } from "#components/ui/card.tsx";
import { Copyable } from "#components/ui/copyable.tsx";
import type { KeyValue } from "#components/ui/key-value-list.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { durationText } from "#components/ui/time-text.ts";
import type { WebhookDto } from "#lib/webhooks/schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { webhooksDetail as t } from "#lib/words/en/screens/webhooks-detail.ts";
import { EventChips } from "../event-chips.tsx";
import { retrySentence } from "../retry-sentence.ts";

interface WebhookSettingsProps {
  webhook: WebhookDto;
  zone: string;
}

/** The settings of a webhook, in words. */
export function WebhookSettings({ webhook, zone }: WebhookSettingsProps) {
  const headerNames = Object.keys(webhook.headers);
  const items: KeyValue[] = [
    { key: common("url"), value: <Copyable text={webhook.url} label={common("url")} /> },
    { key: t("webhook_settings_events"), value: <EventChips types={webhook.eventTypes} /> },
    { key: t("webhook_settings_credentials"), value: authWords(webhook.auth) },
    {
      key: t("webhook_settings_custom_headers"),
      value:
        headerNames.length === 0 ? (
          t("webhook_settings_none")
        ) : (
          <span className="font-mono text-sm">{headerNames.join(", ")}</span>
        ),
    },
    { key: t("webhook_settings_when_fails"), value: retrySentence(webhook.retrySchedule) },
    { key: t("webhook_settings_timeout"), value: durationText(webhook.timeoutMs) },
    { key: t("webhook_settings_limits"), value: limitWords(webhook) },
    { key: t("webhook_settings_created"), value: <RelativeTime at={webhook.createdAt} zone={zone} /> },
    {
      key: t("webhook_settings_id"),
      value: <Copyable text={webhook.id} label={t("webhook_settings_label")} isTruncated />,
    },
  ];
  return (
    <Card title={t("webhook_settings_title")}>
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
      return t("auth_words_signature_only");
    case "apiKey":
      return t("auth_words_api_key_header", { header: auth.header });
    case "basic":
      return t("auth_words_basic_as_username", { username: auth.username });
    case "bearer":
      return t("auth_words_bearer_token");
  }
}

function limitWords({ maxPerSecond, maxInFlight }: WebhookDto): string {
  const limits = [
    ...(maxPerSecond === null ? [] : [t("limit_words_maxpersecond_second", { maxPerSecond })]),
    ...(maxInFlight === null ? [] : [t("limit_words_maxinflight_time", { maxInFlight })]),
  ];
  return limits.length === 0
    ? t("limit_words_none")
    : t("limit_words_most_limits", { limits: limits.join(", ") });
}
