import type { ComponentType, ReactNode } from "react";
import type { Value } from "#lib/automations/mapping/mapping-schema.ts";
import type { Path } from "#lib/automations/mapping/path-schema.ts";
import type { Shape } from "#lib/automations/shapes/shape.ts";

export interface ValueFieldProps {
  name: string;
  /** In place of the title of the shape. */
  label?: string;
  shape: Shape;
  isRequired: boolean;
  value: Value | undefined;
  /** Within the definition. */
  path: Path;
  onChange: (value: Value | undefined) => void;
  /** Below the control: a suggestion, say. */
  children?: ReactNode;
}

/** Of a value that is made of others. */
export type CompositeProps = ValueFieldProps & {
  label: string;
  problem: string | undefined;
  /** Draws each value within. */
  Inner: ComponentType<ValueFieldProps>;
};
