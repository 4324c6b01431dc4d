import type { z } from "zod";

/** Any verb for whoever asks in this way, by what it answers. */
export type VerbOf<By extends object, Answer> = {
  runUnread: (asked: By & { input: unknown }) => Promise<Answer>;
};

/**
 * Asks a verb with input that nobody has read yet, such as the body and the query of a request. The verb refuses what its
 * schema does not know.
 * @throws {AppError} 422 with the path of each problem, and what the verb throws
 */
export function runVerb<By extends object, Answer>(
  verb: VerbOf<By, Answer>,
  asked: By & { input: unknown },
): Promise<Answer> {
  return verb.runUnread(asked);
}

type FieldsOf<Input> = Input extends unknown ? { [Name in keyof Input]?: unknown } : never;

/**
 * Asks a verb with named fields of a form or of an address, whose values nobody has read yet: the names are those of the
 * verb's input.
 * @throws {AppError} 422 with the path of each problem, and what the verb throws
 */
export function runFields<By extends object, In extends z.ZodType, Answer>(
  verb: VerbOf<By, Answer> & { input: In },
  asked: By & { input: FieldsOf<z.input<In>> },
): Promise<Answer> {
  return verb.runUnread(asked);
}
