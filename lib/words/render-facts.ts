import type { Message } from "#lib/failures/message.ts";
import type { Locale } from "./locale.ts";
import { render } from "./render.ts";

/** Facts of which some are texts and some are messages, as they are read. */
export function renderFacts(
  facts: Readonly<Record<string, string | Message>>,
  locale: Locale,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      typeof fact === "string" ? fact : render(fact, locale),
    ]),
  );
}
