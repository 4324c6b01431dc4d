"use client";

import { useRouter } from "next/navigation";
import { type SubmitEvent, useActionState, useRef, useTransition } from "react";
import { HiddenFields } from "#components/forms/hidden-fields.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { FieldError } from "#components/ui/field.tsx";
import { fieldId } from "#components/ui/field-id.ts";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { Section } from "#components/ui/section.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { toastDone } from "#components/ui/toast.tsx";
import {
  createWebhookFromForm,
  postWebhook,
  updateWebhookFromForm,
} from "#components/webhooks/server-actions.ts";
import { retryPresets } from "#lib/webhooks/retry-presets.ts";
import type { WebhookDto } from "#lib/webhooks/schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { webhooksEditor as t } from "#lib/words/en/screens/webhooks-editor.ts";
import { attemptsText, retrySentence } from "../retry-sentence.ts";
import { AuthSection } from "./auth-section.tsx";
import { DelayList } from "./delay-list.tsx";
import { EndpointSection, type InboxChoice } from "./endpoint-section.tsx";
import { EventPicker } from "./event-picker.tsx";
import { toCreateInput, toUpdateInput } from "./form-input.ts";
import { toSchedule, type WebhookFormValues } from "./form-values.ts";
import { HeadersSection } from "./headers-section.tsx";
import { LimitsSection } from "./limits-section.tsx";
import { valuesOfForm } from "./posted-values.ts";
import { useLeaveWarning } from "./use-leave-warning.ts";
import { type Suggestion, useWebhookForm, type WebhookForm } from "./use-webhook-form.ts";

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

interface WebhookEditorProps {
  /** The webhook to change; leave out for a new one. */
  webhook?: WebhookDto;
  inboxes: readonly InboxChoice[] | null;
  suggested?: Suggestion;
}

/** Makes a webhook, or changes one. What was typed stays until it is saved. */
export function WebhookEditor({ webhook, inboxes, suggested }: WebhookEditorProps) {
  const router = useRouter();
  const [posted, post] = useActionState(postWebhook, null);
  const form = useWebhookForm(webhook, suggested, posted);
  const [isPending, startTransition] = useTransition();
  const isAttached = useRef(false);
  useLeaveWarning(form.isDirty && !isPending);

  async function save(values: WebhookFormValues) {
    if (webhook && !form.differs(values)) return router.push(`/webhooks/${webhook.id}`);
    const result = await (webhook
      ? updateWebhookFromForm(toUpdateInput(values, webhook))
      : createWebhookFromForm(toCreateInput(values))
    ).catch(() => null);
    if (result === null) return form.refuse(t("save_patchbay_cannot_reached_nothing"), []);
    if (!result.ok) return form.refuse(result.message, result.fieldErrors);
    if (webhook) toastDone(t("save_changes_saved"));
    router.push(`/webhooks/${result.data.id}${webhook ? "" : "?created=1"}`);
  }

  /** Takes over what was typed before the script came, which drawing the form again would wipe out. */
  function attach(element: HTMLFormElement | null) {
    if (element === null || isAttached.current) return;
    isAttached.current = true;
    form.take(valuesOfForm(new FormData(element), form.values));
  }

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = valuesOfForm(new FormData(event.currentTarget), form.values);
    if (!isPending && form.isReady(typed)) startTransition(() => save(typed));
  }

  return (
    <form
      ref={attach}
      action={post}
      noValidate
      onSubmit={submit}
      onBlur={form.leave}
      className="grid gap-section"
    >
      {/* Enter stands for the first button, which must not be one that only changes what is typed. */}
      <button type="submit" tabIndex={-1} aria-hidden className="sr-only" />
      {webhook && <HiddenFields values={{ id: webhook.id }} />}
      {form.sent.errors.length > 0 && <FormErrorSummary key={form.sent.count} errors={form.sent.errors} />}
      <EndpointSection form={form} inboxes={inboxes} />
      <EventPicker form={form} />
      <HeadersSection form={form} />
      <AuthSection form={form} />
      <RetrySection form={form} />
      <LimitsSection form={form} />
      <div className="sticky bottom-0 z-10 -mx-gutter flex flex-wrap justify-end gap-2 border-line border-t bg-canvas px-gutter py-3 max-sm:*:flex-1">
        <ButtonLink href={webhook ? `/webhooks/${webhook.id}` : "/webhooks"}>{common("cancel")}</ButtonLink>
        <SubmitButton isPending={isPending}>
          {webhook ? t("webhook_editor_save_changes") : t("webhook_editor_create_webhook")}
        </SubmitButton>
      </div>
    </form>
  );
}

/** When a delivery that failed is tried again, always told as a sentence. */
function RetrySection({ form }: { form: WebhookForm }) {
  const { retry } = form.values;
  const schedule = toSchedule(retry);
  const error = form.findError("retrySchedule");

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
