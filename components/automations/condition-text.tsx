import type { Condition } from "#lib/automations/conditions/condition-schema.ts";
import { type ConditionLine, conditionLine } from "#lib/automations/words/condition-words.ts";
import type { Names } from "#lib/automations/words/names.ts";
import { automations as t } from "#lib/words/en/screens/automations.ts";

/** A condition in words, groups as lists. */
export function ConditionText({ condition, names }: { condition: Condition; names: Names }) {
  return <Line line={conditionLine(condition, names)} />;
}

function Line({ line }: { line: ConditionLine }) {
  if (line.kind === "compare") return <span className="[overflow-wrap:anywhere]">{line.text}</span>;
  const [only, ...others] = line.of;
  if (only && others.length === 0) return <Line line={only} />;
  return (
    <span className="grid gap-0.5">
      {line.kind === "all" ? t("line_all_these") : t("line_any_these")}
      <ul className="grid list-disc gap-0.5 pl-4.5 marker:text-subtle">
        {line.of.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines do not move
          <li key={index}>
            <Line line={part} />
          </li>
        ))}
      </ul>
    </span>
  );
}
