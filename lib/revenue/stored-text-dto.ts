import { messageSchema } from "#lib/failures/message.ts";
import type { Locale } from "#lib/words/locale.ts";
import { renderStored } from "#lib/words/render.ts";

type Said = { failureCode: string | null; failureParams: Record<string, unknown> | null };

/** The sentence of what a row says did not work; null = nothing, or what is no message. */
export function storedText({ failureCode, failureParams }: Said, locale: Locale): string | null {
  const message = messageSchema.safeParse({ code: failureCode, params: failureParams ?? {} });
  return message.success ? renderStored(message.data, locale) : null;
}
