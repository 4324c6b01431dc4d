"use client";

import { type SubmitEvent, useState, useTransition } from "react";
import { switchFaultOn } from "#app/(dashboard)/sandboxes/actions.ts";
import { useFieldErrors } from "#components/forms/use-field-errors.ts";
import { Field } from "#components/ui/field.tsx";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { toastDone } from "#components/ui/toast.tsx";
import { faultKindSchema, faultTargetSchema } from "#lib/sandbox/fault-schema.ts";
import { addFaultInput } from "#lib/sandbox/schema.ts";
import { type FaultDraft, faultInput } from "./fault-input.ts";
import { faultWords } from "./fault-words.ts";

const kindOptions = faultKindSchema.options.map((kind) => ({ value: kind, label: faultWords[kind].label }));
const targetOptions = [
  { value: "api", label: "Using the app" },
  { value: "token", label: "Getting or renewing access" },
];

interface FaultFormProps {
  provider: string;
  onDone: () => Promise<void>;
}

/** How the next calls are to fail. */
export function FaultForm({ provider, onDone }: FaultFormProps) {
  const [draft, setDraft] = useState<FaultDraft>({
    kind: "server_error",
    target: "api",
    times: "3",
    seconds: "",
  });
  const { errors, summary, checkAll, show } = useFieldErrors(addFaultInput);
  const [isPending, startTransition] = useTransition();
  const change = (part: Partial<FaultDraft>) => setDraft((before) => ({ ...before, ...part }));

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const input = checkAll(faultInput(provider, draft));
    if (!input || isPending) return;
    startTransition(async () => {
      const result = await switchFaultOn(input).catch(() => null);
      if (result === null) return show([], "Patchbay cannot be reached. Try again.");
      if (!result.ok) return show(result.fieldErrors, result.message);
      toastDone("The next calls will fail");
      await onDone();
    });
  }

  return (
    <form noValidate onSubmit={submit} className="grid gap-4 border-line border-t pt-4">
      <FormErrorSummary
        title="Nothing was switched on"
        errors={summary.filter(({ name }) => name === undefined)}
      />
      <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-[minmax(0,2fr)_minmax(0,1.5fr)_7rem_9rem]">
        <Field name="kind" label="What goes wrong" error={errors.kind}>
          <Select
            value={draft.kind}
            options={kindOptions}
            onChange={(event) => change({ kind: faultKindSchema.parse(event.target.value), seconds: "" })}
          />
        </Field>
        <Field name="target" label="Which calls" error={errors.target}>
          <Select
            value={draft.target}
            options={targetOptions}
            onChange={(event) => change({ target: faultTargetSchema.parse(event.target.value) })}
          />
        </Field>
        <Field name="times" label="How many" error={errors.times}>
          <Input
            inputMode="numeric"
            autoComplete="off"
            value={draft.times}
            onChange={(event) => change({ times: event.target.value })}
          />
        </Field>
        <SecondsField draft={draft} errors={errors} onChange={(seconds) => change({ seconds })} />
      </div>
      <p className="text-muted">{faultWords[draft.kind].meaning}</p>
      <SubmitButton variant="secondary" isPending={isPending} className="w-fit max-sm:w-full">
        Make the next calls fail
      </SubmitButton>
    </form>
  );
}

interface SecondsFieldProps {
  draft: FaultDraft;
  errors: Readonly<Record<string, string>>;
  onChange: (seconds: string) => void;
}

/** Only where the fault has a time: how long to wait, or how late the answer comes. */
function SecondsField({ draft, errors, onChange }: SecondsFieldProps) {
  if (draft.kind !== "rate_limited" && draft.kind !== "slow") return null;
  const isSlow = draft.kind === "slow";
  const name = isSlow ? "delayMs" : "retryAfterSeconds";
  return (
    <Field name={name} label={isSlow ? "Seconds late" : "Seconds to wait"} error={errors[name]}>
      <Input
        inputMode="numeric"
        autoComplete="off"
        placeholder={isSlow ? "15" : "30"}
        value={draft.seconds}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
