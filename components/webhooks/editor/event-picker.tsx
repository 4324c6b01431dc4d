"use client";

import { ChevronRight } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { cn } from "#components/ui/cn.ts";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { FieldError } from "#components/ui/field.tsx";
import { fieldId } from "#components/ui/field-id.ts";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { Section } from "#components/ui/section.tsx";
import { eventCatalogue } from "#lib/events/catalogue/catalogue.ts";
import type { EventTypeDefinition } from "#lib/events/catalogue/define.ts";
import { webhooksEditor as t } from "#lib/words/en/screens/webhooks-editor.ts";
import { namedOnlyTypes } from "../event-words.ts";
import type { WebhookForm } from "./use-webhook-form.ts";

const listGroups = () => Map.groupBy(eventCatalogue, (definition) => definition.group);
const coveredCount = eventCatalogue.length - namedOnlyTypes.length;

const breadthCards = () => [
  {
    value: "chosen",
    label: t("breadth_cards_chosen_events"),
    description: t("breadth_cards_only_what_this_destination"),
  },
  {
    value: "all",
    label: t("breadth_cards_all_events"),
    description: t("breadth_cards_coveredcount_them_new_ones", { coveredCount }),
  },
];

/** Which events are sent: all, or those ticked, by group, each with an example to look at. */
export function EventPicker({ form }: { form: WebhookForm }) {
  const { events } = form.values;
  const error = form.findError("eventTypes");
  const errorId = `${fieldId("eventTypes")}-error`;

  function choose(types: readonly string[], isChosen: boolean) {
    const others = events.chosen.filter((type) => !types.includes(type));
    form.set("eventTypes", { events: { ...events, chosen: isChosen ? [...others, ...types] : others } });
  }

  return (
    <Section layout="split" title={t("event_picker_title")} description={t("event_picker_description")}>
      <div id={fieldId("eventTypes")} tabIndex={-1} className="group/events grid gap-4 rounded-control">
        <RadioCards
          name="breadth"
          legend={t("event_picker_which_events")}
          isLegendHidden
          cards={breadthCards()}
          value={events.isAll ? "all" : "chosen"}
          onValueChange={(value) => form.set("eventTypes", { events: { ...events, isAll: value === "all" } })}
        />
        {error && <FieldError id={errorId}>{error}</FieldError>}
        <p className="hidden text-muted group-has-[[value=all]:checked]/events:block">
          {t("event_picker_events_about_webhooks_themselves")}
        </p>
        {[...listGroups()].map(([name, definitions]) => (
          <EventGroup
            key={name}
            name={name}
            definitions={definitions}
            isAll={events.isAll}
            chosen={events.chosen}
            errorId={error ? errorId : undefined}
            onChoose={choose}
          />
        ))}
      </div>
    </Section>
  );
}

interface EventGroupProps {
  name: string;
  definitions: readonly EventTypeDefinition[];
  /** "All events" is chosen: only types that must be named are left to tick. */
  isAll: boolean;
  chosen: readonly string[];
  /** Of the message that stands with the whole picker. */
  errorId: string | undefined;
  onChoose: (types: readonly string[], isChosen: boolean) => void;
}

/** By the card "All events" itself, so that it counts also before any script has loaded. */
const hiddenByAll = "group-has-[[value=all]:checked]/events:hidden";

/** The events of one group, to tick one by one or all together. */
function EventGroup({ name, definitions, isAll, chosen, errorId, onChoose }: EventGroupProps) {
  const named = definitions.filter(isNamedOnly);
  const types = (isAll ? named : definitions).map(({ type }) => type);
  const isWhole = types.every((type) => chosen.includes(type));
  return (
    <fieldset
      className={cn("min-w-0 rounded-card border border-line bg-surface", named.length === 0 && hiddenByAll)}
    >
      <legend className="sr-only">{name}</legend>
      <div className="flex items-center justify-between gap-4 border-line border-b py-1.5 pr-2 pl-4">
        <p aria-hidden className="font-medium text-muted text-sm">
          {name}
        </p>
        <Button
          name="eventTypes"
          variant="ghost"
          size="sm"
          onClick={() => onChoose(types, !isWhole)}
          aria-label={
            isWhole ? t("event_group_clear_name", { name }) : t("event_group_select_all_name", { name })
          }
        >
          {isWhole ? t("event_group_clear") : t("event_group_select_all")}
        </Button>
      </div>
      <ul className="divide-y divide-line">
        {definitions.map((definition) => (
          <li
            key={definition.type}
            className={cn("grid gap-1 px-4 py-2.5", !isNamedOnly(definition) && hiddenByAll)}
          >
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <Checkbox
                name="eventTypes"
                value={definition.type}
                checked={chosen.includes(definition.type)}
                aria-describedby={errorId}
                onChange={(event) => onChoose([definition.type], event.target.checked)}
                label={<span className="font-medium">{definition.title}</span>}
                help={definition.description}
              />
              <code className="font-mono text-muted text-sm max-md:pl-7">{definition.type}</code>
            </div>
            <Example definition={definition} />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function isNamedOnly({ type }: EventTypeDefinition): boolean {
  return namedOnlyTypes.includes(type);
}

function Example({ definition }: { definition: EventTypeDefinition }) {
  return (
    <details className="group/example ml-7">
      <summary className="inline-flex min-h-6 w-fit cursor-pointer list-none items-center gap-1 rounded-tag text-muted text-sm hover:text-ink max-md:min-h-10 [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-3.5 transition-transform group-open/example:rotate-90" />
        {t.rich("example_example_title", {
          title: definition.title,
          span: (text) => <span className="sr-only">{text}</span>,
        })}
      </summary>
      <CodeBlock
        className="mt-1.5"
        label={t("example_data_type", { type: definition.type })}
        language="json"
        code={JSON.stringify(definition.example)}
      />
    </details>
  );
}
