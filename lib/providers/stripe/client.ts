import type Stripe from "stripe";
import { z } from "zod";
import type { Call } from "../contract/call.ts";
import { ProviderError } from "../contract/provider-error.ts";
import { id } from "../kit/lenient.ts";
import { apiVersion } from "./api-version.ts";
import { classifyError, unreadable } from "./errors.ts";
import { tell } from "./words.ts";

const named = z.looseObject({ id });

const idText = z.string().min(1).max(255);

const withId = z.looseObject({ id: idText });

type Sent = { stripe: Stripe; options: Stripe.RequestOptions };

/**
 * Asks for something in the merchant's account: with the platform's key and that account's id
 * (https://docs.stripe.com/connect/authentication). One request, or the pages of one list.
 * @param what for the log: `charge`
 * @throws what `classifyError` knows, or ProviderError where the answer is not in the form of `answer`
 */
export async function askInAccount<Answer extends z.ZodType>(
  call: Call,
  what: string,
  answer: Answer,
  send: (sent: Sent) => Promise<unknown>,
): Promise<z.output<Answer>> {
  const options = { apiVersion, stripeAccount: requireAccountId(call) };
  return readAnswer(what, answer, async () => send({ stripe: await openStripe(call), options }));
}

/** Asks for something that the platform itself may see or do, such as opening an account. Throws as above. */
export async function askAsPlatform<Answer extends z.ZodType>(
  call: Call,
  what: string,
  answer: Answer,
  send: (sent: Sent) => Promise<unknown>,
): Promise<z.output<Answer>> {
  return readAnswer(what, answer, async () =>
    send({ stripe: await openStripe(call), options: { apiVersion } }),
  );
}

/** @throws ProviderError auth where the connection names no account */
export function requireAccountId({ settings }: Call): string {
  if (settings.accountId) return settings.accountId;
  const message = tell("connection_does_not_say_which");
  throw new ProviderError({ kind: "auth", message });
}

async function openStripe(call: Call): Promise<Stripe> {
  if (!call.app) {
    const message = tell("not_set_up_here_any");
    throw new ProviderError({ kind: "unavailable", message });
  }
  const { default: StripeClient } = await import("stripe");
  return new StripeClient(call.app.clientSecret, {
    httpClient: StripeClient.createFetchHttpClient(call.fetch),
    maxNetworkRetries: 0,
    telemetry: false,
  });
}

async function readAnswer<Answer extends z.ZodType>(
  what: string,
  answer: Answer,
  send: () => Promise<unknown>,
): Promise<z.output<Answer>> {
  let reply: unknown;
  try {
    reply = await send();
  } catch (error) {
    // The SDK stumbles over an answer that is JSON and no object.
    throw classifyError(error) ?? (error instanceof TypeError ? unreadable(what, error) : error);
  }
  const read = answer.safeParse(reply);
  if (!read.success) throw unreadable(`${what}: ${read.error.message}`, read.error);
  return read.data;
}

/** The id of another object, which stands there itself once it is expanded. https://docs.stripe.com/api/expanding_objects */
export function readId(value: unknown): string | null {
  return idText.safeParse(value).data ?? withId.safeParse(value).data?.id ?? null;
}

/**
 * Where a list goes on: after the last item of a page that has an id. https://docs.stripe.com/api/pagination
 * @returns null where there is no more, or nothing on the page has an id
 */
export function idAfterPage(page: { data: readonly unknown[]; has_more: boolean }): string | null {
  if (!page.has_more) return null;
  const last = page.data.findLast((item) => named.safeParse(item).success);
  return named.safeParse(last).data?.id ?? null;
}
