"use client";

import { Plus } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import type { Condition, ConditionSource } from "#lib/automations/conditions/condition-schema.ts";
import { findSource } from "#lib/automations/mapping/find-source.ts";
import type { Path } from "#lib/automations/mapping/path-schema.ts";
import { toSource } from "#lib/automations/suggestions/adapt.ts";
import type { Candidate } from "#lib/automations/suggestions/candidates.ts";
import { automationsBuilderCondition as t } from "#lib/words/en/screens/automations-builder-condition.ts";
import { FieldPicker } from "../mapping/field-picker.tsx";
import { useSources } from "../mapping/use-sources.ts";
import { ComparisonRow } from "./comparison-row.tsx";
import { asGroup, comparisonsFor, type Group, ofGroup, withComparison } from "./condition-edits.ts";

interface GroupKindProps {
  kind: "all" | "any";
  onChange: (kind: "all" | "any") => void;
}

interface ConditionEditorProps {
  condition: Condition | null;
  /** Within the definition. */
  path: Path;
  onChange: (condition: Condition | null) => void;
}

/** Comparisons, of which all or any must be met; groups of them within. */
export function ConditionEditor({ condition, path, onChange }: ConditionEditorProps) {
  const isAlone = condition?.kind === "compare";
  return (
    <GroupEditor
      group={asGroup(condition)}
      toPath={(at) => (isAlone ? path : [...path, "of", at])}
      depth={0}
      onChange={(group) => onChange(ofGroup(group))}
    />
  );
}

interface GroupEditorProps {
  group: Group;
  toPath: (at: number) => Path;
  depth: number;
  onChange: (group: Group) => void;
}

function GroupEditor({ group, toPath, depth, onChange }: GroupEditorProps) {
  const put = (of: readonly Condition[]) => onChange({ ...group, of });
  const comparison = useNewComparison();
  return (
    <div className="grid min-w-0 gap-2.5">
      {group.of.length > 1 && (
        <GroupKind kind={group.kind} onChange={(kind) => onChange({ ...group, kind })} />
      )}
      {group.of.length > 0 && (
        <ul className="grid gap-2.5">
          {group.of.map((part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: comparisons have no other name, and hold no state
            <li key={at}>
              {part.kind === "compare" ? (
                <ComparisonRow
                  compared={part}
                  number={at + 1}
                  path={toPath(at)}
                  onChange={(changed) => put(group.of.with(at, changed))}
                  onRemove={() => put(group.of.toSpliced(at, 1))}
                />
              ) : (
                <div className="border-line-strong border-l-2 pl-3">
                  <GroupEditor
                    group={part}
                    toPath={(inner) => [...toPath(at), "of", inner]}
                    depth={depth + 1}
                    onChange={(changed) =>
                      put(changed.of.length === 0 ? group.of.toSpliced(at, 1) : group.of.with(at, changed))
                    }
                  />
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-1.5">
        <FieldPicker
          title={t("group_editor_title")}
          fits={() => true}
          onPick={(candidate) => put([...group.of, comparison(candidate)])}
          trigger={
            <Button size="sm" icon={<Plus aria-hidden />} disabled={group.of.length >= 20}>
              {t("group_editor_add_comparison")}
            </Button>
          }
        />
        {depth < 2 && group.of.length > 0 && (
          <FieldPicker
            title={t("group_editor_title")}
            fits={() => true}
            onPick={(candidate) =>
              put([...group.of, { kind: group.kind === "all" ? "any" : "all", of: [comparison(candidate)] }])
            }
            trigger={
              <Button size="sm" variant="ghost" icon={<Plus aria-hidden />} disabled={group.of.length >= 20}>
                {t("group_editor_add_group")}
              </Button>
            }
          />
        )}
      </div>
    </div>
  );
}

/** A comparison of a field, the first that makes sense for it. */
function useNewComparison() {
  const { shapes } = useSources();
  return (candidate: Candidate) => {
    const source: ConditionSource = withoutRule(candidate);
    const found = findSource(source, shapes, null);
    const shape = "found" in found ? found.found.shape : candidate.shape;
    const [first = "is_present"] = comparisonsFor(shape);
    return withComparison(source, first, shape);
  };
}

function withoutRule(candidate: Candidate): ConditionSource {
  const source = toSource(candidate, [], { rule: "fail" });
  const { path } = source;
  return source.kind === "result"
    ? { kind: "result", step: source.step, path, transforms: [] }
    : { kind: "field", path, transforms: [] };
}

/** Whether all comparisons of a group must be met, or one is enough. */
function GroupKind({ kind, onChange }: GroupKindProps) {
  return (
    <Select
      aria-label={t("group_kind_how_many_must_met")}
      className="w-fit"
      value={kind}
      options={[
        { value: "all", label: t("group_kind_all_these") },
        { value: "any", label: t("group_kind_any_these") },
      ]}
      onChange={(event) => onChange(event.target.value === "any" ? "any" : "all")}
    />
  );
}
