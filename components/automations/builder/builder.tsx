"use client";

import { useCallback, useMemo, useState } from "react";
import { createResourceSource } from "#components/integrations/actions/resource-source.ts";
import { fieldId } from "#components/ui/field-id.ts";
import { useLeaveWarning } from "#components/webhooks/editor/use-leave-warning.ts";
import type { AutomationDto } from "#lib/automations/schema.ts";
import { shapeOfEvent } from "#lib/automations/words/names.ts";
import { automationsBuilder as t } from "#lib/words/en/screens/automations-builder.ts";
import { BuilderContext } from "./builder-context.ts";
import type { BuilderSnapshot } from "./builder-model.ts";
import { ConditionCard } from "./condition/condition-card.tsx";
import { PublishBar } from "./publish/publish-bar.tsx";
import { SamplePanel } from "./sample/sample-panel.tsx";
import { type Refused, useDraftLook } from "./sample/use-draft-look.ts";
import { ConflictNotice } from "./save/conflict-notice.tsx";
import { type Draft, toDefinition, toDraft } from "./save/draft.ts";
import { RefusalNotice } from "./save/refusal-notice.tsx";
import { useAutosave } from "./save/use-autosave.ts";
import { StepList } from "./steps/step-list.tsx";
import { useHydrated } from "./use-hydrated.ts";
import { NameField } from "./when/name-field.tsx";
import { WhenCard } from "./when/when-card.tsx";

interface BuilderProps {
  automation: AutomationDto;
  snapshot: BuilderSnapshot;
  /** Of the merchant, for days, amounts and times. */
  merchant: { timeZone: string; locale: string };
}

/** When → only if → then: one automation as a list from top to bottom. What is typed is saved as a draft on its own. */
export function Builder({ automation, snapshot, merchant }: BuilderProps) {
  const isHydrated = useHydrated();
  const [draft, setDraft] = useState<Draft>(() => toDraft(automation));
  const [isAsked, setIsAsked] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const autosave = useAutosave(automation, draft);
  useLeaveWarning(autosave.isChanged);
  const definition = useMemo(() => toDefinition(draft), [draft]);
  const event = shapeOfEvent(draft.eventType);
  const { samples, ...look } = useDraftLook({
    id: automation.id,
    definition,
    merchant,
    save: autosave.state,
    refused,
  });
  const getResources = useCallback(
    (integrationId: string) => {
      const app = snapshot.connections.find(({ id }) => id === integrationId)?.app;
      const named = snapshot.apps.find(({ id }) => id === app)?.resources;
      return named ? createResourceSource(integrationId, named) : null;
    },
    [snapshot],
  );
  const change = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));

  return (
    <BuilderContext
      value={{ id: automation.id, snapshot, definition, event, isAsked, getResources, ...look }}
    >
      <PublishBar
        automation={automation}
        autosave={autosave}
        onAsk={() => setIsAsked(true)}
        onRefused={(faults) => setRefused({ definition, faults })}
      />
      <ConflictNotice id={automation.id} autosave={autosave} onLoad={setDraft} />
      <RefusalNotice autosave={autosave} />
      {/* What is typed before the script has come would be lost: until then nothing can be typed. */}
      <fieldset
        disabled={!isHydrated}
        className="grid min-w-0 gap-6 lg:grid-cols-[minmax(0,1fr)_21rem] lg:grid-rows-[auto_1fr] lg:gap-x-8"
      >
        <legend className="sr-only">{t("builder_automation")}</legend>
        <div className="grid min-w-0 gap-6">
          <NameField name={draft.name} onChange={(name) => change({ name })} />
          <WhenCard eventType={draft.eventType} onChange={(eventType) => change({ eventType })} />
        </div>
        <div className="min-w-0 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <div className="lg:sticky lg:top-20 lg:max-h-[calc(100dvh-6rem)] lg:overflow-y-auto">
            <SamplePanel samples={samples} event={event} zone={merchant.timeZone} />
          </div>
        </div>
        <div className="grid min-w-0 content-start gap-6">
          <ConditionCard condition={draft.condition} onChange={(condition) => change({ condition })} />
          <section
            id={fieldId("steps")}
            tabIndex={-1}
            aria-labelledby="then"
            className="grid min-w-0 gap-3 rounded-card outline-none"
          >
            <h2 id="then" className="font-semibold text-lg">
              {t("builder_then")}
            </h2>
            <StepList steps={draft.steps} onChange={(steps) => change({ steps })} />
          </section>
        </div>
      </fieldset>
    </BuilderContext>
  );
}
