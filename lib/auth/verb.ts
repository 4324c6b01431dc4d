import { z } from "zod";
import { parseInput } from "#lib/parse.ts";
import { authorise, type Ctx } from "./context.ts";
import type { Permission } from "./permissions.ts";
import { composeIn } from "./reader.ts";
import { outputCheck } from "./verb-output.ts";

/** Who asks a verb of a merchant, and under which key of the caller's repetitions are to be one. */
type Asked = { ctx: Ctx; idempotencyKey?: string | undefined };

/** Where each field may be left out, so may the input. */
type WithInput<Input> = Record<never, never> extends Input ? { input?: Input } : { input: Input };

/** The input of a verb that takes none. */
export const noInput = z.strictObject({});

/**
 * One thing that can be asked of Patchbay. It is called with input of the schema's own type; the input is checked again all
 * the same.
 */
type Verb<By extends object, In extends z.ZodType, Out extends z.ZodType> = {
  (asked: By & WithInput<z.input<In>>): Promise<z.output<Out>>;
  readonly input: In;
  readonly output: Out;
  /** For `lib/transport/run-verb` alone: whatever a stranger sent is the input. */
  readonly runUnread: (asked: By & { input: unknown }) => Promise<z.output<Out>>;
};

export type Spec<By extends object, In extends z.ZodType, Out extends z.ZodType> = {
  input: In;
  output: Out;
  /** Reads the input in place of the schema, where its problems are told in another way. */
  parse?: (input: unknown) => z.output<In>;
  run: (asked: By & { input: z.output<In> }) => Promise<z.output<Out>>;
};

/** A verb for whoever `By` says: `authorise` throws for everybody who may not ask. Most verbs are made by `defineVerb`. */
export function defineVerbFor<By extends object, In extends z.ZodType, Out extends z.ZodType>(
  authorise: (asked: By) => void | Promise<void>,
  { input, output, run, parse = (unread) => parseInput(input, unread) }: Spec<By, In, Out>,
): Verb<By, In, Out> {
  const runUnread = async (asked: By & { input: unknown }) => {
    await authorise(asked);
    const result = await run({ ...asked, input: parse(asked.input) });
    outputCheck.current?.(output, result);
    return result;
  };
  const verb = (asked: By & { input?: z.input<In> }) => runUnread({ ...asked, input: asked.input ?? {} });
  return Object.assign(verb, { input, output, runUnread });
}

/**
 * A verb of a merchant: it asks for the permission, reads the input by its schema (an unknown field is refused under its
 * path), and runs in the language of whoever asks.
 */
export function defineVerb<In extends z.ZodType, Out extends z.ZodType>({
  permission,
  ...spec
}: Spec<Asked, In, Out> & { permission: Permission }) {
  const verb = defineVerbFor(({ ctx }: Asked) => authorise(ctx, permission), {
    ...spec,
    run: (asked) => composeIn(asked.ctx.locale, () => spec.run(asked)),
  });
  return Object.assign(verb, { permission });
}
