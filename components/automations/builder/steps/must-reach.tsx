"use client";

import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { useLocale } from "#components/ui/locale-context.tsx";
import { Select } from "#components/ui/select.tsx";
import { automationsBuilderSteps as t } from "#lib/words/en/screens/automations-builder-steps.ts";
import { PlaceContext, useBuilder, usePlace } from "../builder-context.ts";
import { findChosen, shapesOfAction, titleOfStep } from "../builder-model.ts";
import { ValueField } from "../mapping/value-field.tsx";
import { AddStep } from "./add-step.tsx";
import { reachChoices } from "./settings-words.ts";
import type { StepSettingsProps } from "./step-settings.tsx";

/** A step that must have reached someone in time, and the second way to them. */
export function MustReach({ step, at, onChange }: StepSettingsProps) {
  const { mustReach } = step;
  const locale = useLocale();
  return (
    <div className="grid min-w-0 gap-3">
      <Checkbox
        name={`must-reach-${step.key}`}
        label={<span className="font-medium">{t("must_reach_this_must_done_time")}</span>}
        help={t("must_reach_help")}
        checked={mustReach !== null}
        onChange={(event) =>
          onChange({
            ...step,
            mustReach: event.target.checked ? { withinSeconds: 120, otherwise: null } : null,
          })
        }
      />
      {mustReach && (
        <>
          <Field name={`reach-${step.key}`} label={t("must_reach_label")}>
            <Select
              required={false}
              value={String(mustReach.withinSeconds)}
              options={reachChoices(mustReach.withinSeconds, locale)}
              onChange={(event) =>
                onChange({ ...step, mustReach: { ...mustReach, withinSeconds: Number(event.target.value) } })
              }
            />
          </Field>
          <SecondWay
            at={at}
            otherwise={mustReach.otherwise}
            onChange={(otherwise) => onChange({ ...step, mustReach: { ...mustReach, otherwise } })}
          />
        </>
      )}
    </div>
  );
}

type Otherwise = NonNullable<StepSettingsProps["step"]["mustReach"]>["otherwise"];

interface SecondWayProps {
  at: number;
  otherwise: Otherwise;
  onChange: (otherwise: Otherwise) => void;
}

function SecondWay({ at, otherwise, onChange }: SecondWayProps) {
  const { snapshot, getResources } = useBuilder();
  const place = usePlace();
  if (otherwise === null) {
    return (
      <div className="grid gap-2">
        <p>
          {t.rich("second_way_otherwise_your_team_gets", {
            span: (text) => <span className="font-medium">{text}</span>,
          })}
        </p>
        <AddStep
          label={t("second_way_label")}
          onAdd={({ integrationId, action }) => onChange({ integrationId, action, mapping: {} })}
        />
      </div>
    );
  }
  const { input } = shapesOfAction(findChosen(snapshot, otherwise).action);
  const path = ["steps", at, "mustReach", "otherwise", "mapping"] as const;
  return (
    <PlaceContext value={{ ...place, resources: getResources(otherwise.integrationId) }}>
      <div className="grid min-w-0 gap-4 border-line-strong border-l-2 pl-3">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <p className="font-medium">
            {t("second_way_otherwise_titleofstep", { titleOfStep: titleOfStep(snapshot, otherwise) })}
          </p>
          <Button size="sm" onClick={() => onChange(null)}>
            {t("second_way_email_your_team_instead")}
          </Button>
        </div>
        {Object.entries(input.fields)
          .filter(([name, field]) => field.isRequired || Object.hasOwn(otherwise.mapping, name))
          .map(([name, { shape, isRequired }]) => (
            <ValueField
              key={name}
              name={name}
              shape={shape}
              isRequired={isRequired}
              value={otherwise.mapping[name]}
              path={[...path, name]}
              onChange={(value) => {
                const { [name]: _before, ...others } = otherwise.mapping;
                const mapping = value === undefined ? others : { ...otherwise.mapping, [name]: value };
                onChange({ ...otherwise, mapping });
              }}
            />
          ))}
      </div>
    </PlaceContext>
  );
}
