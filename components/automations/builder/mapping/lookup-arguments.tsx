"use client";

import { Plus, Trash2 } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import type { Transform } from "#lib/automations/transforms/transform-schema.ts";

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
            aria-label={`Value ${at + 1}`}
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
            aria-label={`In place of value ${at + 1}`}
            value={String(entry.to)}
            onChange={(event) =>
              onChange({ ...transform, entries: entries.with(at, { ...entry, to: event.target.value }) })
            }
          />
          <IconButton
            size="sm"
            label={`Remove value ${at + 1}`}
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
        Add a value
      </Button>
      <Select
        aria-label="Any other value"
        value={otherwise.rule}
        options={[
          { value: "keep", label: "Other values stay" },
          { value: "missing", label: "Other values count as missing" },
          { value: "value", label: "Other values become …" },
        ]}
        onChange={(event) => {
          const rule = event.target.value;
          if (rule === "value") onChange({ ...transform, otherwise: { rule, value: "" } });
          else if (rule === "keep" || rule === "missing") onChange({ ...transform, otherwise: { rule } });
        }}
      />
      {otherwise.rule === "value" && (
        <Input
          aria-label="Other values become"
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
