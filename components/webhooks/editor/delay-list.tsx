"use client";

import { Plus, Trash2 } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { FieldError } from "#components/ui/field.tsx";
import { fieldId } from "#components/ui/field-id.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { maxRetries } from "#lib/webhooks/retry-presets.ts";
import { webhooksEditor as t } from "#lib/words/en/screens/webhooks-editor.ts";
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
            error={form.findError(`retrySchedule[${index}]`)}
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
        {t("delay_list_add_another_attempt")}
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
  const attempt = t("delay_fields_attempt_value", { value: index + 2 });
  return (
    <li className="grid gap-1">
      <div className="flex items-center gap-2">
        <span aria-hidden className="w-24 text-muted text-sm">
          {index === 0 ? t("delay_fields_again_after") : t("delay_fields_then_after")}
        </span>
        <Input
          id={fieldId(name)}
          name={name}
          inputMode="decimal"
          aria-label={t("delay_fields_wait_before_attempt", { attempt })}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? errorId : undefined}
          value={row.amount}
          onChange={(event) => onChange({ ...row, amount: event.target.value })}
          className="w-20 text-right"
        />
        <Select
          name={name}
          aria-label={t("delay_fields_unit_wait_before_attempt", { attempt })}
          options={delayUnits()}
          value={row.unit}
          onChange={(event) => {
            const { value } = event.target;
            if (isDelayUnit(value)) onChange({ ...row, unit: value });
          }}
          className="w-32"
        />
        <IconButton
          label={t("delay_fields_remove_attempt", { attempt })}
          icon={<Trash2 aria-hidden />}
          {...editProps(edits.removeWait(index), onRemove)}
        />
      </div>
      {error && <FieldError id={errorId}>{error}</FieldError>}
    </li>
  );
}
