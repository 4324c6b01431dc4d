"use client";

import { useState } from "react";
import { DecisionOutcome } from "#components/forms/decision-form.tsx";
import { useDecision } from "#components/forms/use-decision.ts";
import { useFieldErrors } from "#components/forms/use-field-errors.ts";
import { switchFaultOn } from "#components/sandboxes/server-actions.ts";
import { Field } from "#components/ui/field.tsx";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { toastDone } from "#components/ui/toast.tsx";
import { type FaultKind, faultKindSchema } from "#lib/sandbox/fault-schema.ts";
import { addFaultInput } from "#lib/sandbox/schema.ts";
import { sandboxes as t } from "#lib/words/en/screens/sandboxes.ts";
import { faultInput } from "./fault-input.ts";
import { faultWords } from "./fault-words.ts";

const kindOptions = () =>
  faultKindSchema.options.map((kind) => ({ value: kind, label: faultWords()[kind].label }));
const targetOptions = () => [
  { value: "api", label: t("target_options_using_app") },
  { value: "token", label: t("target_options_getting_renewing_access") },
];

interface FaultFormProps {
  provider: string;
  onDone: () => Promise<void>;
}

/** How the next calls are to fail. */
export function FaultForm({ provider, onDone }: FaultFormProps) {
  const [kind, setKind] = useState<FaultKind>("server_error");
  const { errors, summary, checkAll, show } = useFieldErrors(addFaultInput);
  const decision = useDecision(switchFaultOn, {
    isReady: (form) => checkAll(faultInput(form)) !== undefined,
    onResult: async (result) => {
      if (!result.ok) return show(result.fieldErrors, result.message);
      toastDone(t("fault_form_next_calls_will_fail"));
      await onDone();
    },
  });

  return (
    <form {...decision.form} noValidate className="grid gap-4 border-line border-t pt-4">
      <input type="hidden" name="provider" value={provider} />
      <FormErrorSummary
        title={t("fault_form_title")}
        errors={summary.filter(({ name }) => name === undefined)}
      />
      <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-[minmax(0,2fr)_minmax(0,1.5fr)_7rem_9rem]">
        <Field name="kind" label={t("fault_form_label")} error={errors.kind}>
          <Select
            defaultValue={kind}
            options={kindOptions()}
            onChange={(event) => setKind(faultKindSchema.parse(event.target.value))}
          />
        </Field>
        <Field name="target" label={t("fault_form_which_calls")} error={errors.target}>
          <Select defaultValue="api" options={targetOptions()} />
        </Field>
        <Field name="times" label={t("fault_form_how_many")} error={errors.times}>
          <Input inputMode="numeric" autoComplete="off" defaultValue="3" />
        </Field>
        <SecondsField key={kind} kind={kind} errors={errors} />
      </div>
      <p className="text-muted">{faultWords()[kind].meaning}</p>
      <SubmitButton variant="secondary" isPending={decision.isPending} className="w-fit max-sm:w-full">
        {t("fault_form_make_next_calls_fail")}
      </SubmitButton>
      {decision.isPosted && (
        <DecisionOutcome
          decision={decision}
          done={t("fault_form_next_calls_will_fail_2")}
          refusedTitle={t("fault_form_title")}
        />
      )}
    </form>
  );
}

interface SecondsFieldProps {
  kind: FaultKind;
  errors: Readonly<Record<string, string>>;
}

/** Only where the fault has a time: how long to wait, or how late the answer comes. */
function SecondsField({ kind, errors }: SecondsFieldProps) {
  if (kind !== "rate_limited" && kind !== "slow") return null;
  const isSlow = kind === "slow";
  const name = isSlow ? "delayMs" : "retryAfterSeconds";
  return (
    <Field
      name={name}
      label={isSlow ? t("seconds_field_seconds_late") : t("seconds_field_seconds_wait")}
      error={errors[name]}
    >
      <Input inputMode="numeric" autoComplete="off" placeholder={isSlow ? "15" : "30"} />
    </Field>
  );
}
