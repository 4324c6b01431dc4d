import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";

const whole = z.coerce.number().int().positive();

const optionsSchema = z.object({
  data: z
    .string()
    .default(".data-history")
    .transform((folder) => resolve(folder)),
  rows: whole.default(3_000_000),
  days: whole.default(90),
  runs: whole.default(20),
  only: z.string().optional(),
  json: z.string().optional(),
  drop: z.string().optional(),
});

export type HistoryOptions = z.output<typeof optionsSchema>;

/** @throws for an option that there is not, or a number that is none */
export function readOptions(args: readonly string[]): HistoryOptions {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { data: text, rows: text, days: text, runs: text, only: text, json: text, drop: text },
  });
  return optionsSchema.parse(values);
}
