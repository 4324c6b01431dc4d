"use client";

import { FieldError } from "#components/ui/field.tsx";
import { fieldId } from "#components/ui/field-id.ts";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { Section } from "#components/ui/section.tsx";
import { eventCatalogue } from "#lib/events/catalogue/catalogue.ts";
import { webhooksEditor as t } from "#lib/words/en/screens/webhooks-editor.ts";
import { namedOnlyTypes } from "../event-words.ts";
import { EventGroup } from "./event-group.tsx";
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
