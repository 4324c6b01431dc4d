"use client";

import { FieldError } from "#components/ui/field.tsx";
import { fieldId } from "#components/ui/field-id.ts";
import { Notice } from "#components/ui/notice.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { Section } from "#components/ui/section.tsx";
import { retryPresets } from "#lib/webhooks/retry-presets.ts";
import { asSentence, attemptsText, retrySentence } from "../retry-sentence.ts";
import { DelayList } from "./delay-list.tsx";
import { scheduleOf } from "./form-values.ts";
import type { WebhookForm } from "./use-webhook-form.ts";

const custom = { value: "custom", label: "Custom", description: "Choose each wait yourself." } as const;
const cards = [
  ...retryPresets.map(({ id, label, schedule }) => ({
    value: id,
    label,
    description: schedule.length === 0 ? "What fails stays failed." : `${attemptsText(schedule)}.`,
  })),
  custom,
];

/** When a delivery that failed is tried again, always told as a sentence. */
export function RetrySection({ form }: { form: WebhookForm }) {
  const { retry } = form.values;
  const schedule = scheduleOf(retry);
  const error = form.errorOf("retrySchedule");

  function choose(value: string) {
    const card = cards.find((candidate) => candidate.value === value);
    if (card) form.set("retrySchedule", { retry: { ...retry, choice: card.value } });
  }

  return (
    <Section
      layout="split"
      title="When it fails"
      description="An endpoint that is down or busy gets another chance. The event keeps its id, so that a repeat can be told from a new one."
    >
      <div id={fieldId("retrySchedule")} tabIndex={-1} className="group/retry grid gap-4">
        <RadioCards
          name="retry.choice"
          legend="Retry schedule"
          isLegendHidden
          cards={cards}
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
  if (!schedule.every((seconds) => seconds > 0)) return "Fill in every wait to see the schedule in words.";
  const sentence = asSentence(retrySentence(schedule));
  return schedule.length === 0
    ? sentence
    : `${sentence} Each wait varies by up to a fifth, so that a busy endpoint is not hit all at once.`;
}
