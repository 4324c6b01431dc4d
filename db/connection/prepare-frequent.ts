import type postgres from "postgres";

/** How often a statement is sent before it is prepared. */
const timesBefore = 2;
/** Prepared at a time, of some 20 kB each in every connection's process of the server. */
const mostPrepared = 400;
/** Counted at most: texts that come once, such as a list of ids of that length, must not fill our memory. */
const mostCounted = 4_000;

/** What a statement begins with that is not to be prepared, since its best plan depends on what is in it. */
export const plannedAnewMark = "/* planned anew */";

/** Counts statements by their text. @returns whether to prepare the one that is sent now */
export function createFrequency(): (text: string) => boolean {
  const prepared = new Set<string>();
  let counted = new Map<string, number>();
  return (text) => {
    if (prepared.has(text)) return true;
    if (text.startsWith(plannedAnewMark)) return false;
    const times = (counted.get(text) ?? 0) + 1;
    if (times > timesBefore) {
      counted.delete(text);
      // Some name a day. Connections end within the hour, and what they prepared with them.
      if (prepared.size >= mostPrepared) prepared.clear();
      prepared.add(text);
      return true;
    }
    if (counted.size >= mostCounted) counted = new Map();
    counted.set(text, times);
    return false;
  };
}

/**
 * Has a client prepare what it sends again and again, in transactions too: such a statement is sent and read by the server
 * once for each connection, and takes one way there and back instead of two. Drizzle, for itself, prepares nothing.
 */
export function prepareFrequent<Client extends postgres.Sql | postgres.TransactionSql>(
  client: Client,
  isFrequent: (text: string) => boolean = createFrequency(),
): Client {
  const { unsafe } = client;
  const own = {
    unsafe: (
      text: string,
      parameters?: Parameters<typeof unsafe>[1],
      options?: Parameters<typeof unsafe>[2],
    ) => unsafe(text, parameters, { ...options, prepare: options?.prepare || isFrequent(text) }),
    ...("begin" in client && {
      begin: (work: (tx: postgres.TransactionSql) => unknown) =>
        client.begin((tx) => work(prepareFrequent(tx, isFrequent))),
    }),
    ...("savepoint" in client && {
      savepoint: (work: (tx: postgres.TransactionSql) => unknown) =>
        client.savepoint((tx) => work(prepareFrequent(tx, isFrequent))),
    }),
  };
  return new Proxy(client, {
    get: (target, name) => (Object.hasOwn(own, name) ? Reflect.get(own, name) : Reflect.get(target, name)),
  });
}
