"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ResourceSource } from "#components/schema-form/form-context.ts";
import { ResourceDialog } from "#components/schema-form/resource-dialog.tsx";
import { FieldContext } from "#components/ui/field-context.ts";
import { Input } from "#components/ui/input.tsx";
import type { ResourceItemDto } from "#lib/integrations/schema.ts";
import { usePlace } from "../builder-context.ts";

interface ResourceInputProps {
  resource: string;
  value: string;
  onChange: (id: string) => void;
}

/** Something that the connected account holds, shown by its name: a channel, a list, a sheet. */
export function ResourceInput({ resource, value, onChange }: ResourceInputProps) {
  const { resources } = usePlace();
  const [chosen, setChosen] = useState<ResourceItemDto>();
  const name = useName(resources, resource, value, chosen);
  return (
    <div className="grid gap-1">
      <div className="flex gap-2">
        <Input
          spellCheck={false}
          required={false}
          autoComplete="off"
          placeholder={resources ? "Choose, or type an id" : "Id"}
          value={value}
          isMono={value !== ""}
          onChange={(event) => onChange(event.target.value)}
        />
        {resources && (
          <FieldContext value={null}>
            <ResourceDialog
              source={resources}
              resource={resource}
              chosenId={value}
              onChoose={(item) => {
                setChosen(item);
                onChange(item.id);
              }}
            />
          </FieldContext>
        )}
      </div>
      <p role="status" className="font-medium text-sm empty:hidden">
        {name ?? ""}
      </p>
    </div>
  );
}

/** What the account calls it: known from choosing it, else looked for in the first page of the list. */
function useName(
  source: ResourceSource | null,
  resource: string,
  id: string,
  chosen: ResourceItemDto | undefined,
): string | undefined {
  const isKnown = id === "" || chosen?.id === id;
  const { data } = useQuery({
    queryKey: ["resource-names", source?.key, resource],
    enabled: source !== null && !isKnown,
    staleTime: 60_000,
    retry: false,
    queryFn: async ({ signal }) =>
      source ? (await source.load({ resource, search: undefined, cursor: undefined, signal })).data : [],
  });
  if (chosen?.id === id) return chosen.label;
  return id === "" ? undefined : data?.find((item) => item.id === id)?.label;
}
