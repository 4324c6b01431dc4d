import { createHash } from "node:crypto";
import { Inngest } from "inngest";
import { env } from "#lib/env.ts";
import { logger } from "#lib/logger.ts";
import { version } from "#lib/version.ts";
import { embeddedFetch, hasReceiver } from "./embedded/inbox.ts";

export const appId = "patchbay";

let client: Inngest | undefined;

/** The one Inngest client. Without an Inngest server its events go to the embedded runner of this process. */
export function inngest(): Inngest {
  client ??= env().usesInngestServer ? serverClient() : embeddedClient();
  return client;
}

/** Who wakes the functions: an Inngest server, the runner of this process, or nobody (yet). */
export function engineState(): "inngest server" | "embedded" | "not running" {
  if (env().usesInngestServer) return "inngest server";
  return hasReceiver() ? "embedded" : "not running";
}

function serverClient(): Inngest {
  return new Inngest({ id: appId, appVersion: version, logger });
}

function embeddedClient(): Inngest {
  return new Inngest({
    id: appId,
    appVersion: version,
    logger,
    isDev: false,
    baseUrl: "http://embedded.invalid",
    eventKey: "embedded",
    signingKey: embeddedSigningKey(),
    fetch: embeddedFetch,
  });
}

/** /api/inngest answers signed calls only; the embedded runner signs with a key no one else has. */
export function embeddedSigningKey(): string {
  const digest = createHash("sha256")
    .update(`patchbay embedded runner\n${env().NEXTAUTH_SECRET}`)
    .digest("hex");
  return `signkey-prod-${digest}`;
}
