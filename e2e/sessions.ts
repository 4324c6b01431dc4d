import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where the server that listens on a port writes the cookies of the sessions that it has begun, by whose they are. */
export function sessionsFile(port: string): string {
  return join(tmpdir(), `patchbay-e2e-${port}-sessions.json`);
}

/** Whose session it is: the owner's of a merchant, or the demo merchant's. */
export const demoSession = "demo";
/** The demo's operator. */
export const operatorSession = "operator-of-all";
