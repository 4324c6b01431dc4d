"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { suggestForStep } from "#components/automations/builder/server-actions.ts";
import { Button } from "#components/ui/button.tsx";
import { Field, FieldError } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Step } from "#lib/automations/definition-schema.ts";
import type { Mapping, Value } from "#lib/automations/mapping/mapping-schema.ts";
import { toLabel } from "#lib/to-label.ts";
import { automationsBuilderSteps as t } from "#lib/words/en/screens/automations-builder-steps.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { useBuilder } from "../builder-context.ts";
import { findChosen, shapesOfAction } from "../builder-model.ts";
import { ValueField } from "../mapping/value-field.tsx";
import { problemsAt } from "../problems.ts";
import { SuggestAll, SuggestedValue } from "../suggestions/suggested-value.tsx";
import { type FieldSuggestion, openSuggestions } from "../suggestions/suggestions.ts";

const none: readonly FieldSuggestion[] = [];

interface StepFieldsProps {
  step: Step;
  at: number;
  onChange: (step: Step) => void;
}

/** The values that the action of a step is given. Those that are needed or filled in come first. */
export function StepFields({ step, at, onChange }: StepFieldsProps) {
  const { snapshot, problems } = useBuilder();
  const { action, connection } = findChosen(snapshot, step);
  const [showsAll, setShowsAll] = useState(false);
  const suggestions = useSuggestions(step.key);
  const { input } = shapesOfAction(action);
  const path = ["steps", at, "mapping"] as const;
  const fields = Object.entries(input.fields);
  const isShown = ([name, { isRequired }]: (typeof fields)[number]) =>
    showsAll ||
    isRequired ||
    Object.hasOwn(step.mapping, name) ||
    suggestions.some((one) => one.name === name);
  const hidden = fields.filter((field) => !isShown(field)).length;
  const orphaned = Object.keys(step.mapping).filter(
    (name) => action !== null && !Object.hasOwn(input.fields, name),
  );
  const general = [
    ...problemsAt(problems, ["steps", at, "integrationId"]),
    ...problemsAt(problems, ["steps", at, "action"]),
  ];
  const put = (name: string, value: Value | undefined) =>
    onChange({ ...step, mapping: withValue(step.mapping, name, value) });

  return (
    <div className="grid min-w-0 gap-5">
      {general.map(({ message, path: place }) => (
        <FieldError key={`${place} ${message}`}>{message}</FieldError>
      ))}
      {connection?.needsAttention && (
        <Notice tone="warning">
          {t.rich("step_fields_label_needs_attention_until", {
            label: connection.label,
            link: (text) => (
              <TextLink href={`/marketplace/${connection.app}?account=${connection.id}`}>{text}</TextLink>
            ),
          })}
        </Notice>
      )}
      <AccountChoice step={step} onChange={onChange} />
      {action && <p className="max-w-prose text-muted">{action.description}</p>}
      <SuggestAll
        suggestions={openSuggestions(suggestions, step.mapping)}
        onTake={(taken) => onChange({ ...step, mapping: { ...taken, ...step.mapping } })}
      />
      {fields.filter(isShown).map(([name, { shape, isRequired }]) => (
        <ValueField
          key={name}
          name={name}
          shape={shape}
          isRequired={isRequired}
          value={step.mapping[name]}
          path={[...path, name]}
          onChange={(value) => put(name, value)}
        >
          {!Object.hasOwn(step.mapping, name) && (
            <SuggestedValue
              suggestion={suggestions.find((one) => one.name === name)}
              onTake={(value) => put(name, value)}
            />
          )}
        </ValueField>
      ))}
      {orphaned.map((name) => (
        <Notice
          key={name}
          tone="warning"
          action={
            <Button size="sm" onClick={() => put(name, undefined)}>
              {t("step_fields_remove_labelof", { labelOf: toLabel(name) })}
            </Button>
          }
        >
          {t("step_fields_app_no_longer_has", { labelOf: toLabel(name) })}
        </Notice>
      ))}
      {fields.length === 0 && action && <p className="text-muted">{t("step_fields_there_nothing_fill")}</p>}
      {hidden > 0 && (
        <Button size="sm" className="justify-self-start" onClick={() => setShowsAll(true)}>
          {t("step_fields_hidden_plural_one_show", { hidden })}
        </Button>
      )}
    </div>
  );
}

function withValue(mapping: Mapping, name: string, value: Value | undefined): Mapping {
  const { [name]: _before, ...others } = mapping;
  return value === undefined ? others : { ...mapping, [name]: value };
}

/** Which of several accounts at the app it is. */
function AccountChoice({ step, onChange }: Pick<StepFieldsProps, "step" | "onChange">) {
  const { snapshot } = useBuilder();
  const { connection } = findChosen(snapshot, step);
  const others = snapshot.connections.filter(({ app }) => app === connection?.app);
  if (others.length < 2) return null;
  return (
    <Field name={`account-${step.key}`} label={common("account")}>
      <Select
        value={step.integrationId}
        options={others.map(({ id, label, isSandbox }) => ({
          value: id,
          label: isSandbox ? t("account_choice_label_sandbox", { label }) : label,
        }))}
        onChange={(event) => onChange({ ...step, integrationId: event.target.value })}
      />
    </Field>
  );
}

/** What most likely belongs into the fields of a step. It hangs on the event, the action and the steps before alone. */
function useSuggestions(key: string): readonly FieldSuggestion[] {
  const { id, definition } = useBuilder();
  const at = definition.steps.findIndex((step) => step.key === key);
  const known = definition.steps.slice(0, at + 1);
  const { data } = useQuery({
    queryKey: [
      "builder-suggestions",
      definition.eventType,
      known.map((step) => [step.key, step.integrationId, step.action]),
    ],
    queryFn: () => {
      const steps = known.map((step) => ({ ...step, mapping: {}, condition: null, mustReach: null }));
      return suggestForStep({ id, definition: { ...definition, condition: null, steps }, step: key });
    },
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return data?.ok ? data.data : none;
}
