import type { Message, Param, Params } from "#lib/failures/message.ts";
import { type MessageCode, type MessageParams, say as sayPlainly } from "#lib/failures/say.ts";
import type { Inner } from "#lib/failures/values.ts";
import { format } from "#lib/words/format.ts";
import { renderCore } from "#lib/words/render-core.ts";

/** What an app alone says in English, in ICU MessageFormat by name. Other languages have it by code, in their folder. */
export type AppCatalogue = { readonly en: Readonly<Record<string, string>> };

/** A message with its English sentence, which is for the log of this installation only: rows hold the message. */
export type Said = Message & { readonly message: string };

/** One of the messages that Patchbay has for any app. */
export function say<Code extends MessageCode>(
  code: Code,
  ...args: keyof MessageParams[Code] extends never ? [] : [params: MessageParams[Code] & Params]
): Said {
  const said = sayPlainly(code, ...args);
  return { ...said, message: renderCore(said) };
}

/** The arguments that a pattern names; what stands in the branches of a plural is none. */
type ArgumentsOf<Pattern extends string> = Pattern extends `${string}{${infer Inner}}${infer Rest}`
  ? NameOf<Inner> | ArgumentsOf<Rest>
  : never;
type NameOf<Inner extends string> = Inner extends `${infer Name},${string}` ? Plain<Name> : Plain<Inner>;
type Plain<Name extends string> = Name extends `${string}${" " | "#" | "." | "{" | "“"}${string}`
  ? never
  : Name;

/** A pattern that is put together says nothing of its arguments to the compiler. */
type TextArgs<Pattern extends string> =
  Record<never, never> extends Record<Pattern, true>
    ? [params: Params]
    : [ArgumentsOf<Pattern>] extends [never]
      ? []
      : [params: Readonly<Record<ArgumentsOf<Pattern>, Param>>];

/**
 * How an app says what is in its own part of the catalogue: a name or a parameter that is not there does not compile.
 * @param app its id, which stands before the name in the code: `slack.channel_archived`
 */
export function createTell<const Words extends Readonly<Record<string, string>>>(app: string, words: Words) {
  const writeInner = (inner: Inner): string => {
    if (inner.kind === "scope") return inner.scope;
    const { code, params } = inner.message;
    const own = code.startsWith(`${app}.`) ? words[code.slice(app.length + 1)] : undefined;
    return own === undefined ? renderCore(inner.message) : format(own, params, "en", writeInner);
  };
  return <Name extends keyof Words & string>(name: Name, ...args: TextArgs<Words[Name]>): Said => {
    const params: Params = args[0] ?? {};
    return { code: `${app}.${name}`, params, message: format(words[name] ?? "", params, "en", writeInner) };
  };
}
