import { env } from "#lib/env.ts";

/** Where an Inngest server finds the functions. Without this, the SDK would believe the Host of whoever asks. */
export function servedAt(): { serveOrigin: string; servePath: string } {
  return { serveOrigin: new URL(env().APP_URL).origin, servePath: "/api/inngest" };
}
