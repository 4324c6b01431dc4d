"use client";

import { FieldError } from "#components/ui/field.tsx";
import { fieldId } from "#components/ui/field-id.ts";
import { Notice } from "#components/ui/notice.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { Section } from "#components/ui/section.tsx";
import { retryPresets } from "#lib/webhooks/retry-presets.ts";
import { webhooksEditor as t } from "#lib/words/en/screens/webhooks-editor.ts";
import { attemptsText, retrySentence } from "../retry-sentence.ts";
import { DelayList } from "./delay-list.tsx";
import { scheduleOf } from "./form-values.ts";
import type { WebhookForm } from "./use-webhook-form.ts";

const custom = () =>
  ({ value: "custom", label: t("custom_custom"), description: t("custom_description") }) as const;
const cards = () => [
  ...retryPresets.map(({ id, label, schedule }) => ({
    value: id,
    label,
    description: schedule.length === 0 ? t("cards_what_fails_stays_failed") : `${attemptsText(schedule)}.`,
  })),
  custom(),
];

/** When a delivery that failed is tried again, always told as a sentence. */
export function RetrySection({ form }: { form: WebhookForm }) {
  const { retry } = form.values;
  const schedule = scheduleOf(retry);
  const error = form.errorOf("retrySchedule");

  function choose(value: string) {
    const card = cards().find((candidate) => candidate.value === value);
    if (card) form.set("retrySchedule", { retry: { ...retry, choice: card.value } });
  }

  return (
    <Section layout="split" title={t("retry_section_title")} description={t("retry_section_description")}>
      <div id={fieldId("retrySchedule")} tabIndex={-1} className="group/retry grid gap-4">
        <RadioCards
          name="retry.choice"
          legend={t("retry_section_retry_schedule")}
          isLegendHidden
          cards={cards()}
          value={retry.choice}
          onValueChange={choose}
        />
        {/* By the card itself, so that it shows also before any script has loaded. */}
        <div className="hidden group-has-[[value=custom]:checked]/retry:block">
          <DelayList form={form} />
        </div>
        {error && <FieldError>{error}</FieldError>}
        <Notice tone="neutral">
          <span role="status">{scheduleWords(schedule)}</span>
        </Notice>
      </div>
    </Section>
  );
}

function scheduleWords(schedule: readonly number[]): string {
  if (!schedule.every((seconds) => seconds > 0)) return t("schedule_words_fill_every_wait_see");
  const sentence = retrySentence(schedule);
  return schedule.length === 0 ? sentence : t("schedule_words_sentence_each_wait_varies", { sentence });
}
