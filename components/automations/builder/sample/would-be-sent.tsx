"use client";

import { Send } from "lucide-react";
import { Notice } from "#components/ui/notice.tsx";
import { useBuilder } from "../builder-context.ts";
import { findChosen, shapesOfAction } from "../builder-model.ts";
import { faultWords } from "../fault-words.ts";
import { SentValues } from "./sent-values.tsx";

/** What the app would be given for the sample, kept true while the step is edited. */
export function WouldBeSent({ at }: { at: number }) {
  const { previewOf, world, definition } = useBuilder();
  const preview = previewOf(at);
  const step = definition.steps[at];
  if (preview === null || !step) return null;
  const { input } = shapesOfAction(findChosen(world, step).action);
  // What nobody has filled in yet is no fault of the sample.
  const isFilled = ({ path }: { path: string }) =>
    path === "" || Object.hasOwn(step.mapping, path.split(/[.[]/)[0] ?? "");
  const wrong = preview.problems.filter(isFilled);
  const open = preview.problems.length - wrong.length;
  return (
    <section aria-label={`What step ${at + 1} would send`} className="grid min-w-0 gap-2">
      <h4 className="flex items-center gap-1.5 font-medium text-muted text-sm">
        <Send aria-hidden className="size-3.5" />
        Would be sent for the sample
      </h4>
      {preview.note !== null && <p className="text-muted text-sm">{preview.note}</p>}
      {open > 0 && (
        <p className="text-muted text-sm">
          {open === 1 ? "1 field is still to be filled in." : `${open} fields are still to be filled in.`}
        </p>
      )}
      {wrong.length > 0 && (
        <Notice
          tone="warning"
          title="This sample would not go through"
          className="rounded-control p-3 text-sm"
        >
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
        <p className="text-muted text-sm">Left out of it: {preview.leftOut.join(" ")}</p>
      )}
    </section>
  );
}
