import type { MappingProblemParams } from "#lib/failures/mapping-messages.ts";
import type { Message } from "#lib/failures/message.ts";
import type { Json, Source } from "./mapping-schema.ts";
import type { Path } from "./path-schema.ts";

/** The event as mappings and conditions read it. @param occurredAt as RFC 3339 in UTC */
export type ScopeEvent = {
  id: string;
  type: string;
  occurredAt: string;
  data: Readonly<Record<string, unknown>>;
};

/** All that a mapping or a condition is worked out from. */
export type Scope = {
  event: ScopeEvent;
  /** Outputs of the steps that have succeeded, by the step's key. */
  results: Readonly<Record<string, unknown>>;
  merchant: { timeZone: string; locale: string };
};

/** What was not there, and what was left out for it. @param path into the action's input */
export type LeftOut = { path: Path; source: Source };

/**
 * Something that is wrong with a mapping, or with what it made of an event: a message, and where it belongs.
 * @param path into the action's input; empty = the mapping as a whole
 */
export type MappingProblem = Message & { readonly path: Path; readonly code: keyof MappingProblemParams };

export type MappingOutcome =
  | { isReady: true; input: Record<string, Json>; leftOut: LeftOut[] }
  | { isReady: false; problems: MappingProblem[]; leftOut: LeftOut[] };

/** What a check found before any event has come. @param isWarning it works for most events, and may be saved */
export type CheckProblem = MappingProblem & { readonly isWarning: boolean };
