"use client";

import { Plus, Trash2 } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Field, FieldError } from "#components/ui/field.tsx";
import { fieldId } from "#components/ui/field-id.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";
import { Section } from "#components/ui/section.tsx";
import { maskedValue } from "#lib/crypto/mask.ts";
import { maxCustomHeaders } from "#lib/webhooks/headers.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { webhooksEditor as t } from "#lib/words/en/screens/webhooks-editor.ts";
import { editProps } from "./edit-button.ts";
import { edits } from "./form-edits.ts";
import type { HeaderRow } from "./form-values.ts";
import type { WebhookForm } from "./use-webhook-form.ts";

/** Further HTTP headers for each request. Stored values come masked and stay unless typed over. */
export function HeadersSection({ form }: { form: WebhookForm }) {
  const { headers } = form.values;
  const error = form.findError("headers");

  function change(index: number, part: "name" | "value", text: string) {
    const next = headers.map((row, at) => (at === index ? { ...row, [part]: text } : row));
    form.set(`headers[${index}].${part}`, { headers: next });
  }

  return (
    <Section layout="split" title={t("headers_section_title")} description={t("headers_section_description")}>
      <div id={fieldId("headers")} tabIndex={-1} className="grid justify-items-start gap-3">
        {headers.map((row, index) => (
          <HeaderFields
            key={row.key}
            form={form}
            row={row}
            index={index}
            onChange={(part, text) => change(index, part, text)}
          />
        ))}
        {error && <FieldError>{error}</FieldError>}
        <Button
          size="sm"
          icon={<Plus aria-hidden />}
          disabled={headers.length >= maxCustomHeaders}
          {...editProps(edits.addHeader, () => form.edit("headers", edits.addHeader))}
        >
          {t("headers_section_add_header")}
        </Button>
      </div>
    </Section>
  );
}

interface HeaderFieldsProps {
  form: WebhookForm;
  row: HeaderRow;
  index: number;
  onChange: (part: "name" | "value", text: string) => void;
}

function HeaderFields({ form, row, index, onChange }: HeaderFieldsProps) {
  const name = `headers[${index}].name`;
  const value = `headers[${index}].value`;
  const remove = edits.removeHeader(index);
  return (
    <div className="grid w-full grid-cols-[minmax(0,1fr)_auto] items-start gap-x-2 gap-y-2 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto]">
      <Field
        name={name}
        label={<span className="text-sm">{common("name")}</span>}
        error={form.findError(name)}
      >
        <Input
          isMono
          autoComplete="off"
          spellCheck={false}
          placeholder="X-Shop"
          value={row.name}
          onChange={(event) => onChange("name", event.target.value)}
        />
      </Field>
      <Field
        name={value}
        label={<span className="text-sm">{t("header_fields_value")}</span>}
        error={form.findError(value)}
        className="max-sm:col-start-1"
      >
        <Input
          isMono
          autoComplete="off"
          spellCheck={false}
          value={row.value}
          onFocus={(event) => row.value === maskedValue && event.target.select()}
          onChange={(event) => onChange("value", event.target.value)}
        />
      </Field>
      <IconButton
        label={
          row.name
            ? t("header_fields_remove_header_name", { name: row.name })
            : t("header_fields_remove_this_header")
        }
        icon={<Trash2 aria-hidden />}
        {...editProps(remove, () => form.edit("headers", remove))}
        className="mt-7 max-sm:col-start-2 max-sm:row-start-1"
      />
    </div>
  );
}
