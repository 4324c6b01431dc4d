import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { z } from "zod";

/** Each child, and a promise that rejects when it dies. */
const children = new Map<ChildProcess, Promise<never>>();

/** Starts a program of this folder, with no more of our environment than it needs. */
export function startChild(file: string, env: Record<string, string> = {}): ChildProcess {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    env: { PATH: process.env.PATH, NODE_ENV: "production", ...env },
    stdio: "inherit",
  });
  const died = once(child, "exit").then(() => Promise.reject(new Error("A program of the benchmark died.")));
  died.catch(() => {});
  children.set(child, died);
  return child;
}

/** Tells a child what to do and waits for its answer. */
export function order<Answer>(
  child: ChildProcess,
  what: Record<string, unknown>,
  answer: z.ZodType<Answer>,
): Promise<Answer> {
  child.send(what);
  return nextAnswer(child, answer);
}

/** The next thing that a child says. Rejects when it dies instead. */
export async function nextAnswer<Answer>(child: ChildProcess, answer: z.ZodType<Answer>): Promise<Answer> {
  const said = new Promise<unknown>((resolve) => child.once("message", resolve));
  return answer.parse(await Promise.race([said, children.get(child) ?? said]));
}

export function killChildren(): void {
  for (const child of children.keys()) child.kill();
  children.clear();
}

/** What the worker answers. */
export const workerAnswer = z.object({
  done: z.string(),
  rssMb: z.number(),
  cpuMs: z.number(),
  /** Of `prepare`. */
  merchantIds: z.array(z.string()).optional(),
});

/** Reads whole numbers such as `--events 20000`. */
export function readNumbers<Name extends string>(
  args: readonly string[],
  fallbacks: Record<Name, number>,
): Record<Name, number> {
  const numbers = { ...fallbacks };
  for (const name in fallbacks) {
    const index = args.indexOf(`--${name}`);
    if (index >= 0)
      numbers[name] = z.coerce
        .number()
        .int()
        .positive()
        .parse(args[index + 1]);
  }
  return numbers;
}
