"use client";

import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Section } from "#components/ui/section.tsx";
import type { WebhookForm } from "./use-webhook-form.ts";

/** How long to wait for an answer, and how much the endpoint can take. */
export function LimitsSection({ form }: { form: WebhookForm }) {
  const { values } = form;
  const hasError = Boolean(form.errorOf("maxPerSecond") ?? form.errorOf("maxInFlight"));
  const [isOpen, setIsOpen] = useState(values.maxPerSecond !== "" || values.maxInFlight !== "");
  return (
    <Section
      layout="split"
      title="Limits"
      description="Patchbay already slows down when an endpoint asks for it."
    >
      <div className="grid gap-4">
        <Field
          name="timeoutMs"
          label="Timeout in seconds"
          help="How long to wait for the answer before the attempt counts as failed: 1 to 30."
          error={form.errorOf("timeoutMs")}
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
            Advanced
          </summary>
          <div className="mt-3 grid gap-4 sm:grid-cols-2">
            <Field
              name="maxPerSecond"
              label="Requests a second"
              isOptional
              help="The most to send in one second. Empty: no limit."
              error={form.errorOf("maxPerSecond")}
            >
              <Input
                inputMode="numeric"
                value={values.maxPerSecond}
                onChange={(event) => form.set("maxPerSecond", { maxPerSecond: event.target.value })}
              />
            </Field>
            <Field
              name="maxInFlight"
              label="Requests at a time"
              isOptional
              help="The most that wait for an answer at once. Empty: no limit."
              error={form.errorOf("maxInFlight")}
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
