"use client";

import { Braces } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogFooter } from "#components/ui/dialog.tsx";
import { FieldContext } from "#components/ui/field-context.ts";
import { useLocale } from "#components/ui/locale-context.tsx";
import { ModalClose } from "#components/ui/modal.tsx";
import type { Source } from "#lib/automations/mapping/mapping-schema.ts";
import { transformText } from "#lib/automations/words/transform-words.ts";
import { automationsBuilderMapping as t } from "#lib/words/en/screens/automations-builder-mapping.ts";
import { shownValue } from "../sample/shown-value.ts";
import { MissingRule } from "./missing-rule.tsx";
import { TransformList } from "./transform-list.tsx";
import { useSources } from "./use-sources.ts";

interface SourceChipProps {
  source: Source;
  onChange: (source: Source) => void;
  onRemove: () => void;
}

/** A field that is used somewhere: its name, and behind it how it is changed and what holds when it is missing. */
export function SourceChip({ source, onChange, onRemove }: SourceChipProps) {
  const { labelOf } = useSources();
  const locale = useLocale();
  const modal = useRef<HTMLDialogElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const label = labelOf(source);
  return (
    <FieldContext value={null}>
      <Dialog
        title={label}
        description={t("source_chip_description")}
        modal={modal}
        onOpenChange={setIsOpen}
        trigger={
          <button
            type="button"
            className="inline-flex min-h-7 min-w-0 items-center gap-1.5 rounded-tag border border-accent-line bg-accent-soft px-2 py-0.5 text-left font-medium text-accent-text text-sm hover:border-accent max-md:min-h-9"
          >
            <Braces aria-hidden className="size-3.5 shrink-0" />
            <span className="min-w-0">
              <span className="sr-only">{t("source_chip_field_use")} </span>
              {label}
              {source.transforms.length > 0 && (
                <span className="font-normal">
                  {" "}
                  · {source.transforms.map((one) => transformText(one, locale)).join(" · ")}
                </span>
              )}
            </span>
          </button>
        }
      >
        {isOpen && (
          <div className="grid min-w-0 gap-5">
            <SampleValue source={source} />
            <TransformList source={source} onChange={(transforms) => onChange({ ...source, transforms })} />
            <MissingRule
              ifMissing={source.ifMissing}
              onChange={(ifMissing) => onChange({ ...source, ifMissing })}
            />
          </div>
        )}
        <DialogFooter>
          <Button
            variant="ghost"
            onClick={() => {
              modal.current?.close();
              onRemove();
            }}
          >
            {t("source_chip_remove_field")}
          </Button>
          <ModalClose>
            <Button variant="primary">{t("source_chip_done")}</Button>
          </ModalClose>
        </DialogFooter>
      </Dialog>
    </FieldContext>
  );
}

/** What the sample has there, before and after the changes. */
function SampleValue({ source }: { source: Source }) {
  const { read } = useSources();
  const locale = useLocale();
  const before = read({ ...source, transforms: [] });
  const after = read(source);
  if (before === null || after === null) return null;
  const words = (found: typeof after) =>
    found.kind === "value"
      ? (shownValue(found.value, locale) ?? "")
      : found.kind === "missing"
        ? "missing"
        : t("sample_value_does_not_work");
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 rounded-control border border-line bg-sunken px-3 py-2 text-sm">
      <dt className="text-muted">{t("sample_value_sample")}</dt>
      <dd className="whitespace-pre-wrap [overflow-wrap:anywhere]">{words(before)}</dd>
      {source.transforms.length > 0 && (
        <>
          <dt className="text-muted">{t("sample_value_becomes")}</dt>
          <dd aria-live="polite" className="whitespace-pre-wrap font-medium [overflow-wrap:anywhere]">
            {words(after)}
          </dd>
        </>
      )}
    </dl>
  );
}
