import { z } from "zod";
import type { Call } from "../contract/call.ts";
import { classifyError, unreadable } from "./errors.ts";

const oddAnswer = z.looseObject({ response_metadata: z.unknown() });

/**
 * Calls a method of Slack's Web API (https://docs.slack.dev/apis/web-api) once: repeating and waiting are the caller's.
 * @param values arrays and objects are sent as JSON; undefined ones are left out
 * @throws what `classifyError` knows, or ProviderError where the answer is not in the form of `answer`
 */
export async function callSlack<Answer extends z.ZodType>(
  call: Call,
  method: string,
  values: Record<string, unknown>,
  answer: Answer,
): Promise<z.output<Answer>> {
  const client = await createClient(call);
  let reply: unknown;
  try {
    reply = await client.apiCall(method, values);
  } catch (error) {
    // The SDK stumbles over an answer that is JSON and no object, and over a 429 that does not say how long.
    throw classifyError(error) === null ? unreadable(`${method}: ${String(error)}`, error) : error;
  }
  const read = answer.safeParse(reply);
  if (!read.success) throw unreadable(`${method}: ${read.error.message}`, read.error);
  return read.data;
}

async function createClient(call: Call) {
  const { LogLevel, WebClient } = await import("@slack/web-api");
  const silent = () => {};
  return new WebClient(call.credentials.accessToken, {
    fetch: withSoundMetadata(call.fetch),
    // What the SDK would print, it also throws.
    logger: {
      debug: silent,
      info: silent,
      warn: silent,
      error: silent,
      setLevel: silent,
      setName: silent,
      getLevel: () => LogLevel.ERROR,
    },
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
  });
}

/** The SDK writes into `response_metadata`, and stumbles where that is null or a text. */
function withSoundMetadata(fetchThrough: typeof fetch): typeof fetch {
  return async (input, init) => {
    const response = await fetchThrough(input, init);
    const text = await response.text();
    const { status, headers } = response;
    return new Response(status === 204 ? null : withoutOddMetadata(text), { status, headers });
  };
}

function withoutOddMetadata(text: string): string {
  try {
    const { response_metadata: metadata, ...rest } = oddAnswer.parse(JSON.parse(text));
    return typeof metadata === "object" && metadata !== null ? text : JSON.stringify(rest);
  } catch {
    return text;
  }
}
