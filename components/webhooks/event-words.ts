import { eventCatalogue, findEventType, subscriptionsCovering } from "#lib/events/catalogue/catalogue.ts";
import { webhooks as t } from "#lib/words/en/screens/webhooks.ts";

/** Types that "*" leaves out: they are asked for by name. */
export const namedOnlyTypes: readonly string[] = eventCatalogue
  .map((definition) => definition.type)
  .filter((type) => !subscriptionsCovering(type).includes("*"));

/** What an event type is called on screen: "Order paid", "All events". */
export function eventTitle(type: string): string {
  return type === "*" ? t("event_title_all_events") : (findEventType(type)?.title ?? type);
}

/** The event types as choices of a list. */
export const eventTypeOptions = () =>
  eventCatalogue.map(({ type, title }) => ({ value: type, label: `${title} · ${type}` }));
