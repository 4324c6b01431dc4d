import type { Message, Params } from "#lib/failures/message.ts";
import type { Inner } from "#lib/failures/values.ts";
import { lookUp } from "#lib/look-up.ts";
import { findManifest } from "#lib/providers/manifests.ts";
import { format } from "./format.ts";
import { defaultLocale, type Locale } from "./locale.ts";
import { renderCore } from "./render-core.ts";
import { findMessage, findText } from "./texts/translations.ts";

/** A message as a row has it: its code, what it is about, and what is said after it. */
export type StoredMessage = {
  code: string;
  params: Params;
  further?: readonly Message[] | null | undefined;
};

/** The sentence of any message. One of an app's own (`slack.channel_archived`) is looked for with the app. */
export function render(message: Message, locale: Locale = defaultLocale): string {
  return renderWithin(message, locale, 0);
}

/** A message within a message within a message is the most that anyone says. */
const mostLevels = 2;

function renderWithin(message: Message, locale: Locale, level: number): string {
  const writeInner = (inner: Inner) => {
    if (inner.kind === "scope") return `"${getTitle(inner, locale)}"`;
    return level < mostLevels ? renderWithin(inner.message, locale, level + 1) : inner.message.code;
  };
  const [app, name] = message.code.split(".", 2);
  if (app === undefined || name === undefined) return renderCore(message, locale, writeInner);
  const pattern = findMessage(locale, message.code) ?? lookUp(findManifest(app)?.words.en ?? {}, name);
  if (pattern === undefined) return renderCore(message, locale, writeInner);
  return format(pattern, message.params, locale, writeInner);
}

/** What a permission is called; one that Patchbay does not ask for any more keeps its id. */
function getTitle({ provider, scope }: { provider: string; scope: string }, locale: Locale): string {
  const known = findManifest(provider)?.auth.scopes.find(({ id }) => id === scope);
  return findText(locale, provider, `scopes.${scope}.title`) ?? known?.title ?? scope;
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
