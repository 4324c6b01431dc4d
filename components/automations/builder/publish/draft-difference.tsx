"use client";

import { useQuery } from "@tanstack/react-query";
import { compareWithLive } from "#components/automations/builder/server-actions.ts";
import { Badge } from "#components/ui/badge.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import type { DifferenceDto } from "#lib/automations/trying/try-schema.ts";
import { toLabel } from "#lib/to-label.ts";
import { automationsBuilderPublish as t } from "#lib/words/en/screens/automations-builder-publish.ts";

interface DraftDifferenceProps {
  id: string;
  revision: number;
}

/** What publishing changes, step by step. */
export function DraftDifference({ id, revision }: DraftDifferenceProps) {
  const { data } = useQuery({
    queryKey: ["builder-difference", id, revision],
    queryFn: () => compareWithLive(id),
    retry: false,
  });
  if (!data) return <SkeletonRows label={t("draft_difference_label")} rows={2} />;
  if (!data.ok) return <p className="text-danger">{data.message}</p>;
  const { liveVersion, hasChanges, fields, steps } = data.data;
  if (!hasChanges) return <p className="text-muted">{t("draft_difference_nothing_differs_from_what")}</p>;
  if (liveVersion === null) return <FirstVersion steps={steps} />;
  return (
    <section aria-label={t("draft_difference_what_changes")} className="grid min-w-0 gap-2">
      <h3 className="font-medium">{t("draft_difference_changes_version_liveversion", { liveVersion })}</h3>
      <ul className="grid max-h-[40dvh] gap-2 overflow-y-auto" tabIndex={-1}>
        {fields.map((field) => (
          <li key={field.path} className="rounded-control border border-line p-3">
            <FieldChange field={field} />
          </li>
        ))}
        {steps.map((step) => (
          <StepChange key={`${step.key} ${step.change}`} step={step} />
        ))}
      </ul>
    </section>
  );
}

type Step = DifferenceDto["steps"][number];
type Field = DifferenceDto["fields"][number];

const changeWords = () =>
  ({
    added: t("change_words_new"),
    removed: t("change_words_gone"),
    changed: t("change_words_changed"),
    moved: t("change_words_moved"),
  }) as const;

function getTitle({ app, title, key }: Step): string {
  const action = title ?? toLabel(key);
  return app === null ? action : `${app}: ${action}`;
}

function FirstVersion({ steps }: { steps: readonly Step[] }) {
  return (
    <section aria-label={t("first_version_what_goes_live")} className="grid gap-1">
      <h3 className="font-medium">{t("first_version_this_first_version_does")}</h3>
      <ol className="grid list-decimal gap-0.5 pl-5 text-muted marker:text-subtle">
        {steps.map((step) => (
          <li key={step.key}>{getTitle(step)}</li>
        ))}
      </ol>
    </section>
  );
}

function StepChange({ step }: { step: Step }) {
  return (
    <li className="grid min-w-0 gap-2 rounded-control border border-line p-3">
      <p className="flex flex-wrap items-center gap-2 font-medium">
        {getTitle(step)}
        <Badge tone={step.change === "removed" ? "danger" : step.change === "added" ? "success" : "info"}>
          {changeWords()[step.change]}
        </Badge>
      </p>
      {step.change === "changed" &&
        step.fields.map((field) => <FieldChange key={field.path} field={field} />)}
    </li>
  );
}

function FieldChange({ field: { title, before, after } }: { field: Field }) {
  return (
    <div className="grid min-w-0 gap-0.5 text-sm [overflow-wrap:anywhere]">
      <p className="text-muted">{title}</p>
      {before !== null && (
        <p className="text-danger line-through decoration-1">
          <span className="sr-only">{t("field_change_before")} </span>
          {before}
        </p>
      )}
      {after !== null && (
        <p className="text-success">
          <span className="sr-only">{t("field_change_now")} </span>
          {after}
        </p>
      )}
    </div>
  );
}
