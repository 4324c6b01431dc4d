"use client";

import { useState } from "react";
import { FieldContext } from "#components/ui/field-context.ts";
import { Input } from "#components/ui/input.tsx";
import type { ResourceItemDto } from "#lib/integrations/schema.ts";
import { useSchemaFormControls } from "./form-context.ts";
import { ResourceDialog } from "./resource-dialog.tsx";

interface ResourceControlProps extends Omit<React.ComponentProps<typeof Input>, "value" | "onChange"> {
  resource: string;
  value: string;
  onValueChange: (id: string) => void;
}

/** The id of something that the account holds: chosen from a list, or typed. */
export function ResourceControl({ resource, value, onValueChange, ...props }: ResourceControlProps) {
  const { resources } = useSchemaFormControls();
  const [chosen, setChosen] = useState<ResourceItemDto>();
  return (
    <div className="grid gap-1">
      <div className="flex gap-2">
        <Input
          {...props}
          isMono
          spellCheck={false}
          value={value}
          onChange={(event) => onValueChange(event.target.value)}
        />
        {resources && (
          // The dialog's own search box is no part of the field around it.
          <FieldContext value={null}>
            <ResourceDialog
              source={resources}
              resource={resource}
              chosenId={value}
              onChoose={(item) => {
                setChosen(item);
                onValueChange(item.id);
              }}
            />
          </FieldContext>
        )}
      </div>
      <p role="status" className="text-sm empty:hidden">
        {chosen && chosen.id === value ? `Chosen: ${chosen.label}` : ""}
      </p>
    </div>
  );
}
