"use client";

import { type ComponentProps, type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from "react";
import { cn } from "#components/ui/cn.ts";
import { controlStyles } from "#components/ui/control-styles.ts";
import { useFieldControl } from "#components/ui/field-context.ts";
import { applyTextEdit, type GetLabel, shownPart, shownText, type TextPart } from "./text-parts.ts";

interface TextBoxProps {
  parts: readonly TextPart[];
  getLabel: GetLabel;
  isMultiline: boolean;
  placeholder?: string | undefined;
  box: RefObject<HTMLTextAreaElement | null>;
  onFocus: () => void;
  onChange: (parts: TextPart[]) => void;
}

/**
 * A text with fields in it. The browser's own text box, so that every keyboard and screen reader knows it: what lies
 * under it draws the frames of the fields at the same places.
 */
export function TextBox({ parts, getLabel, isMultiline, placeholder, box, onFocus, onChange }: TextBoxProps) {
  const caret = useRef<number | null>(null);
  const control = useFieldControl<ComponentProps<"textarea">>({});
  const text = shownText(parts, getLabel);

  // A field that goes as a whole leaves the caret behind it otherwise.
  useLayoutEffect(() => {
    if (caret.current === null) return;
    box.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });

  function edit(element: HTMLTextAreaElement) {
    const typed = isMultiline ? element.value : element.value.replaceAll(/\r?\n/g, " ");
    const edited = applyTextEdit(parts, getLabel, { text: typed, caret: element.selectionStart });
    if (shownText(edited.parts, getLabel) !== element.value) caret.current = edited.caret;
    onChange(edited.parts);
  }

  function press(event: KeyboardEvent) {
    if (event.key === "Enter" && !isMultiline && !event.nativeEvent.isComposing) event.preventDefault();
  }

  const letters =
    "px-3 py-1.5 text-base max-md:py-2 max-md:text-touch whitespace-pre-wrap [overflow-wrap:anywhere]";
  return (
    <div className={cn("grid rounded-control bg-surface", isMultiline && "min-h-18")}>
      <div aria-hidden className={cn("border border-transparent text-transparent [grid-area:1/1]", letters)}>
        {parts.map((part, at) =>
          typeof part === "string" ? (
            part
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name, and hold no state
            <span key={at} className="rounded-tag bg-accent-soft outline outline-accent-line">
              {shownPart(part, getLabel)}
            </span>
          ),
        )}
        {/* A line that ends the text takes room, too. */}
        {"\u200b"}
      </div>
      <textarea
        {...control}
        required={false}
        ref={box}
        rows={1}
        value={text}
        placeholder={placeholder}
        onChange={(event) => edit(event.target)}
        onFocus={onFocus}
        onKeyDown={press}
        className={cn(controlStyles, "resize-none overflow-hidden bg-transparent [grid-area:1/1]", letters)}
      />
    </div>
  );
}
