"use client";

import { createFromScratch } from "#components/automations/builder/new/server-actions.ts";
import { DecisionOutcome } from "#components/forms/decision-form.tsx";
import { useDecision } from "#components/forms/use-decision.ts";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { eventCatalogue } from "#lib/events/catalogue/catalogue.ts";
import { automationsBuilderNew as t } from "#lib/words/en/screens/automations-builder-new.ts";
import { common } from "#lib/words/en/screens/common.ts";

const eventTypes = () =>
  eventCatalogue
    .filter(({ source }) => source === "platform")
    .map(({ type, title }) => ({ value: type, label: title }));

/** The long way: a name and an event, and everything else in the editor. */
export function FromScratch() {
  const decision = useDecision(createFromScratch);
  return (
    <Card title={t("from_scratch_title")} description={t("from_scratch_description")}>
      <form {...decision.form} className="grid gap-4">
        <DecisionOutcome decision={decision} refusedTitle={t("from_scratch_was_not_created")} />
        <Field name="name" label={common("name")} isRequired>
          <Input defaultValue={t("from_scratch_new_automation")} maxLength={200} autoComplete="off" />
        </Field>
        <Field name="eventType" label={common("when")} isRequired>
          <Select defaultValue="order.paid" options={eventTypes()} />
        </Field>
        <SubmitButton variant="secondary" isPending={decision.isPending} className="justify-self-start">
          {t("from_scratch_title")}
        </SubmitButton>
      </form>
    </Card>
  );
}
