import { deadlineText } from "#components/ui/time-text.ts";
import { paymentsEntries as t } from "#lib/words/en/screens/payments-entries.ts";
import { daysText } from "../report-period.ts";

const dayForm = /^\d{4}-\d{2}-\d{2}$/;

interface Span {
  from: string | undefined;
  to: string | undefined;
}

/** A period that an address names, by days or by moments, in words; null where it names none. */
export function spanText({ from, to }: Span, zone: string): string | null {
  if (from === undefined) return null;
  if (isDay(from) && to !== undefined && isDay(to)) return daysText(from, to);
  const begin = momentText(from, zone);
  const end = to === undefined ? null : momentText(to, zone);
  if (begin === null) return null;
  return end === null ? t("span_text_since_begin", { begin }) : t("span_text_begin_end", { begin, end });
}

/** A day that the calendar has; an address may say any, and 31 February would be read as 3 March. */
function isDay(text: string): boolean {
  if (!dayForm.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

function momentText(moment: string, zone: string): string | null {
  if (isDay(moment)) return daysText(moment, moment);
  const ms = Date.parse(moment);
  return Number.isNaN(ms) || !isDay(moment.slice(0, 10)) ? null : deadlineText(ms, zone);
}
