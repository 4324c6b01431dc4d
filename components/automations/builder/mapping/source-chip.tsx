"use client";

import { Braces } from "lucide-react";
import { useId, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogFooter } from "#components/ui/dialog.tsx";
import { FieldContext } from "#components/ui/field-context.ts";
import { Input } from "#components/ui/input.tsx";
import { useLocale } from "#components/ui/locale-context.tsx";
import { ModalClose } from "#components/ui/modal.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import type { IfMissing, Source } from "#lib/automations/mapping/mapping-schema.ts";
import { transformText } from "#lib/automations/words/transform-words.ts";
import { automationsBuilderMapping as t } from "#lib/words/en/screens/automations-builder-mapping.ts";
import { shownValue } from "../sample/shown-value.ts";
import { TransformList } from "./transform-list.tsx";
import { useSources } from "./use-sources.ts";

interface MissingRuleProps {
  ifMissing: IfMissing;
  onChange: (rule: IfMissing) => void;
}

const cards = () => [
  { value: "leave_out", label: t("cards_leave_out") },
  { value: "default", label: t("cards_use_something_else") },
  { value: "fail", label: t("cards_stop_step_say_so") },
];

interface SourceChipProps {
  source: Source;
  onChange: (source: Source) => void;
  onRemove: () => void;
}

/** A field that is used somewhere: its name, and behind it how it is changed and what holds when it is missing. */
export function SourceChip({ source, onChange, onRemove }: SourceChipProps) {
  const { getLabel } = useSources();
  const locale = useLocale();
  const modal = useRef<HTMLDialogElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const label = getLabel(source);
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

/** What holds where a field is not there. */
function MissingRule({ ifMissing, onChange }: MissingRuleProps) {
  const id = useId();
  return (
    <div className="grid gap-2">
      <RadioCards
        name={id}
        legend={t("missing_rule_when_missing")}
        columns={1}
        cards={cards()}
        value={ifMissing.rule}
        onValueChange={(rule) => {
          if (rule === "default") onChange({ rule, value: "" });
          else if (rule === "fail" || rule === "leave_out") onChange({ rule });
        }}
      />
      {ifMissing.rule === "default" && (
        <Input
          aria-label={t("missing_rule_use_this_instead")}
          placeholder={t("missing_rule_use_this_instead")}
          value={typeof ifMissing.value === "string" ? ifMissing.value : JSON.stringify(ifMissing.value)}
          onChange={(event) =>
            onChange({ rule: "default", value: readLike(ifMissing.value, event.target.value) })
          }
        />
      )}
    </div>
  );
}

/** A number stays a number while it reads as one. */
function readLike(before: unknown, typed: string): string | number {
  const isNumber = typeof before === "number" && typed.trim() !== "" && Number.isFinite(Number(typed));
  return isNumber ? Number(typed) : typed;
}
