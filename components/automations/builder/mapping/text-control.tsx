"use client";

import { Plus } from "lucide-react";
import { useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import type { Source, Value } from "#lib/automations/mapping/mapping-schema.ts";
import type { Shape } from "#lib/automations/shapes/shape.ts";
import { automationsBuilderMapping as t } from "#lib/words/en/screens/automations-builder-mapping.ts";
import { FieldPicker } from "./field-picker.tsx";
import { SourceChip } from "./source-chip.tsx";
import { sourceFor } from "./source-choices.ts";
import { TextBox } from "./text-box.tsx";
import { insertSource, joined, shownText, type TextPart } from "./text-parts.ts";
import { partsOfValue, valueOfParts } from "./text-value.ts";
import { useSources } from "./use-sources.ts";

interface TextControlProps {
  label: string;
  shape: Shape;
  isRequired: boolean;
  /** Of a list: entries are short. */
  isEntry: boolean;
  value: Value | undefined;
  placeholder?: string | undefined;
  onChange: (value: Value | undefined) => void;
}

/** A text that is typed, a field, or a text with fields in it: one box for all three. */
export function TextControl({
  label,
  shape,
  isRequired,
  isEntry,
  value,
  placeholder,
  onChange,
}: TextControlProps) {
  const { shapes, line, getLabel } = useSources();
  const box = useRef<HTMLTextAreaElement>(null);
  const hadFocus = useRef(false);
  const parts = partsOfValue(value) ?? [];
  const put = (changed: readonly TextPart[]) => onChange(valueOfParts(changed, shape, shapes, line));

  function insert(source: Source) {
    const at = box.current;
    // Where nobody has been yet the browser says the beginning; a person means the end.
    const end = shownText(parts, getLabel).length;
    const selection =
      at && hadFocus.current ? { start: at.selectionStart, end: at.selectionEnd } : { start: end, end };
    put(insertSource(parts, getLabel, selection, source).parts);
    at?.focus();
  }

  const use = { wanted: shape, isRequired, isWithinText: parts.length > 0 || isProse(shape) };
  return (
    <div className="grid min-w-0 gap-1.5">
      <TextBox
        parts={parts}
        getLabel={getLabel}
        isMultiline={isProse(shape) && !isEntry}
        placeholder={placeholder}
        box={box}
        onFocus={() => {
          hadFocus.current = true;
        }}
        onChange={put}
      />
      <div className="flex flex-wrap items-center gap-1.5">
        {parts.map((part, at) =>
          typeof part === "string" ? null : (
            <SourceChip
              // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name
              key={at}
              source={part}
              onChange={(changed) => put(parts.with(at, changed))}
              onRemove={() => put(joined(parts.toSpliced(at, 1)))}
            />
          ),
        )}
        <FieldPicker
          title={t("text_control_title", { label })}
          fits={(candidate) => sourceFor(candidate, use) !== null}
          onPick={(candidate) => {
            const source = sourceFor(candidate, use);
            if (source) insert(source);
          }}
          trigger={
            <Button
              size="sm"
              variant="ghost"
              icon={<Plus aria-hidden />}
              aria-label={t("text_control_title", { label })}
            >
              {t("text_control_insert_field")}
            </Button>
          }
        />
      </div>
    </div>
  );
}

/** Texts for people, of several lines. */
function isProse({ type, maxLength, meaning, pattern }: Shape): boolean {
  return (
    type === "text" && meaning === null && pattern === null && (maxLength === null || maxLength >= 1_000)
  );
}
