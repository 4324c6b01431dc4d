import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { plannedAnew } from "../planned-anew.ts";
import { openPostgres } from "./open.ts";
import { createFrequency, prepareFrequent } from "./prepare-frequent.ts";

let client: postgres.Sql;

beforeAll(() => {
  client = openPostgres(env().DATABASE_URL, { max: 1 });
});
afterAll(() => client.end());

/** What the connection of a test has prepared of the statements that name a mark. */
async function preparedWith(mark: string): Promise<string[]> {
  const rows = await client<{ statement: string }[]>`
    SELECT statement FROM pg_prepared_statements WHERE position(${mark} IN statement) > 0 AND statement !~ 'pg_prepared'`;
  return rows.map(({ statement }) => statement);
}

describe("what is sent again and again", () => {
  test("is prepared the third time, in a transaction and a savepoint too, and answers the same", async () => {
    const database = drizzle(prepareFrequent(client));
    const answers: unknown[] = [];
    const ask = (number: number) => sql`SELECT ${number}::int * 2 AS often`;
    answers.push(...(await database.execute(ask(1))));
    await database.transaction(async (tx) => {
      answers.push(...(await tx.execute(ask(2))));
    });
    expect(await preparedWith("often")).toEqual([]);
    await database.transaction((tx) =>
      tx.transaction(async (inner) => answers.push(...(await inner.execute(ask(3))))),
    );
    answers.push(...(await database.execute(ask(4))));
    expect(answers).toEqual([{ often: 2 }, { often: 4 }, { often: 6 }, { often: 8 }]);
    expect(await preparedWith("often")).toHaveLength(1);
  });

  test("is not prepared where it says that it is to be planned anew", async () => {
    const database = drizzle(prepareFrequent(client));
    for (let time = 0; time < 5; time += 1)
      await database.execute(sql`${plannedAnew} SELECT ${time}::int AS anew`);
    expect(await preparedWith("anew")).toEqual([]);
  });
});

test("texts that come once or twice fill no memory, and those that come often stay known among them", () => {
  const isFrequent = createFrequency();
  for (let number = 0; number < 20_000; number += 1) {
    expect(isFrequent(`once ${number}`)).toBe(false);
    if (number > 2) expect(isFrequent("often")).toBe(number > 4);
  }
});
