import type { Message, Params } from "#lib/failures/message.ts";
import { lookUp } from "#lib/look-up.ts";
import { findProvider } from "#lib/providers/registry.ts";
import { format } from "./format.ts";
import { defaultLocale, type Locale } from "./locale.ts";
import { renderCore } from "./render-core.ts";

/** A message as a row has it: its code, what it is about, and what is said after it. */
export type StoredMessage = {
  code: string;
  params: Params;
  further?: readonly Message[] | null | undefined;
};

/** The sentence of any message. One of an app's own (`slack.channel_archived`) is looked for with the app. */
export function render(message: Message, locale: Locale = defaultLocale): string {
  const [app, name] = message.code.split(".", 2);
  if (app === undefined || name === undefined) return renderCore(message, locale);
  const words = findProvider(app)?.words;
  const pattern = words && (lookUp(words[locale], name) ?? lookUp(words.en, name));
  if (pattern === undefined) return renderCore(message, locale);
  return format(pattern, message.params, locale);
}

/** All that a row says, one sentence after the other. @param beside what stands in other columns of the row */
export function renderStored(
  { code, params, further }: StoredMessage,
  locale: Locale = defaultLocale,
  beside: Params = {},
): string {
  const messages: readonly Message[] = [{ code, params }, ...(further ?? [])];
  return messages
    .map((message) => render({ code: message.code, params: { ...beside, ...message.params } }, locale))
    .join(" ");
}
