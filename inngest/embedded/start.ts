import { serve } from "inngest/edge";
import { appId, embeddedSigningKey, inngest } from "#inngest/client.ts";
import { allFunctions } from "#inngest/functions/all.ts";
import { env } from "#lib/env.ts";
import { EmbeddedRunner } from "./runner.ts";

/**
 * Starts the embedded runner, unless an Inngest server does its work, and has it look for what is due since before.
 * @returns the runner, or null with an Inngest server
 */
export async function startEmbeddedRunner(): Promise<EmbeddedRunner | null> {
  if (env().usesInngestServer) return null;
  const client = inngest();
  const handler = serve({ client, functions: allFunctions(), serveOrigin: "http://localhost" });
  const runner = new EmbeddedRunner(handler, embeddedSigningKey());
  await runner.start();
  await client.send({ id: `${appId}-start-${process.pid}-${Date.now()}`, name: "deliveries/ready" });
  return runner;
}
