"use client";

import { createContext, useContext } from "react";
import type { ResourcePageDto } from "#lib/integrations/schema.ts";

/** Where the values of a `resource` field come from. */
export interface ResourceSource {
  /** Sets the lists of one account apart from those of another. */
  key: string;
  /** What a resource is called, such as "Channels". */
  getTitle: (resource: string) => string;
  load: (input: {
    resource: string;
    search: string | undefined;
    cursor: string | undefined;
    signal: AbortSignal;
  }) => Promise<ResourcePageDto>;
}

interface SchemaFormControls {
  /** Put before each field's path, so that several forms can stand on one page. */
  prefix: string;
  /** What is wrong, by path. */
  errors: Readonly<Record<string, string>>;
  onEdit: (path: string) => void;
  onLeave: (path: string) => void;
  resources: ResourceSource | null;
}

export const SchemaFormContext = createContext<SchemaFormControls | null>(null);

/** The form around a field. */
export function useSchemaFormControls(): SchemaFormControls {
  const controls = useContext(SchemaFormContext);
  if (!controls) throw new Error("A schema field stands outside SchemaForm.");
  return controls;
}
