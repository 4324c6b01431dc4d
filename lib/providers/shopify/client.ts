import { z } from "zod";
import { decimalToMinor } from "#lib/money/decimal-minor.ts";
import type { Call } from "#lib/providers/contract/call.ts";
import { scrubbed } from "#lib/scrub.ts";
import { decimal, flag, hint, hintedObject, list, text } from "../kit/lenient.ts";
import {
  explainGraphqlErrors,
  explainStatus,
  graphqlError,
  msUntilAffordable,
  queryCost,
  unreadable,
} from "./errors.ts";
import { apiRequest, shopDomain } from "./shop-domain.ts";

/** `Money` and `Decimal` of the Admin API. */
export const shopMoney = z.looseObject({ amount: decimal, currencyCode: text });

export type ShopMoney = { amount: string; currencyCode: string };

const pageInfo = hintedObject({ hasNextPage: flag.catch(true), endCursor: hint });

/** A page of a connection. https://shopify.dev/docs/api/usage/pagination-graphql */
export const connection = z.looseObject({ nodes: list, pageInfo });

type Connection = z.output<typeof connection>;

const answer = z.looseObject({
  data: z.unknown().optional(),
  errors: z.array(graphqlError).nullish(),
  // A hint that cannot be read makes nothing wait.
  extensions: z
    .looseObject({ cost: queryCost.optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

/**
 * Sends one GraphQL document to the Admin API and reads its `data`. Where little of the shop's allowance is left, the
 * next request is made to wait.
 * @throws {ProviderError} for whatever Shopify refuses, other than the `userErrors` of a mutation
 */
export async function askAdmin<Data extends z.ZodType>(
  call: Call,
  options: { document: string; variables?: Readonly<Record<string, unknown>>; data: Data },
): Promise<z.output<Data>> {
  const shop = shopDomain(call.settings);
  const { document: query, variables = {} } = options;
  const reply = await call.request(apiRequest(call.settings, { query, variables }));
  if (reply.status !== 200) throw explainStatus(reply, shop);
  const body = answer.safeParse(reply.json);
  if (!body.success) throw unreadable(`not a GraphQL answer: ${scrubbed(reply.text, 300)}`);
  const cost = body.data.extensions?.cost ?? null;
  const { errors } = body.data;
  if (errors && errors.length > 0) throw explainGraphqlErrors(errors, { shop, cost });
  const data = options.data.safeParse(body.data.data);
  if (!data.success) throw unreadable(`data: ${z.prettifyError(data.error).slice(0, 300)}`);
  const waitMs = cost ? msUntilAffordable(cost) : 0;
  if (waitMs > 0) await call.pause(waitMs);
  return data.data;
}

/** `gid://shopify/Order/1` → `1`. https://shopify.dev/docs/api/usage/gids */
export function readNumericId(globalId: string): string {
  return globalId.slice(globalId.lastIndexOf("/") + 1);
}

export function isGlobalId(text: string, type: string): boolean {
  return new RegExp(`^gid://shopify/${type}/\\d+$`).test(text);
}

export function nextCursor({ pageInfo: info }: Connection): string | null {
  return info?.hasNextPage ? (info.endCursor ?? null) : null;
}

/** There is more, or may be, and Shopify does not say where. */
export function isCutOff({ pageInfo: info }: Connection): boolean {
  return info === undefined || (info.hasNextPage && info.endCursor === undefined);
}

/** A filter of the search syntax, with the value taken as it is. https://shopify.dev/docs/api/usage/search-syntax */
export function searchTerm(field: string, value: string): string {
  return `${field}:${quoted(value)}`;
}

/** What a person typed into a search box: each word may be the beginning of one. */
export function searchWords(text: string): string | null {
  const words = text.split(/\s+/).filter(Boolean);
  return words.length === 0 ? null : words.map((word) => `${word.replace(/[\\:()"'*]/g, "\\$&")}*`).join(" ");
}

function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, "\\$&")}"`;
}

/** @returns undefined where the text is no amount or the currency no ISO code */
export function toMinor({ amount, currencyCode }: ShopMoney): number | undefined {
  return decimalToMinor(amount, currencyCode);
}
