"use client";

import { Braces, ListOrdered, Plus, Trash2 } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { Value } from "#lib/automations/mapping/mapping-schema.ts";
import type { Path } from "#lib/automations/mapping/path-schema.ts";
import { type Shape, shapeOfType } from "#lib/automations/shapes/shape.ts";
import { automationsBuilderMapping as t } from "#lib/words/en/screens/automations-builder-mapping.ts";
import { useBuilder, usePlace } from "../builder-context.ts";
import { EachLine } from "./each-line.tsx";
import { FieldPicker } from "./field-picker.tsx";
import { ValueGroup } from "./object-control.tsx";
import { SourceChip } from "./source-chip.tsx";
import { sourceFor } from "./source-choices.ts";
import type { CompositeProps } from "./value-field-props.ts";

/** A list: entry by entry, one entry for each order line, or a list that a field holds. */
export function ListControl(props: CompositeProps) {
  const { label, shape, isRequired, value, path, onChange, Inner } = props;
  const lines = useLines();
  const item = shape.item ?? shapeOfType("any");
  const items = value?.kind === "list" ? value.items : [];
  const use = { wanted: shape, isRequired, isWithinText: false };
  const put = (next: readonly Value[]) =>
    onChange(next.length === 0 ? undefined : { kind: "list", items: next });

  if (value?.kind === "each_line") {
    return (
      <ValueGroup {...props}>
        <EachLine item={item} value={value} path={path} onChange={onChange} Inner={Inner} />
      </ValueGroup>
    );
  }
  if (value !== undefined && value.kind !== "list") {
    return (
      <ValueGroup {...props}>
        {value.kind === "field" || value.kind === "result" || value.kind === "line" ? (
          <div>
            <SourceChip source={value} onChange={onChange} onRemove={() => onChange(undefined)} />
          </div>
        ) : (
          <Button size="sm" className="justify-self-start" onClick={() => onChange(undefined)}>
            {t("list_control_make_list_anew")}
          </Button>
        )}
      </ValueGroup>
    );
  }
  return (
    <ValueGroup {...props}>
      {items.map((entry, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries have no other name, and hold no state
        <div key={at} className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            <Inner
              name={String(at)}
              label={entryLabel(label, shape, at)}
              shape={item}
              isRequired
              value={entry}
              path={[...path, at]}
              onChange={(changed) => put(items.with(at, changed ?? createEmpty(item)))}
            />
          </div>
          <IconButton
            size="sm"
            label={t("list_control_remove_entrylabel", { entryLabel: entryLabel(label, shape, at) })}
            icon={<Trash2 aria-hidden />}
            onClick={() => put(items.toSpliced(at, 1))}
          />
        </div>
      ))}
      <div className="flex flex-wrap gap-1.5">
        <Button
          size="sm"
          icon={<Plus aria-hidden />}
          aria-label={t("list_control_add_label", { label })}
          disabled={shape.maxItems !== null && items.length >= shape.maxItems}
          onClick={() => put([...items, createEmpty(item)])}
        >
          {t("list_control_add")}
        </Button>
        {items.length === 0 && lines && Object.keys(item.fields).length > 0 && (
          <Button
            size="sm"
            icon={<ListOrdered aria-hidden />}
            onClick={() =>
              onChange({
                kind: "each_line",
                over: lines.path,
                ifMissing: { rule: isRequired ? "fail" : "leave_out" },
                item: { kind: "object", fields: {} },
              })
            }
          >
            {t("list_control_one_each_order_line")}
          </Button>
        )}
        {items.length === 0 && (
          <FieldPicker
            title={t("list_control_title", { label })}
            fits={(candidate) => sourceFor(candidate, use) !== null}
            onPick={(candidate) => onChange(sourceFor(candidate, use) ?? undefined)}
            trigger={
              <Button
                size="sm"
                variant="ghost"
                icon={<Braces aria-hidden />}
                aria-label={t("list_control_title", { label })}
              >
                {t("list_control_from_field")}
              </Button>
            }
          />
        )}
      </div>
    </ValueGroup>
  );
}

/** What the places of a list are called: the columns of a row have letters. */
function entryLabel(label: string, { isPositional }: Shape, at: number): string {
  return isPositional && at < 26
    ? t("entry_label_column_fromcharcode", { fromCharCode: String.fromCharCode(65 + at) })
    : `${label} ${at + 1}`;
}

function createEmpty({ fields }: Shape): Value {
  return Object.keys(fields).length > 0 ? { kind: "object", fields: {} } : { kind: "fixed", value: "" };
}

/** The order lines of the event; null where it has none, and within a list of them. */
function useLines(): { path: Path; item: Shape } | null {
  const { event } = useBuilder();
  const { line } = usePlace();
  const data = event.fields.data?.shape;
  if (line !== null || !data) return null;
  const found = Object.entries(data.fields).find(([, { shape }]) => shape.type === "lines");
  if (!found?.[1].shape.item) return null;
  return { path: ["data", found[0]], item: found[1].shape.item };
}
