import type { z } from "zod";
import type { SandboxCommand } from "../../../sandbox-kit/contract.ts";
import { type Work, workOn } from "../work.ts";
import { workOff } from "./work-off.ts";

/**
 * What can be done at Stripe's side, with what a test may say of it. Everything has a default, as the sandbox's page
 * has a button for it.
 */
export function command<Schema extends z.ZodType>(
  title: string,
  schema: Schema,
  run: (work: Work, input: z.output<Schema>) => Promise<string>,
): SandboxCommand {
  return {
    title,
    run: async (context, input) => {
      const parsed = schema.parse(input ?? {});
      await workOff(context);
      const told: string[] = [];
      const onTold = (said: readonly string[]) => told.push(...said);
      const outcome = await workOn(context, (work) => run(work, parsed), { inOrder: true, onTold });
      return told.length === 0 ? outcome : `${outcome} ${told.join("; ")}.`;
    },
  };
}
