"use client";

import { Plus, Trash2 } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import type { Transform } from "#lib/automations/transforms/transform-schema.ts";
import { automationsBuilderMapping as t } from "#lib/words/en/screens/automations-builder-mapping.ts";

type Lookup = Extract<Transform, { transform: "lookup" }>;

interface LookupArgumentsProps {
  transform: Lookup;
  onChange: (transform: Lookup) => void;
}

/** Which value takes the place of which. */
export function LookupArguments({ transform, onChange }: LookupArgumentsProps) {
  const { entries, otherwise } = transform;
  return (
    <div className="grid gap-2">
      {entries.map((entry, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries have no other name
        <div key={at} className="grid grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)_auto] items-center gap-2">
          <Input
            aria-label={t("lookup_arguments_value_value", { value: at + 1 })}
            value={String(entry.from)}
            onChange={(event) =>
              onChange({
                ...transform,
                entries: entries.with(at, { ...entry, from: like(entry.from, event.target.value) }),
              })
            }
          />
          <span aria-hidden className="text-muted">
            →
          </span>
          <Input
            aria-label={t("lookup_arguments_place_value_value", { value: at + 1 })}
            value={String(entry.to)}
            onChange={(event) =>
              onChange({ ...transform, entries: entries.with(at, { ...entry, to: event.target.value }) })
            }
          />
          <IconButton
            size="sm"
            label={t("lookup_arguments_remove_value_value", { value: at + 1 })}
            icon={<Trash2 aria-hidden />}
            disabled={entries.length === 1}
            onClick={() => onChange({ ...transform, entries: entries.toSpliced(at, 1) })}
          />
        </div>
      ))}
      <Button
        size="sm"
        icon={<Plus aria-hidden />}
        className="justify-self-start"
        onClick={() => onChange({ ...transform, entries: [...entries, { from: "", to: "" }] })}
      >
        {t("lookup_arguments_add_value")}
      </Button>
      <Select
        aria-label={t("lookup_arguments_any_other_value")}
        value={otherwise.rule}
        options={[
          { value: "keep", label: t("lookup_arguments_other_values_stay") },
          { value: "missing", label: t("lookup_arguments_other_values_count_as") },
          { value: "value", label: t("lookup_arguments_other_values_become") },
        ]}
        onChange={(event) => {
          const rule = event.target.value;
          if (rule === "value") onChange({ ...transform, otherwise: { rule, value: "" } });
          else if (rule === "keep" || rule === "missing") onChange({ ...transform, otherwise: { rule } });
        }}
      />
      {otherwise.rule === "value" && (
        <Input
          aria-label={t("lookup_arguments_other_values_become_2")}
          value={String(otherwise.value)}
          onChange={(event) =>
            onChange({ ...transform, otherwise: { rule: "value", value: event.target.value } })
          }
        />
      )}
    </div>
  );
}

/** What was a number or yes and no stays one while it reads as one: they are compared by type. */
function like(before: string | number | boolean, typed: string): string | number | boolean {
  if (typeof before === "number" && typed.trim() !== "" && Number.isFinite(Number(typed)))
    return Number(typed);
  if (typeof before === "boolean" && (typed === "true" || typed === "false")) return typed === "true";
  return typed;
}
