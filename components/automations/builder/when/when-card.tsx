"use client";

import { ChevronDown } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { findEventType } from "#lib/events/catalogue/catalogue.ts";
import { automationsBuilderWhen as t } from "#lib/words/en/screens/automations-builder-when.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { EventTypeList } from "./event-type-list.tsx";

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
