"use client";

import { useState } from "react";
import { FieldError } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { type Json, type Value, valueSchema } from "#lib/automations/mapping/mapping-schema.ts";
import { automationsBuilderMapping as t } from "#lib/words/en/screens/automations-builder-mapping.ts";

interface JsonControlProps {
  value: Value | undefined;
  onChange: (value: Value | undefined) => void;
}

/** What no control fits is typed as JSON, and is the same each time. */
export function JsonControl({ value, onChange }: JsonControlProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (value?.kind === "fixed" ? JSON.stringify(value.value, null, 2) : "");
  const isWrong = shown.trim() !== "" && readJson(shown) === undefined;
  return (
    <>
      <Textarea
        isMono
        rows={3}
        spellCheck={false}
        required={false}
        placeholder={t("json_control_placeholder", { example: '{"table": 12}' })}
        aria-invalid={isWrong || undefined}
        value={shown}
        onChange={(event) => {
          const text = event.target.value;
          setTyped(text);
          const json = readJson(text);
          if (text.trim() === "") onChange(undefined);
          else if (json !== undefined) onChange({ kind: "fixed", value: json });
        }}
      />
      {isWrong && <FieldError>{t("json_control_this_cannot_read_yet")}</FieldError>}
    </>
  );
}

function readJson(text: string): Json | undefined {
  try {
    const read = valueSchema.safeParse({ kind: "fixed", value: JSON.parse(text) });
    return read.success && read.data.kind === "fixed" ? read.data.value : undefined;
  } catch {
    return undefined;
  }
}
