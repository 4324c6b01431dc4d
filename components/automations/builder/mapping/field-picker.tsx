"use client";

import { type ReactNode, useId, useRef, useState } from "react";
import { Dialog } from "#components/ui/dialog.tsx";
import { FieldContext } from "#components/ui/field-context.ts";
import { Input } from "#components/ui/input.tsx";
import { useLocale } from "#components/ui/locale-context.tsx";
import type { Candidate } from "#lib/automations/suggestions/candidates.ts";
import { titleOfPath } from "#lib/automations/words/field-words.ts";
import { hasWord, typedWords } from "#lib/search/words.ts";
import { automationsBuilderMapping as t } from "#lib/words/en/screens/automations-builder-mapping.ts";
import { useBuilder, usePlace } from "../builder-context.ts";
import { shownField } from "../sample/shown-field.ts";
import { type SourceChoice, sourceChoices } from "./source-choices.ts";

interface FieldPickerProps {
  trigger: ReactNode;
  title: string;
  /** Whether a field can be used here; others are not listed. */
  fits: (candidate: Candidate) => boolean;
  onPick: (candidate: Candidate) => void;
}

/** A button that opens the list of everything a value can come from, each with what the sample has there. */
export function FieldPicker({ trigger, title, ...list }: FieldPickerProps) {
  const modal = useRef<HTMLDialogElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <FieldContext value={null}>
      <Dialog trigger={trigger} title={title} modal={modal} onOpenChange={setIsOpen}>
        {isOpen && (
          <FieldList
            {...list}
            onPick={(candidate) => {
              modal.current?.close();
              list.onPick(candidate);
            }}
          />
        )}
      </Dialog>
    </FieldContext>
  );
}

function FieldList({ fits, onPick }: Omit<FieldPickerProps, "trigger" | "title">) {
  const { event } = useBuilder();
  const { earlier, line } = usePlace();
  const [search, setSearch] = useState("");
  const choices = sourceChoices(event, earlier, line)
    .filter(({ candidate }) => fits(candidate))
    .map((choice) => ({ ...choice, title: getTitle(choice.candidate) }))
    .filter(({ title }) => typedWords(search).every((word) => hasWord([title], word)));
  const groups = [...Map.groupBy(choices, ({ group }) => group)];

  function getTitle({ origin, path }: Candidate): string {
    if (origin.kind === "field") return titleOfPath(event, path);
    if (origin.kind === "line") return titleOfPath(line, path);
    return titleOfPath(earlier.find(({ step }) => step === origin.step)?.shape ?? null, path);
  }

  function titleOfGroup(group: SourceChoice["group"]): string {
    if (group === "line") return t("title_of_group_this_order_line");
    if (group === "event") return t("title_of_group_event_title", { title: event.title ?? "" });
    const step = earlier[group];
    return step
      ? t("title_of_group_result_step_number_title", { number: step.number, title: step.title })
      : "";
  }

  return (
    <div className="grid min-w-0 gap-3">
      <Input
        type="search"
        aria-label={t("field_list_search_fields")}
        placeholder={t("field_list_search_fields")}
        value={search}
        onChange={(typed) => setSearch(typed.target.value)}
      />
      <div className="grid max-h-[min(26rem,55dvh)] gap-3 overflow-y-auto">
        {groups.length === 0 && (
          <p className="py-6 text-center text-muted">{t("field_list_no_field_fits_here")}</p>
        )}
        {groups.map(([group, rows]) => (
          <FieldGroup key={group} title={titleOfGroup(group)}>
            {rows.map(({ candidate, title }) => (
              <FieldRow
                key={`${title} ${candidate.path.join(".")}`}
                title={title}
                candidate={candidate}
                onPick={onPick}
              />
            ))}
          </FieldGroup>
        ))}
      </div>
    </div>
  );
}

function FieldGroup({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-1">
      <h3 id={id} className="font-medium text-muted text-sm">
        {title}
      </h3>
      <ul className="divide-y divide-line rounded-control border border-line">{children}</ul>
    </section>
  );
}

interface FieldRowProps {
  title: string;
  candidate: Candidate;
  onPick: (candidate: Candidate) => void;
}

function FieldRow({ title, candidate, onPick }: FieldRowProps) {
  const { scope } = useBuilder();
  const { lineAtHand } = usePlace();
  const locale = useLocale();
  const value = scope && shownField(candidate, scope, lineAtHand, locale);
  return (
    <li>
      <button
        type="button"
        onClick={() => onPick(candidate)}
        className="flex min-h-11 w-full min-w-0 items-center justify-between gap-3 px-3 py-1.5 text-left hover:bg-hover focus-visible:-outline-offset-2"
      >
        <span className="min-w-0 font-medium">{title}</span>
        <span className="max-w-[50%] truncate text-muted text-sm">
          {value ?? <span className="text-subtle">{t("field_row_not_this_sample")}</span>}
        </span>
      </button>
    </li>
  );
}
