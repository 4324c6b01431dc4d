"use client";

import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Section } from "#components/ui/section.tsx";
import { webhooksEditor as t } from "#lib/words/en/screens/webhooks-editor.ts";
import type { WebhookForm } from "./use-webhook-form.ts";

/** How long to wait for an answer, and how much the endpoint can take. */
export function LimitsSection({ form }: { form: WebhookForm }) {
  const { values } = form;
  const hasError = Boolean(form.findError("maxPerSecond") ?? form.findError("maxInFlight"));
  const [isOpen, setIsOpen] = useState(values.maxPerSecond !== "" || values.maxInFlight !== "");
  return (
    <Section layout="split" title={t("limits_section_title")} description={t("limits_section_description")}>
      <div className="grid gap-4">
        <Field
          name="timeoutMs"
          label={t("limits_section_label")}
          help={t("limits_section_help")}
          error={form.findError("timeoutMs")}
          className="max-w-xs"
        >
          <Input
            inputMode="decimal"
            value={values.timeoutSeconds}
            onChange={(event) => form.set("timeoutMs", { timeoutSeconds: event.target.value })}
          />
        </Field>
        <details
          open={isOpen || hasError}
          onToggle={(event) => setIsOpen(event.currentTarget.open)}
          className="group/advanced"
        >
          <summary className="inline-flex min-h-6 w-fit cursor-pointer list-none items-center gap-1 rounded-tag font-medium text-muted hover:text-ink max-md:min-h-10 [&::-webkit-details-marker]:hidden">
            <ChevronRight aria-hidden className="size-4 transition-transform group-open/advanced:rotate-90" />
            {t("limits_section_advanced")}
          </summary>
          <div className="mt-3 grid gap-4 sm:grid-cols-2">
            <Field
              name="maxPerSecond"
              label={t("limits_section_requests_second")}
              isOptional
              help={t("limits_section_most_send_one_second")}
              error={form.findError("maxPerSecond")}
            >
              <Input
                inputMode="numeric"
                value={values.maxPerSecond}
                onChange={(event) => form.set("maxPerSecond", { maxPerSecond: event.target.value })}
              />
            </Field>
            <Field
              name="maxInFlight"
              label={t("limits_section_requests_time")}
              isOptional
              help={t("limits_section_most_that_wait_answer")}
              error={form.findError("maxInFlight")}
            >
              <Input
                inputMode="numeric"
                value={values.maxInFlight}
                onChange={(event) => form.set("maxInFlight", { maxInFlight: event.target.value })}
              />
            </Field>
          </div>
        </details>
      </div>
    </Section>
  );
}
