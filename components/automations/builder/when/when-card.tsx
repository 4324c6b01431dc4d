"use client";

import { ChevronDown } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { eventCatalogue, findEventType } from "#lib/events/catalogue/catalogue.ts";
import { automationsBuilderWhen as t } from "#lib/words/en/screens/automations-builder-when.ts";
import { common } from "#lib/words/en/screens/common.ts";

const listGroups = () => [
  ...Map.groupBy(
    eventCatalogue.filter(({ source }) => source === "platform"),
    ({ group }) => group,
  ),
];

interface EventTypeListProps {
  chosen: string;
  onChoose: (type: string) => void;
}

interface WhenCardProps {
  eventType: string;
  onChange: (eventType: string) => void;
}

/** The event that starts it. */
export function WhenCard({ eventType, onChange }: WhenCardProps) {
  const modal = useRef<HTMLDialogElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const definition = findEventType(eventType);
  return (
    <section aria-labelledby="when" className="grid min-w-0 gap-3">
      <h2 id="when" className="font-semibold text-lg">
        {common("when")}
      </h2>
      <div className="flex flex-wrap items-center justify-between gap-3 rounded-card border border-line bg-surface p-card shadow-card max-sm:p-4">
        <div className="grid min-w-0 flex-1 basis-56 gap-0.5">
          <p className="font-medium">{definition?.title ?? eventType}</p>
          <p className="text-muted">{definition?.description}</p>
        </div>
        <Dialog
          title={t("when_card_title")}
          modal={modal}
          onOpenChange={setIsOpen}
          trigger={
            <Button
              aria-label={t("when_card_change_event_now_title", { title: definition?.title ?? eventType })}
            >
              {t("when_card_change")}
              <ChevronDown aria-hidden />
            </Button>
          }
        >
          {isOpen && (
            <EventTypeList
              chosen={eventType}
              onChoose={(type) => {
                modal.current?.close();
                onChange(type);
              }}
            />
          )}
        </Dialog>
      </div>
    </section>
  );
}

/** Every event that an automation can start from, by group. */
function EventTypeList({ chosen, onChoose }: EventTypeListProps) {
  return (
    <div className="grid gap-4">
      {listGroups().map(([name, types]) => (
        <section key={name} aria-label={name} className="grid gap-1">
          <h3 className="font-medium text-muted text-sm">{name}</h3>
          <ul className="divide-y divide-line rounded-control border border-line">
            {types.map(({ type, title, description }) => (
              <li key={type}>
                <button
                  type="button"
                  aria-pressed={type === chosen}
                  onClick={() => onChoose(type)}
                  className="grid min-h-11 w-full content-center px-3 py-2 text-left hover:bg-hover focus-visible:-outline-offset-2 aria-pressed:bg-accent-soft"
                >
                  <span className="font-medium">{title}</span>
                  <span className="text-muted text-sm">{description}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
