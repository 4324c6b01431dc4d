"use client";

import { Button } from "#components/ui/button.tsx";
import type { Value } from "#lib/automations/mapping/mapping-schema.ts";
import { ownAt } from "#lib/automations/mapping/own-at.ts";
import type { Path } from "#lib/automations/mapping/path-schema.ts";
import { followPath } from "#lib/automations/shapes/follow-path.ts";
import { type Shape, shapeOfType } from "#lib/automations/shapes/shape.ts";
import { titleOfPath } from "#lib/automations/words/field-words.ts";
import { automationsBuilderMapping as t } from "#lib/words/en/screens/automations-builder-mapping.ts";
import { PlaceContext, useBuilder, usePlace } from "../builder-context.ts";
import type { CompositeProps } from "./value-field-props.ts";

interface EachLineProps extends Pick<CompositeProps, "Inner"> {
  item: Shape;
  value: Extract<Value, { kind: "each_line" }>;
  /** Of the list. */
  path: Path;
  onChange: (value: Value | undefined) => void;
}

/** One entry for each order line, described once. */
export function EachLine({ item, value, path, onChange, Inner }: EachLineProps) {
  const { event, scope } = useBuilder();
  const place = usePlace();
  const line = followPath(event, value.over)?.shape.item ?? shapeOfType("any");
  const first = scope ? ownAt(scope.event, [...value.over, 0]) : undefined;
  const fields = value.item.kind === "object" ? value.item.fields : {};
  return (
    <PlaceContext value={{ ...place, line, lineAtHand: first === undefined ? null : { line: first } }}>
      <div className="flex flex-wrap items-center justify-between gap-2 rounded-control border border-accent-line bg-accent-soft px-3 py-2 text-sm">
        <p>
          {t.rich("each_line_one_entry_each_titleofpath", {
            titleOfPath: <span className="font-medium">{titleOfPath(event, value.over)}</span>,
          })}
        </p>
        <Button size="sm" onClick={() => onChange(undefined)}>
          {t("each_line_make_list_hand")}
        </Button>
      </div>
      {Object.entries(item.fields).map(([name, { shape, isRequired }]) => (
        <Inner
          key={name}
          name={name}
          shape={shape}
          isRequired={isRequired}
          value={fields[name]}
          path={[...path, 0, name]}
          onChange={(changed) => {
            const { [name]: _before, ...others } = fields;
            const next = changed === undefined ? others : { ...others, [name]: changed };
            onChange({ ...value, item: { kind: "object", fields: next } });
          }}
        />
      ))}
    </PlaceContext>
  );
}
