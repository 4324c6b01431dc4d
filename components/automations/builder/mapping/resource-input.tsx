"use client";

import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useState } from "react";
import type { ResourceSource } from "#components/schema-form/form-context.ts";
import { ResourceDialog } from "#components/schema-form/resource-dialog.tsx";
import { FieldContext } from "#components/ui/field-context.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";
import type { ResourceItemDto } from "#lib/integrations/schema.ts";
import { usePlace } from "../builder-context.ts";

interface ResourceInputProps {
  label: string;
  resource: string;
  value: string;
  onChange: (id: string) => void;
}

/** Something that the connected account holds, shown by its name: a channel, a list, a sheet. */
export function ResourceInput({ label, resource, value, onChange }: ResourceInputProps) {
  const { resources } = usePlace();
  const [chosen, setChosen] = useState<ResourceItemDto>();
  const name = useName(resources, resource, value, chosen);
  return (
    <div className="flex gap-2">
      {name === undefined ? (
        <Input
          spellCheck={false}
          required={false}
          autoComplete="off"
          placeholder={resources ? "Choose, or type an id" : "Id"}
          value={value}
          isMono={value !== ""}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <div className="flex h-9 min-w-0 flex-1 items-center gap-2 rounded-control border border-line-strong bg-sunken pl-3 max-md:h-11">
          <p role="status" className="min-w-0 flex-1 truncate" title={value}>
            <span className="font-medium">{name}</span>
          </p>
          <IconButton
            size="sm"
            label={`Clear ${label}`}
            icon={<X aria-hidden />}
            onClick={() => onChange("")}
          />
        </div>
      )}
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
