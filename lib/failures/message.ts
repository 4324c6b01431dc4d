import { z } from "zod";

/** What a sentence is about. Flat, so that it fits a JSON column and a message catalogue. */
export type Param = string | number | boolean | null;
export type Params = Readonly<Record<string, Param>>;

/**
 * What a row keeps in place of a sentence. `lib/words` makes the sentence of it, at the edge and by locale. The code of
 * an app's own sentence is `<app>.<name>`.
 */
export type Message = { readonly code: string; readonly params: Params };

/** A message as it comes back from a JSON column. */
export const messageSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
