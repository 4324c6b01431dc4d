import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { setTimeout as sleep } from "node:timers/promises";
import { projectRoot } from "#scripts/settings.ts";

type NextEnd = { exitCode: number | null; signal: NodeJS.Signals | null };

export type NextProcess = {
  /** Settles once, when the process has ended for whatever reason. */
  ended: Promise<NextEnd>;
  /** Asks it to end, and insists after a while. Settles when it has. */
  stop(): Promise<void>;
  kill(): void;
};

const stopPatienceMs = 15_000;
/** Longer than proxies and other clients keep a connection: who sends on one that is just being closed gets an error. */
const keepAliveMs = 75_000;
const preloaded = ["./die-with-parent.mjs", "./guard.ts", "./quick-imports.mjs"].map(
  (file) => new URL(file, import.meta.url).href,
);
/** Of these, next-auth would take its address, from the request or from elsewhere than APP_URL. An empty one is no address to it. */
const trustsHost = { AUTH_TRUST_HOST: "", VERCEL: undefined, NEXTAUTH_URL_INTERNAL: undefined };

/** Starts `next dev` or `next start`, which writes to our own output and ends when we do. */
export function startNext(mode: "dev" | "start", port: number, host?: string): NextProcess {
  const cli = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const kept = mode === "start" ? ["--keepAliveTimeout", String(keepAliveMs)] : [];
  const args = [mode, "-p", String(port), ...(host ? ["-H", host] : []), ...kept];
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: projectRoot,
    stdio: ["ignore", "inherit", "inherit"],
    env: {
      ...process.env,
      ...trustsHost,
      NEXT_TELEMETRY_DISABLED: "1",
      // In production the app ends on its own, once the attempts under way have (instrumentation.ts).
      ...(mode === "start" ? { NEXT_MANUAL_SIG_HANDLE: "true" } : {}),
      // Names are looked up on these threads: with the usual four, a few slow name servers would hold up all others.
      UV_THREADPOOL_SIZE: process.env.UV_THREADPOOL_SIZE ?? "16",
      NODE_OPTIONS: [process.env.NODE_OPTIONS, ...preloaded.map((file) => `--import=${file}`)]
        .filter(Boolean)
        .join(" "),
    },
  });
  const ended = once(child, "exit").then(([exitCode, signal]): NextEnd => ({ exitCode, signal }));
  return {
    ended,
    async stop() {
      child.kill("SIGTERM");
      const patience = new AbortController();
      const insist = sleep(stopPatienceMs, undefined, { signal: patience.signal }).then(
        () => child.kill("SIGKILL"),
        () => false,
      );
      await ended;
      patience.abort();
      await insist;
    },
    kill: () => void child.kill("SIGKILL"),
  };
}
