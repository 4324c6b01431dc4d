import { setTimeout as wait } from "node:timers/promises";
import { env } from "#lib/env.ts";
import type { SandboxAccount } from "#lib/providers/sandbox-kit/contract.ts";
import { sandboxOrigin } from "../origin.ts";
import { recordCall } from "./calls.ts";

const tries = 3;
const pauseMs = 300;
const timeoutMs = 5_000;
const keptCharacters = 10_000;

type Message = { url: string; headers: Record<string, string>; body: string };
type Answer = { status: number | null; text: string };

/**
 * Sends a webhook from a sandbox to this installation, on loopback. Other addresses are refused: whoever can set a
 * webhook here could have this server call its neighbours.
 * @returns status null where nobody answered, with the reason as the text
 */
export async function sendFromSandbox(
  provider: string,
  account: SandboxAccount,
  message: Message,
): Promise<Answer> {
  const url = toLoopback(message.url);
  const answer = url
    ? await sendWithRetries({ ...message, url })
    : { status: null, text: "The sandbox sends to this installation only." };
  await recordCall({
    merchantId: account.merchantId,
    provider,
    direction: "sent",
    method: "POST",
    url: message.url,
    status: answer.status,
  });
  return answer;
}

function toLoopback(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { origin, pathname, search } = new URL(address);
  const isOurs = origin === new URL(env().APP_URL).origin || origin === sandboxOrigin();
  return isOurs ? `${sandboxOrigin()}${pathname}${search}` : null;
}

async function sendWithRetries(message: Message): Promise<Answer> {
  let answer: Answer = { status: null, text: "" };
  for (let number = 1; number <= tries; number += 1) {
    if (number > 1) await wait(pauseMs);
    answer = await sendOnce(message);
    if (answer.status !== null && answer.status < 500) return answer;
  }
  return answer;
}

async function sendOnce({ url, headers, body }: Message): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers,
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: response.status, text: (await response.text()).slice(0, keptCharacters) };
  } catch (error) {
    return { status: null, text: error instanceof Error ? error.message : String(error) };
  }
}
