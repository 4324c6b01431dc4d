import type { Ctx } from "#lib/auth/context.ts";
import { env } from "#lib/env.ts";
import { answerConsent } from "#lib/sandbox/consent/answer-consent.ts";
import { type Finished, finishConnection } from "../finish-connection.ts";
import { startConnection } from "../start-connection.ts";
import { randomText } from "../state.ts";

type Journey = {
  provider: string;
  /** What is typed, and what else stands in the address: integrationId, display. */
  query?: Record<string, string>;
  answer?: "allow" | "deny";
  /** An account's id at the sandbox, or its word for a new one. */
  account?: string;
  browserNonce?: string;
};

/** Presses Connect and answers the consent page. @returns what the browser brings back to the callback */
export async function agree(
  ctx: Ctx,
  journey: Journey,
): Promise<{ query: URLSearchParams; browserNonce: string }> {
  const { provider, answer = "allow", account, browserNonce = randomText() } = journey;
  const input = { provider, ...journey.query };
  const { url } = await startConnection({ ctx, input, browserNonce });
  const asked = await fetch(url, { redirect: "manual" });
  const location = new URL(asked.headers.get("location") ?? "", env().APP_URL);
  const id = /^\/consent\/(.+)$/.exec(location.pathname)?.[1];
  if (!id) throw new Error(`No consent page: HTTP ${asked.status} ${await asked.text()} ${location.href}`);
  const answered = await answerConsent({ ctx, input: { id, answer, ...(account ? { account } : {}) } });
  return { query: new URL(answered.url).searchParams, browserNonce };
}

/** The whole way of a merchant, from Connect to the connection. */
export async function connectInSandbox(ctx: Ctx, journey: Journey): Promise<Finished> {
  const { query, browserNonce } = await agree(ctx, journey);
  return finishConnection({ ctx, providerId: journey.provider, query, browserNonce });
}

/** As above, where nothing but the connection's id is of interest. */
export async function connectedIn(ctx: Ctx, journey: Journey): Promise<string> {
  const finished = await connectInSandbox(ctx, journey);
  if (finished.kind !== "connected") throw new Error(`Another account came back: ${finished.state}`);
  return finished.integrationId;
}
