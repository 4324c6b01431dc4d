"use client";

import { Plus, Trash2 } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { FieldError } from "#components/ui/field.tsx";
import { fieldId } from "#components/ui/field-id.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { maxRetries } from "#lib/webhooks/retry-presets.ts";
import { type DelayRow, delayUnits, isDelayUnit } from "./delay-rows.ts";
import { editProps } from "./edit-button.ts";
import { edits } from "./form-edits.ts";
import type { WebhookForm } from "./use-webhook-form.ts";

/** The waits of a schedule of one's own, first to last. */
export function DelayList({ form }: { form: WebhookForm }) {
  const { retry } = form.values;

  function put(name: string, custom: readonly DelayRow[]) {
    form.set(name, { retry: { ...retry, custom } });
  }

  return (
    <div className="grid justify-items-start gap-2.5">
      <ol className="grid gap-2.5">
        {retry.custom.map((row, index) => (
          <DelayFields
            key={row.key}
            row={row}
            index={index}
            error={form.errorOf(`retrySchedule[${index}]`)}
            onChange={(changed) =>
              put(
                `retrySchedule[${index}]`,
                retry.custom.map((other) => (other.key === row.key ? changed : other)),
              )
            }
            onRemove={() => form.edit("retrySchedule", edits.removeWait(index))}
          />
        ))}
      </ol>
      <Button
        size="sm"
        icon={<Plus aria-hidden />}
        disabled={retry.custom.length >= maxRetries}
        {...editProps(edits.addWait, () => form.edit("retrySchedule", edits.addWait))}
      >
        Add another attempt
      </Button>
    </div>
  );
}

interface DelayFieldsProps {
  row: DelayRow;
  index: number;
  error: string | undefined;
  onChange: (row: DelayRow) => void;
  onRemove: () => void;
}

function DelayFields({ row, index, error, onChange, onRemove }: DelayFieldsProps) {
  const name = `retrySchedule[${index}]`;
  const errorId = `${fieldId(name)}-error`;
  const attempt = `attempt ${index + 2}`;
  return (
    <li className="grid gap-1">
      <div className="flex items-center gap-2">
        <span aria-hidden className="w-24 text-muted text-sm">
          {index === 0 ? "Again after" : "then after"}
        </span>
        <Input
          id={fieldId(name)}
          name={name}
          inputMode="decimal"
          aria-label={`Wait before ${attempt}`}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? errorId : undefined}
          value={row.amount}
          onChange={(event) => onChange({ ...row, amount: event.target.value })}
          className="w-20 text-right"
        />
        <Select
          name={name}
          aria-label={`Unit of the wait before ${attempt}`}
          options={delayUnits}
          value={row.unit}
          onChange={(event) => {
            const { value } = event.target;
            if (isDelayUnit(value)) onChange({ ...row, unit: value });
          }}
          className="w-32"
        />
        <IconButton
          label={`Remove ${attempt}`}
          icon={<Trash2 aria-hidden />}
          {...editProps(edits.removeWait(index), onRemove)}
        />
      </div>
      {error && <FieldError id={errorId}>{error}</FieldError>}
    </li>
  );
}
