"use client";

import { createContext, useContext } from "react";
import type { ResourceSource } from "#components/schema-form/form-context.ts";
import type { Definition } from "#lib/automations/definition-schema.ts";
import type { LineAtHand } from "#lib/automations/mapping/read-source.ts";
import type { Scope } from "#lib/automations/mapping/scope.ts";
import type { Shape } from "#lib/automations/shapes/shape.ts";
import type { BuilderSnapshot, Earlier } from "./builder-model.ts";
import type { DraftProblem } from "./problems.ts";
import type { StepPreview } from "./sample/step-preview.ts";

interface Builder {
  snapshot: BuilderSnapshot;
  definition: Definition;
  event: Shape;
  /** The sample at hand with what the steps would answer; null while there is none. */
  scope: Scope | null;
  problems: readonly DraftProblem[];
  /** A person wanted to publish: what is not filled in is told from now on. */
  isAsked: boolean;
  /** Of the automation. */
  id: string;
  /** Null while it is not known. */
  getPreview: (at: number) => StepPreview | null;
  /** Where the lists of a connection come from. */
  getResources: (integrationId: string) => ResourceSource | null;
}

export const BuilderContext = createContext<Builder | null>(null);

export function useBuilder(): Builder {
  const builder = useContext(BuilderContext);
  if (!builder) throw new Error("A part of the builder stands outside of it.");
  return builder;
}

interface Place {
  /** The steps before, whose results can be used. */
  earlier: readonly Earlier[];
  /** Shape of the order line at hand; null outside of a list of them. */
  line: Shape | null;
  lineAtHand: LineAtHand;
  resources: ResourceSource | null;
}

/** Where values are being made: in a step, or in the list of lines of one. */
export const PlaceContext = createContext<Place>({
  earlier: [],
  line: null,
  lineAtHand: null,
  resources: null,
});

export function usePlace(): Place {
  return useContext(PlaceContext);
}
