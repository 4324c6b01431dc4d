"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useTransition } from "react";
import { createWebhookFromForm, updateWebhookFromForm } from "#app/(dashboard)/webhooks/actions.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { toastDone } from "#components/ui/toast.tsx";
import type { WebhookDto } from "#lib/webhooks/schema.ts";
import { AuthSection } from "./auth-section.tsx";
import { EndpointSection, type InboxChoice } from "./endpoint-section.tsx";
import { EventPicker } from "./event-picker.tsx";
import { toCreateInput, toUpdateInput } from "./form-input.ts";
import { HeadersSection } from "./headers-section.tsx";
import { LimitsSection } from "./limits-section.tsx";
import { RetrySection } from "./retry-section.tsx";
import { useLeaveWarning } from "./use-leave-warning.ts";
import { type Suggestion, useWebhookForm } from "./use-webhook-form.ts";

interface WebhookEditorProps {
  /** The webhook to change; leave out for a new one. */
  webhook?: WebhookDto;
  inboxes: readonly InboxChoice[] | null;
  suggested?: Suggestion;
}

/** Makes a webhook, or changes one. What was typed stays until it is saved. */
export function WebhookEditor({ webhook, inboxes, suggested }: WebhookEditorProps) {
  const router = useRouter();
  const form = useWebhookForm(webhook, suggested);
  const [isPending, startTransition] = useTransition();
  useLeaveWarning(form.isDirty && !isPending);

  async function save() {
    const { values } = form;
    if (webhook && !form.isDirty) return router.push(`/webhooks/${webhook.id}`);
    const result = await (webhook
      ? updateWebhookFromForm(toUpdateInput(values, webhook))
      : createWebhookFromForm(toCreateInput(values))
    ).catch(() => null);
    if (result === null) return form.refuse("Patchbay cannot be reached. Nothing is lost: try again.", []);
    if (!result.ok) return form.refuse(result.message, result.fieldErrors);
    if (webhook) toastDone("Changes saved");
    router.push(`/webhooks/${result.data.id}${webhook ? "" : "?created=1"}`);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (form.isReady()) startTransition(save);
  }

  return (
    // "post" for the moment before the page has come alive: a form sent by then must not put secrets into the address.
    <form method="post" noValidate onSubmit={submit} onBlur={form.leave} className="grid gap-section">
      {form.sent.errors.length > 0 && <FormErrorSummary key={form.sent.count} errors={form.sent.errors} />}
      <EndpointSection form={form} inboxes={inboxes} />
      <EventPicker form={form} />
      <HeadersSection form={form} />
      <AuthSection form={form} />
      <RetrySection form={form} />
      <LimitsSection form={form} />
      <div className="sticky bottom-0 z-10 -mx-gutter flex flex-wrap justify-end gap-2 border-line border-t bg-canvas px-gutter py-3 max-sm:*:flex-1">
        <ButtonLink href={webhook ? `/webhooks/${webhook.id}` : "/webhooks"}>Cancel</ButtonLink>
        <SubmitButton isPending={isPending}>{webhook ? "Save changes" : "Create webhook"}</SubmitButton>
      </div>
    </form>
  );
}
