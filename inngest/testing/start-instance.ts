import { fork } from "node:child_process";
import { once } from "node:events";
import { z } from "zod";

/**
 * Starts an instance in a process of its own, with the settings of this one and others.
 * @param program path of `instance.ts`, as one file
 */
export async function startInstance(program: string, settings: Record<string, string> = {}) {
  const child = fork(program, {
    env: { ...process.env, NODE_ENV: "test", NODE_OPTIONS: "", ...settings },
    execArgv: [],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const exited = once(child, "exit");
  const died = exited.then(() => Promise.reject(new Error("The instance died.")));
  died.catch(() => {});
  await Promise.race([once(child, "message"), died]);
  return {
    /** Has it accept paid orders of a merchant. @returns their ids */
    async accept(merchantId: string, events: number): Promise<string[]> {
      const answer = once(child, "message");
      child.send({ merchantId, events });
      const [ids] = await Promise.race([answer, died]);
      return z.array(z.string()).parse(ids);
    },
    /** Ends it by a signal. @returns its exit code; null = it was killed */
    async end(signal: "SIGTERM" | "SIGKILL"): Promise<number | null> {
      child.kill(signal);
      await exited;
      return child.exitCode;
    },
    async [Symbol.asyncDispose](): Promise<void> {
      if (child.exitCode !== null || child.signalCode !== null) return;
      // In order, so that nothing is left leased for whoever comes next.
      child.kill("SIGTERM");
      await exited;
    },
  };
}
