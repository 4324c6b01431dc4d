import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const children: ChildProcess[] = [];

/** Starts a program of this folder, with no more of our environment than it needs. */
export function startChild(file: string, env: Record<string, string> = {}): ChildProcess {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    env: { PATH: process.env.PATH, NODE_ENV: "production", ...env },
    stdio: "inherit",
  });
  children.push(child);
  return child;
}

/** Tells a child what to do and waits for its answer. */
export function order<Answer>(
  child: ChildProcess,
  what: Record<string, unknown>,
  answer: z.ZodType<Answer>,
): Promise<Answer> {
  child.send(what);
  return answerOf(child, answer);
}

/** The next thing that a child says. Rejects when it dies instead. */
export async function answerOf<Answer>(child: ChildProcess, answer: z.ZodType<Answer>): Promise<Answer> {
  const died = once(child, "exit").then(() => Promise.reject(new Error("A program of the benchmark died.")));
  died.catch(() => {});
  const [said] = await Promise.race([once(child, "message"), died]);
  return answer.parse(said);
}

export function killChildren(): void {
  for (const child of children) child.kill();
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
  const given = { ...fallbacks };
  for (const name in fallbacks) {
    const index = args.indexOf(`--${name}`);
    if (index >= 0)
      given[name] = z.coerce
        .number()
        .int()
        .positive()
        .parse(args[index + 1]);
  }
  return given;
}
