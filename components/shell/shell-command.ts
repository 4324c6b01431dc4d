import type { ReactNode } from "react";

/** A line of the command menu. */
export interface ShellCommand {
  /** Unique among the lines. */
  id: string;
  /** A page or app of the product stands before the search line, a thing that the merchant named stands behind it. */
  kind: "page" | "app" | "thing";
  label: string;
  href: string;
  icon?: ReactNode;
  /** At the right: what kind of thing it is. */
  hint?: string;
  /** Words that find it beside its label and hint. */
  keywords?: string[];
  /** Ids that find it when they are typed as a whole. */
  ids?: string[];
}
