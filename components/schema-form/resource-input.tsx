"use client";

import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useState } from "react";
import { FieldContext, useFieldControl } from "#components/ui/field-context.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";
import type { ResourceItemDto } from "#lib/integrations/schema.ts";
import { schemaForm as t } from "#lib/words/en/screens/schema-form.ts";
import type { ResourceSource } from "./form-context.ts";
import { ResourceDialog } from "./resource-dialog.tsx";

interface ResourceInputProps extends Omit<React.ComponentProps<typeof Input>, "value" | "onChange"> {
  /** Where it is chosen from; null = its id is typed. */
  source: ResourceSource | null;
  resource: string;
  label: string;
  value: string;
  onValueChange: (id: string) => void;
}

/** Something that the connected account holds, shown by its name: a channel, a list, a sheet. */
export function ResourceInput(props: ResourceInputProps) {
  const { source, resource, label, value, onValueChange, ...rest } = props;
  const [chosen, setChosen] = useState<ResourceItemDto>();
  const [isCleared, setIsCleared] = useState(false);
  const name = useName(source, resource, value, chosen);
  return (
    <div className="flex gap-2">
      {name === undefined ? (
        <Input
          {...rest}
          spellCheck={false}
          autoComplete="off"
          placeholder={
            rest.placeholder ?? (source ? t("resource_input_placeholder") : t("resource_input_id_app"))
          }
          value={value}
          isMono={value !== ""}
          // The button that had the focus is gone.
          autoFocus={isCleared}
          onChange={(event) => onValueChange(event.target.value)}
        />
      ) : (
        <Named name={name} id={value}>
          <IconButton
            size="sm"
            label={t("resource_input_clear_label", { label })}
            icon={<X aria-hidden />}
            onClick={() => {
              setIsCleared(true);
              onValueChange("");
            }}
          />
        </Named>
      )}
      {source && (
        // The dialog's own search box is no part of the field around it.
        <FieldContext value={null}>
          <ResourceDialog
            source={source}
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
  );
}

/** The name in place of the id, which a form that the browser posts itself has all the same. */
function Named({ name, id, children }: { name: string; id: string; children: React.ReactNode }) {
  const field = useFieldControl<{ id?: string; name?: string }>({});
  return (
    <div className="flex h-9 min-w-0 flex-1 items-center gap-2 rounded-control border border-line-strong bg-sunken pl-3 max-md:h-11">
      {field.name !== undefined && <input type="hidden" name={field.name} value={id} />}
      <output id={field.id} className="min-w-0 flex-1 truncate font-medium" title={id}>
        {name}
      </output>
      {children}
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
