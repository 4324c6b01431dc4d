import { CircleDot, ListFilter } from "lucide-react";
import type { ReactNode } from "react";
import { AppMark } from "#components/marketplace/app-mark.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import type { Definition, Step } from "#lib/automations/definition-schema.ts";
import type { Value } from "#lib/automations/mapping/mapping-schema.ts";
import { followPath } from "#lib/automations/shapes/follow-path.ts";
import type { Shape } from "#lib/automations/shapes/shape.ts";
import type { StepAction } from "#lib/automations/summary/summary-schema.ts";
import { titleOfPath } from "#lib/automations/words/field-words.ts";
import { valueParts } from "#lib/automations/words/mapping-words.ts";
import type { Names } from "#lib/automations/words/names.ts";
import { toLabel } from "#lib/to-label.ts";
import { automationsDetail as t } from "#lib/words/en/screens/automations-detail.ts";
import { ConditionText } from "../condition-text.tsx";
import { whenText } from "../when-text.ts";
import { stepOptions } from "./step-options.ts";

interface ValueTextProps {
  value: Value;
  names: Names;
  /** What the action takes there; null = not known. */
  shape: Shape | null;
}

interface DefinitionViewProps {
  definition: Definition;
  /** The steps in words, in the same order. */
  actions: readonly StepAction[];
  /** What its steps and fields are called. */
  names: Names;
}

/** What an automation does, in words and step by step. */
export function DefinitionView({ definition, actions, names }: DefinitionViewProps) {
  const { eventType, condition, steps } = definition;
  return (
    <Card>
      <ol className="grid gap-5">
        <Part
          icon={<CircleDot className="size-4" />}
          title={t("definition_view_title", { whenText: whenText(eventType) })}
        />
        {condition && (
          <Part icon={<ListFilter className="size-4" />} title={t("definition_view_only_if")}>
            <ConditionText condition={condition} names={names} />
          </Part>
        )}
        {steps.map((step, index) => (
          <StepPart key={step.key} step={step} action={actions[index]} names={names} number={index + 1} />
        ))}
      </ol>
      {steps.length === 0 && <p className="mt-4 text-muted">{t("definition_view_has_no_steps_yet")}</p>}
    </Card>
  );
}

interface StepPartProps {
  step: Step;
  action: StepAction | undefined;
  names: Names;
  number: number;
}

function StepPart({ step, action, names, number }: StepPartProps) {
  const app = action?.app ?? null;
  const where =
    app === null ? t("step_part_connection_that_not_there") : `${app.name} · ${action?.account ?? ""}`;
  const input = names.steps.get(step.key)?.input ?? null;
  const fields = Object.entries(step.mapping);
  return (
    <Part
      icon={app ? <AppMark app={app} size="sm" /> : number}
      isMark={app !== null}
      title={
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {action?.title ?? toLabel(step.action)}
          {step.mode === "review" && <Badge tone="info">{t("step_part_asks_first")}</Badge>}
          {step.mode === "off" && <Badge>{t("step_part_off")}</Badge>}
        </span>
      }
    >
      <p className="text-muted [overflow-wrap:anywhere]">
        {where}
        {action && !action.isConnected && app && ` ${t("step_part_disconnected")}`}
      </p>
      {step.condition && (
        <div className="mt-1 flex flex-wrap gap-x-1.5">
          <span className="text-muted">{t("step_part_only_if")}</span>{" "}
          <ConditionText condition={step.condition} names={names} />
        </div>
      )}
      {stepOptions(step, names.reader.locale).map((line) => (
        <p key={line} className="mt-1">
          {line}
        </p>
      ))}
      {fields.length > 0 && (
        <details className="group mt-1.5">
          <summary className="w-fit cursor-pointer rounded-tag py-1 font-medium text-accent-text text-sm max-md:py-2.5">
            {t("step_part_what_sent")}
          </summary>
          <dl className="mt-1 grid gap-2.5 rounded-control border border-line bg-sunken px-3.5 py-3">
            {fields.map(([name, value]) => (
              <div key={name} className="grid gap-x-4 gap-y-0.5 sm:grid-cols-[10rem_minmax(0,1fr)]">
                <dt className="text-muted text-sm">{titleOfPath(input, [name])}</dt>
                <dd className="min-w-0 text-sm">
                  <ValueText value={value} names={names} shape={getMember(input, name)} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </Part>
  );
}

function getMember(shape: Shape | null, name: string): Shape | null {
  return shape && (followPath(shape, [name])?.shape ?? null);
}

interface PartProps {
  icon: ReactNode;
  /** The icon has a frame of its own. */
  isMark?: boolean;
  title: ReactNode;
  children?: ReactNode;
}

function Part({ icon, isMark = false, title, children }: PartProps) {
  return (
    <li className="group/part grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-3.5">
      <span aria-hidden className="grid grid-rows-[1.5rem_minmax(0,1fr)] justify-items-center">
        {isMark ? (
          icon
        ) : (
          <span className="grid size-6 place-items-center rounded-pill border border-line-strong text-muted text-sm">
            {icon}
          </span>
        )}
        <span className="mt-1.5 -mb-3.5 w-px bg-line-strong group-last/part:hidden" />
      </span>
      <div className="min-w-0 pt-0.5">
        <div className="font-medium">{title}</div>
        {children && <div className="mt-0.5 min-w-0">{children}</div>}
      </div>
    </li>
  );
}

/** A value of a mapping: what is put in when it is run stands in a frame. */
function ValueText({ value, names, shape }: ValueTextProps) {
  return (
    <span className="[overflow-wrap:anywhere] whitespace-pre-wrap">
      {valueParts(value, names, shape).map((part, index) =>
        part.kind === "text" ? (
          part.text
        ) : (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: parts do not move
            key={index}
            className="rounded-tag border border-accent-line bg-accent-soft px-1 text-accent-text"
          >
            {part.name}
          </span>
        ),
      )}
    </span>
  );
}
