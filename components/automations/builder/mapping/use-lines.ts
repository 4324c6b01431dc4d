"use client";

import type { Path } from "#lib/automations/mapping/path-schema.ts";
import type { Shape } from "#lib/automations/shapes/shape.ts";
import { useBuilder, usePlace } from "../builder-context.ts";

/** The order lines of the event; null where it has none, and within a list of them. */
export function useLines(): { path: Path; item: Shape } | null {
  const { event } = useBuilder();
  const { line } = usePlace();
  const data = event.fields.data?.shape;
  if (line !== null || !data) return null;
  const found = Object.entries(data.fields).find(([, { shape }]) => shape.type === "lines");
  if (!found?.[1].shape.item) return null;
  return { path: ["data", found[0]], item: found[1].shape.item };
}
