import { dropDays } from "./drop-days.ts";
import { dropRest } from "./drop-rest.ts";
import { forgetEventKeys } from "./forget-event-keys.ts";
import { indexPastDays } from "./index-words.ts";
import { makeDaysAhead } from "./make-days.ts";

/** Makes the days ahead, drops those that are over. @returns how many partitions, and rows outside of them, went */
export async function keepHistory(now = Date.now()): Promise<Record<string, number>> {
  const daysMade = await makeDaysAhead(now);
  const dropped = await dropDays(now);
  const daysIndexed = await indexPastDays(now);
  const rest = await dropRest(now);
  // A walk through the whole table: once a day, when a day of events has gone.
  const event_keys = dropped.events > 0 ? await forgetEventKeys(now) : 0;
  return { daysMade, daysIndexed, ...dropped, rest, event_keys };
}
