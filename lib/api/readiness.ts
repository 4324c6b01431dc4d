import { databaseState } from "#db/readiness.ts";
import { hasRegistered, type InngestState, inngestState } from "#inngest/server-state.ts";
import { env } from "#lib/env.ts";
import { hasLocalRunner } from "#lib/jobs/wake.ts";
import { isEnding } from "#lib/work/runs.ts";

/**
 * Whether database, migrations and engine are ready, and which is not; within 3 s. What the Inngest server says of us
 * is told too; it makes this instance unready only with `ENGINE=inngest`, where nothing is done without it.
 */
export async function readiness() {
  const { ENGINE, usesInngestServer } = env();
  const [database, inngest] = await Promise.all([databaseState(), usesInngestServer ? inngestState() : null]);
  const engine = engineState();
  const isReady = database === "ok" && engine !== "not running" && engine !== "ending";
  return {
    isReady: isReady && (ENGINE !== "inngest" || isCallingUs(inngest)),
    database,
    engine,
    ...(inngest && { inngest }),
  };
}

/** Who does what is due: this process, the calls of an Inngest server, or nobody (yet, or any more). */
function engineState(): "embedded" | "inngest" | "not running" | "ending" {
  if (isEnding()) return "ending";
  if (env().ENGINE === "inngest") return "inngest";
  return hasLocalRunner() ? "embedded" : "not running";
}

/** A server that is away for a while takes no instance out of service: what is accepted is safe in Postgres. */
function isCallingUs(inngest: InngestState | null): boolean {
  return inngest?.state === "registered" || (inngest?.state === "unreachable" && hasRegistered());
}
