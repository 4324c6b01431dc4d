import type { z } from "zod";
import type { Call } from "./call.ts";

/** How a write is kept from happening twice when it is repeated under one idempotency key. */
export type Idempotency = "not_needed" | "native_key" | "upsert" | "look_up_first" | "stable_id";

type ActionWords = {
  title: string;
  /** What happens, in a sentence for a shop owner. */
  description: string;
  /** Ids of the scopes that it needs. */
  scopes: readonly string[];
  effect: "read" | "write";
  /** It takes or gives back money at once. */
  movesMoney?: true;
  /** `not_needed` for reads only. */
  idempotency: Idempotency;
};

export type Action = ActionWords & {
  /** A strict object; each field has FieldMeta. */
  input: z.ZodObject;
  output: z.ZodObject;
  example: Readonly<Record<string, unknown>>;
  /** Takes parsed input. Rejects with ProviderError, or with what `classifyError` knows. */
  run: (call: Call, input: unknown) => Promise<Record<string, unknown>>;
};

/** Ties an action's `run` to its own schemas: the input is parsed before, the output after. */
export function defineAction<Input extends z.ZodObject, Output extends z.ZodObject>(
  action: ActionWords & {
    input: Input;
    output: Output;
    example: z.input<Input>;
    run: (call: Call, input: z.output<Input>) => Promise<z.input<Output>>;
  },
): Action {
  return {
    ...action,
    run: async (call, input) => action.output.parse(await action.run(call, action.input.parse(input))),
  };
}
