import { readFileSync } from "node:fs";
import postgres from "postgres";
import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { handOverDatabase } from "./role.ts";
import { postgresEnvironment } from "./run.ts";
import { startTemporaryPostgres } from "./temporary.ts";

async function startServer() {
  const server = await startTemporaryPostgres();
  const clients = [server.tcpUrl, server.adminUrl].map((url) =>
    postgres(url, { max: 1, onnotice: () => {} }),
  );
  onTestFinished(async () => {
    for (const client of clients) await client.end({ timeout: 1 });
    await server.stop();
  });
  return z.tuple([z.custom<postgres.Sql>(), z.custom<postgres.Sql>()]).parse(clients);
}

test("the app owns its database and is no superuser: no query of its runs a program or reads a file", async () => {
  const [app] = await startServer();
  const [role] = await app`
    SELECT rolsuper, rolcreaterole, rolreplication, rolbypassrls, pg_get_userbyid(datdba) = current_user AS owns
    FROM pg_roles, pg_database WHERE rolname = current_user AND datname = current_database()`;
  expect(role).toEqual({
    rolsuper: false,
    rolcreaterole: false,
    rolreplication: false,
    rolbypassrls: false,
    owns: true,
  });
  await app`CREATE TABLE loot (line text)`;
  await expect(app`COPY loot FROM PROGRAM 'env'`).rejects.toThrow(/permission denied/);
  await expect(app`COPY loot FROM '/etc/passwd'`).rejects.toThrow(/permission denied/);
  await expect(app`SELECT pg_read_file('/etc/passwd')`).rejects.toThrow(/permission denied/);
  await expect(app`ALTER ROLE patchbay_app SUPERUSER`).rejects.toThrow(/permission denied/);
});

test("a database that earlier versions made as the superuser is handed to the app whole, once and again", async () => {
  const [app, admin] = await startServer();
  await admin.unsafe(`
    CREATE SCHEMA drizzle; CREATE TABLE drizzle.marks (id serial PRIMARY KEY);
    CREATE TYPE mood AS ENUM ('calm'); CREATE TABLE notes (id bigint GENERATED ALWAYS AS IDENTITY, mood mood);
    CREATE VIEW all_notes AS SELECT * FROM notes; CREATE SEQUENCE counter; INSERT INTO notes (mood) VALUES ('calm');
    CREATE EXTENSION IF NOT EXISTS pg_stat_statements`);
  await expect(app`SELECT * FROM notes`).rejects.toThrow(/permission denied/);
  await handOverDatabase(admin);
  await handOverDatabase(admin);
  await app.unsafe(
    "ALTER TABLE notes ADD COLUMN text text; ALTER TYPE mood ADD VALUE 'cross'; CREATE TABLE drizzle.more (id int); DROP VIEW all_notes; DROP SEQUENCE counter",
  );
  await app`INSERT INTO drizzle.marks DEFAULT VALUES`;
  expect(await app`SELECT id, text FROM notes`).toMatchObject([{ id: "1", text: null }]);
});

test("Postgres starts with PATH, TZ and LC_ALL, and nothing else of our environment", async () => {
  const variables = {
    PATH: "/bin",
    TZ: "Europe/Berlin",
    LC_ALL: "de_DE",
    ENCRYPTION_KEYS: "k1:secret",
    PGDATA: "/x",
  };
  expect(postgresEnvironment(variables)).toEqual({ PATH: "/bin", TZ: "Europe/Berlin", LC_ALL: "C" });
  const [, admin] = await startServer();
  const [row] = await admin<
    { pid: string }[]
  >`SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1) AS pid`;
  if (process.platform !== "linux") return;
  // The settings of the tests hold an ENCRYPTION_KEYS of their own.
  expect(process.env.ENCRYPTION_KEYS).toBeTruthy();
  expect(readFileSync(`/proc/${row?.pid}/environ`, "utf8")).not.toMatch(
    /ENCRYPTION_KEYS|NEXTAUTH_SECRET|VITEST/,
  );
});
