import type { Json } from "#lib/automations/mapping/mapping-schema.ts";
import type { Found } from "#lib/automations/shapes/follow-path.ts";
import type { Shape, ValueType } from "#lib/automations/shapes/shape.ts";
import type { Locality } from "./locality.ts";
import type { CurrencySource, Transform, TransformId } from "./transform-schema.ts";

/** What a transform made of a value. */
export type Applied =
  | { kind: "value"; value: Json }
  /** Nothing: what the source declares for a missing value holds. */
  | { kind: "missing" }
  | { kind: "problem"; code: "mapping_not_a_number" | "mapping_not_a_moment" | "mapping_not_exact" }
  | { kind: "problem"; code: "mapping_no_currency" | "mapping_too_long" | "mapping_too_many" }
  /** The value is of another type than the transform takes. */
  | { kind: "problem"; code: "mapping_wrong_type"; expected: ValueType };

/** What a transform knows beside its value. */
export type TransformContext = Locality & {
  /**
   * The currency of an amount; undefined where there is none.
   * @param amount what has the amount in it, for the source `value` @param line the order line that the amount is of
   */
  findCurrency: (source: CurrencySource, amount: unknown, line?: unknown) => string | undefined;
};

export type TransformOf<Id extends TransformId> = Extract<Transform, { transform: Id }>;

/** One transform: what it takes, what it gives, and how. */
export type Behaviour<Id extends TransformId> = {
  takes: readonly ValueType[];
  /** What comes out where such a shape goes in; null where its arguments do not fit that shape. */
  gives: (source: Shape, transform: TransformOf<Id>) => Found | null;
  /** Pure and total: any value is answered, and the same value always with the same. */
  apply: (value: Json, transform: TransformOf<Id>, context: TransformContext) => Applied;
};

export const missing: Applied = { kind: "missing" };

export function made(value: Json): Applied {
  return { kind: "value", value };
}

export function wrongType(expected: ValueType): Applied {
  return { kind: "problem", code: "mapping_wrong_type", expected };
}

/** What is surely there. */
export function surely(shape: Shape): Found {
  return { shape, mayBeMissing: false };
}

export function maybe(shape: Shape): Found {
  return { shape, mayBeMissing: true };
}

export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

export function isRecord(value: Json): value is Readonly<Record<string, Json>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
