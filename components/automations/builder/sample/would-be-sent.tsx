"use client";

import { Send } from "lucide-react";
import { SentFields } from "#components/automations/sent-fields.tsx";
import { useLocale } from "#components/ui/locale-context.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Shape } from "#lib/automations/shapes/shape.ts";
import { sentFields } from "#lib/automations/words/sent-words.ts";
import { automationsBuilderSample as t } from "#lib/words/en/screens/automations-builder-sample.ts";
import { useBuilder } from "../builder-context.ts";
import { findChosen, shapesOfAction } from "../builder-model.ts";
import { faultWords } from "../fault-words.ts";

interface SentValuesProps {
  input: Readonly<Record<string, unknown>>;
  /** Of the action. */
  shape: Shape;
}

/** What the app would be given for the sample, kept true while the step is edited. */
export function WouldBeSent({ at }: { at: number }) {
  const { getPreview, snapshot, definition } = useBuilder();
  const preview = getPreview(at);
  const step = definition.steps[at];
  if (preview === null || !step) return null;
  const { input } = shapesOfAction(findChosen(snapshot, step).action);
  // What nobody has filled in yet is no fault of the sample.
  const isFilled = ({ path }: { path: string }) =>
    path === "" || Object.hasOwn(step.mapping, path.split(/[.[]/)[0] ?? "");
  const wrong = preview.problems.filter(isFilled);
  const open = preview.problems.length - wrong.length;
  return (
    <section
      aria-label={t("would_be_sent_what_step_value_would", { value: at + 1 })}
      className="grid min-w-0 gap-2"
    >
      <h4 className="flex items-center gap-1.5 font-medium text-muted text-sm">
        <Send aria-hidden className="size-3.5" />
        {t("would_be_sent_would_sent_sample")}
      </h4>
      {preview.note !== null && <p className="text-muted text-sm">{preview.note}</p>}
      {open > 0 && <p className="text-muted text-sm">{t("would_be_sent_open_plural_one_1", { open })}</p>}
      {wrong.length > 0 && (
        <Notice tone="warning" title={t("would_be_sent_title")} className="rounded-control p-3 text-sm">
          <ul className="grid gap-0.5">
            {wrong.map(({ path, message }) => (
              <li key={`${path} ${message}`}>{faultWords(path, message, input)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {preview.input !== null && Object.keys(preview.input).length > 0 && (
        <SentValues input={preview.input} shape={input} />
      )}
      {preview.leftOut.length > 0 && (
        <p className="text-muted text-sm">
          {t("would_be_sent_left_out_leftout", { leftOut: preview.leftOut.join(" ") })}
        </p>
      )}
    </section>
  );
}

/** What the app would be given, field by field in plain words. */
function SentValues({ input, shape }: SentValuesProps) {
  const { scope } = useBuilder();
  const reader = { locale: useLocale(), timeZone: scope?.merchant.timeZone ?? "UTC" };
  return <SentFields fields={sentFields(input, shape, { reader, chosen: new Map() })} />;
}
