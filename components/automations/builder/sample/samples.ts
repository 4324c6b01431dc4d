import { findEventType } from "#lib/events/catalogue/catalogue.ts";
import { automationsBuilderSample as t } from "#lib/words/en/screens/automations-builder-sample.ts";

/** An event to look at values with. */
export type Sample = {
  id: string;
  type: string;
  occurredAt: string;
  data: Readonly<Record<string, unknown>>;
  /** "Order 1042 · €37.50". */
  summary: string;
  /** The catalogue's, and none of the merchant's own. */
  isExample: boolean;
};

/** The example of an event type. */
export function exampleOf(type: string): Sample {
  return {
    id: "evt_example",
    type,
    occurredAt: "2026-10-02T18:44:10.000Z",
    data: findEventType(type)?.example ?? {},
    summary: t("example_of_example"),
    isExample: true,
  };
}
