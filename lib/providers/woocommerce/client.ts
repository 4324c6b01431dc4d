import { z } from "zod";
import type { Call, ProviderReply, ProviderRequest } from "../contract/call.ts";
import { list } from "../kit/lenient.ts";
import { type KnownBy, type Reading, readEach } from "../kit/read-each.ts";
import { isFine } from "../kit/rest-client.ts";
import { formatDetail, keyMayNot, toProviderError, unreadable } from "./errors.ts";
import { getWay, keysInQuery, requireStoreAddress, routeUrl, type Way } from "./store-address.ts";
import { readThroughNotices, readWordPressError } from "./wordpress.ts";

type ListRequest<Item> = {
  path: "orders" | "products";
  read: (record: unknown) => Item;
  known: KnownBy;
  fields: string;
  /** The number of the page, as text; null for the first. */
  cursor: string | null;
  limit: number;
  query?: Readonly<Record<string, string | undefined>>;
};

type ListPage<Item> = Reading<Item> & { nextCursor: string | null; total: number | undefined };

type StoreRequest = Pick<ProviderRequest, "method" | "query" | "json"> & {
  /** Below /wp-json/wc/v3/: `orders/12`. */
  path: string;
};

/**
 * Asks the shop's REST API, version 3, and reads the answer.
 * https://woocommerce.github.io/woocommerce-rest-api-docs/
 * @throws {ProviderError} of any kind
 */
export async function askStore<Schema extends z.ZodType>(
  call: Call,
  request: StoreRequest,
  schema: Schema,
): Promise<z.output<Schema>> {
  return (await askStoreForPage(call, request, schema)).data;
}

type StorePage<Data> = {
  data: Data;
  /** As the shop counts them; null where something on the way took the headers off. */
  total: number | null;
  totalPages: number | null;
};

/** The same for lists. https://woocommerce.github.io/woocommerce-rest-api-docs/#pagination */
export async function askStoreForPage<Schema extends z.ZodType>(
  call: Call,
  request: StoreRequest,
  schema: Schema,
): Promise<StorePage<z.output<Schema>>> {
  const reply = await send(call, request);
  if (!isFine(reply)) throw await explainRefusal(call, request, reply);
  if (reply.json === undefined) throw unreadable(reply, "not JSON");
  const data = schema.safeParse(reply.json);
  if (!data.success) throw unreadable(reply, z.prettifyError(data.error));
  return {
    data: data.data,
    total: countIn(reply, "x-wp-total"),
    totalPages: countIn(reply, "x-wp-totalpages"),
  };
}

function send(call: Call, request: StoreRequest): Promise<ProviderReply> {
  return sendBy(call, getWay(call.settings), request);
}

/** Asks in one way, whatever the settings say. Any status is an answer. */
export async function sendBy(
  call: Call,
  way: Way,
  { path, query, ...request }: StoreRequest,
): Promise<ProviderReply> {
  const reply = await call.request({
    ...request,
    url: routeUrl(way.apiRoot, path),
    query: { ...query, ...keysInQuery(call, way) },
  });
  return withTrueStatus({ ...reply, json: readThroughNotices(reply.text) });
}

/** Once PHP has printed a notice, WordPress can no longer set the status; the error beside it has the true one. */
function withTrueStatus(reply: ProviderReply): ProviderReply {
  const status = reply.status === 200 ? readWordPressError(reply.json)?.data?.status : undefined;
  return typeof status === "number" && status >= 400 && status < 600 ? { ...reply, status } : reply;
}

/**
 * A key that may only read and a secret that is wrong are refused under the same code, and the words beside it are in
 * the shop's language. So a refused write is followed by a small read: if that works, it is the permission.
 */
async function explainRefusal(call: Call, request: StoreRequest, reply: ProviderReply) {
  const error = readWordPressError(reply.json);
  const isAmbiguous = reply.status === 401 && error?.code === "woocommerce_rest_authentication_error";
  const asked = {
    store: requireStoreAddress(call.settings),
    url: routeUrl(getWay(call.settings).apiRoot, request.path),
  };
  if (!error || !isAmbiguous || request.method === "GET")
    return toProviderError(reply, request.method, asked);
  const read = await send(call, { method: "GET", path: "orders", query: { per_page: "1", _fields: "id" } });
  return read.status === 200
    ? keyMayNot("write", formatDetail(error, reply.status))
    : toProviderError(reply, request.method);
}

function countIn({ headers }: ProviderReply, name: string): number | null {
  const count = z.coerce.number().int().nonnegative().safeParse(headers[name]);
  return count.success ? count.data : null;
}

/** One page of a list, and the number of the next one. What cannot be read on a page does not end it. */
export async function listPage<Item>(
  call: Call,
  { path, read, known, fields, cursor, limit, query }: ListRequest<Item>,
): Promise<ListPage<Item>> {
  const page = cursor && /^[1-9]\d{0,6}$/.test(cursor) ? Number(cursor) : 1;
  const perPage = Math.min(limit, 100);
  const { data, total, totalPages } = await askStoreForPage(
    call,
    {
      method: "GET",
      path,
      query: { ...query, page: String(page), per_page: String(perPage), _fields: fields },
    },
    list,
  );
  const hasMore = totalPages === null ? data.length === perPage : page < totalPages;
  return {
    ...readEach(data, known, read),
    nextCursor: hasMore ? String(page + 1) : null,
    total: total ?? undefined,
  };
}
