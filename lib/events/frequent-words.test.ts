import { and, eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { events } from "#db/schema/events.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { dayMs, toDay } from "#lib/history/days.ts";
import { WordQuery } from "#lib/search/word-query.ts";
import { toIdForm, toSearchForm, typedWords } from "#lib/search/words.ts";
import { findByWords } from "./find-event-keys.ts";
import { findFrequentWords } from "./frequent-words.ts";
import { eventHasWord } from "./matches-search.ts";

const from = Date.parse(`${toDay(Date.now() - 33 * dayMs)}T00:00:00Z`);
const day = toDay(from);
const kitchen = "wh_kitchen";
let merchantId: string;

/** Frequent words, beginnings of others among them; a drink and news stand in no event together. */
const drinks = ["espresso", "espresso macchiato", "order", "orders", "37 50"];
const news = ["newsletter", "news", "order", "東京の注文", "abc注文"];
const anywhere = ["mara", "marabu", "paid", "5", "50", "zeppelin", "注", "o'neil", "x".repeat(70)];
const ids = ["order", "espresso", "mara", "ord-1", "-5", "x".repeat(70)];

const eventOf = fc
  .record({
    own: fc.boolean().chain((isDrink) => fc.subarray(isDrink ? drinks : news)),
    others: fc.array(
      fc.oneof({ weight: 6, arbitrary: fc.constantFrom("mara", "paid") }, fc.constantFrom(...anywhere)),
      { maxLength: 2 },
    ),
    id: fc.nat(200).map((number) => ids[number]),
    type: fc.constantFrom("order.paid", "order.paid", "qr.scanned"),
    isKitchen: fc.nat(60).map((number) => number > 0),
  })
  .map(({ own, others, id, type, isKitchen }) => {
    const forms = [...own, ...others].map(toSearchForm);
    if (id !== undefined) forms.push(toIdForm(id));
    return { text: ` ${forms.join(" ")}`, type, destinations: isKitchen ? [kitchen] : [] };
  });

async function insert(made: { text: string; type: string; destinations: string[] }[], first: number) {
  await db().execute(sql`
    INSERT INTO events (merchant_id, id, accepted_at, type, occurred_at, origin, facts, search_text, destination_ids)
    SELECT ${merchantId}, 'evt_' || ${first}::int + n, ${`${day} 00:00:00+00`}::timestamptz + n * interval '1 second',
      row->>'type', now(), CASE WHEN n % 7 = 1 THEN 'patchbay' ELSE 'api' END, '{}', row->>'text',
      ARRAY(SELECT json_array_elements_text(row->'destinations'))
    FROM json_array_elements(${JSON.stringify(made)}::json) WITH ORDINALITY AS made (row, n)`);
}

beforeAll(async () => {
  ({ merchantId } = await createTestMerchant());
  await db().execute(sql`SELECT patchbay_make_days(${day}::date, ${day}::date)`);
  await insert(fc.sample(eventOf, { seed: 7, numRuns: 2_500 }), 0);
  await db().execute(sql`SELECT patchbay_index_words(${day}::date)`);
  // Another file of this database may have had the day mapped before.
  const part = sql.identifier(`events_${day.replaceAll("-", "")}`);
  await db().execute(sql`DROP TRIGGER IF EXISTS forget_frequent_words ON ${part}`);
  await db().execute(sql`DELETE FROM frequent_words WHERE day = ${day}`);
  await db().execute(sql`SELECT patchbay_map_words(${day}::date)`);
});

interface Question {
  typed: string;
  type: string | undefined;
  isKitchenNamed: boolean;
  withoutOwn: boolean;
}

const question = fc.record({
  typed: fc
    .array(fc.tuple(fc.constantFrom(...drinks, ...news, ...anywhere, ...ids, "37.50", "#5"), fc.nat(12)), {
      minLength: 1,
      maxLength: 3,
    })
    .map((words) =>
      words.map(([word, cut]) => (cut > 8 ? [...word].slice(0, cut - 7).join("") : word)).join(" "),
    )
    .filter((typed) => typedWords(typed).length > 0),
  type: fc.constantFrom(undefined, undefined, "order.paid", "qr.created"),
  isKitchenNamed: fc.boolean(),
  withoutOwn: fc.boolean(),
});

/** The question as lists ask it: what the index can tell of it, and what events must be. */
function ask({ typed, type, isKitchenNamed, withoutOwn }: Question) {
  const named = (word: string) => (isKitchenNamed && "kitchen mara".includes(word) ? [kitchen] : []);
  const query = new WordQuery(merchantId);
  if (type !== undefined) query.addMark(type);
  for (const word of typedWords(typed)) query.addWord(word, named(word));
  if (withoutOwn) query.leaveOut("patchbay", ["api", "inngest", "test"]);
  const fits = and(
    type === undefined ? undefined : eq(events.type, type),
    withoutOwn ? sql`origin <> 'patchbay'` : undefined,
    ...typedWords(typed).map((word) =>
      named(word).length > 0
        ? sql`(${eventHasWord(word)} OR ${kitchen} = ANY (destination_ids))`
        : eventHasWord(word),
    ),
  );
  return { merchantId, query, fits, from, to: from + dayMs };
}

async function find(asked: Question, count = 3_000): Promise<string[]> {
  const found = await db().transaction((tx) => findByWords(tx, ask(asked), null, count));
  return found.map(([, id]) => id);
}

async function readEachRow(asked: Question): Promise<string[]> {
  const rows = await db().execute<{ id: string }>(sql`
    SELECT id FROM events WHERE merchant_id = ${merchantId} AND ${ask(asked).fits}
    ORDER BY accepted_at DESC, id DESC`);
  return rows.map(({ id }) => id);
}

const plain = { type: undefined, isKitchenNamed: false, withoutOwn: true };

test("a day whose frequent words are known is searched as if each of its rows were read", async () => {
  const seen = { none: 0, some: 0 };
  await fc.assert(
    fc.asyncProperty(question, async (asked) => {
      const all = await readEachRow(asked);
      seen[all.length === 0 ? "none" : "some"] += 1;
      expect(await find(asked)).toEqual(all);
      expect(await find(asked, 3)).toEqual(all.slice(0, 3));
    }),
    { numRuns: 120 },
  );
  expect(Math.min(seen.none, seen.some)).toBeGreaterThan(10);
});

test("frequent words are told with the events that have them, and rare ones are not", async () => {
  const [known] = (
    await findFrequentWords(db(), merchantId, ask({ ...plain, typed: "mara zeppelin" }).query, [day])
  ).values();
  expect(known).toEqual({ words: new Set(["mara"]), meetings: 0 });
  const both = ask({ ...plain, typed: "mara order" });
  const meetings = (await findFrequentWords(db(), merchantId, both.query, [day])).get(day)?.meetings;
  expect(meetings).toBe((await readEachRow({ ...plain, withoutOwn: false, typed: "mara order" })).length);
});

/** Whether a search opens the day's partition of events at all. */
async function opensDay(asked: Question): Promise<boolean> {
  return db().transaction(async (tx) => {
    await findByWords(tx, ask(asked), null, 10);
    const [row] = await tx.execute<{ isOpen: boolean }>(sql`
      SELECT EXISTS (SELECT FROM pg_locks WHERE pid = pg_backend_pid()
        AND relation = ${`events_${day.replaceAll("-", "")}`}::regclass) AS "isOpen"`);
    return row?.isOpen ?? false;
  });
}

test("a day on which frequent words never meet is not opened, until an event of it is written in which they do", async () => {
  const never = { ...plain, typed: "macchiato newsletter" };
  expect(await readEachRow(never)).toEqual([]);
  expect(await opensDay(never)).toBe(false);
  expect(await opensDay({ ...plain, typed: "espresso mara" })).toBe(true);
  await insert([{ text: " macchiato newsletter", type: "order.paid", destinations: [] }], 9_000);
  expect(await find({ ...never, withoutOwn: false })).toEqual(["evt_9001"]);
});
