import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { z } from "zod";
import { migrateDatabase } from "#db/migrate.ts";
import { bundleProgram } from "#lib/testing/bundle-program.ts";
import { startPostgres } from "#scripts/postgres/server.ts";
import { startReceiver } from "./testing/receiver.ts";

let program: Awaited<ReturnType<typeof bundleProgram>>;
beforeAll(async () => {
  program = await bundleProgram("lib/deliveries/testing/engine-process.ts");
});
afterAll(() => program.remove());

/** Starts the engine as leader of a process group of its own. */
async function startEngine(databaseUrl: string): Promise<ChildProcess> {
  const engine = spawn(process.execPath, [program.path], {
    detached: true,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: { ...process.env, DATABASE_URL: databaseUrl, NODE_ENV: "test", NODE_OPTIONS: "" },
  });
  onTestFinished(() => void engine.kill("SIGKILL"));
  await once(engine, "message");
  return engine;
}

test("kill -9 of the engine and of Postgres amid 500 deliveries loses none: after a new start all arrive", {
  timeout: 240_000,
}, async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "patchbay crash "));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  await using receiver = await startReceiver((_, response) => {
    setTimeout(() => response.writeHead(204).end(), 30);
    return "hang";
  });
  const seen = () => new Set(receiver.received.map((request) => request.headers["webhook-id"] ?? ""));

  const postgres = await startPostgres({ dataDir });
  await migrateDatabase(postgres.url);
  const engine = await startEngine(postgres.url);
  engine.send({ url: receiver.url, events: 500 });
  const ids = z.tuple([z.array(z.string())]).parse((await once(engine, "message")).slice(0, 1))[0];
  expect(ids).toHaveLength(500);
  await vi.waitFor(() => expect(seen().size).toBeGreaterThan(80), { timeout: 60_000, interval: 5 });

  if (!engine.pid) throw new Error("The engine has no process id.");
  // Listened for before the kill: it may have happened by the time the next line has read its file.
  const exited = once(engine, "exit");
  process.kill(-engine.pid, "SIGKILL");
  const postmaster = await readFile(join(dataDir, "postgres", "postmaster.pid"), "utf8");
  process.kill(Number(postmaster.split("\n")[0]), "SIGKILL");
  await exited;
  expect(seen().size).toBeLessThan(450);

  const again = await startPostgres({ dataDir });
  onTestFinished(() => again.stop("immediate"));
  await startEngine(again.url);
  await vi.waitFor(() => expect(ids.filter((id) => !seen().has(id))).toEqual([]), {
    timeout: 60_000,
    interval: 100,
  });
});

test("a backlog that was held arrives in its order after a resume, also when the engine is killed amid it", {
  timeout: 240_000,
}, async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "patchbay crash "));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  await using receiver = await startReceiver();
  const seen = () => [...new Set(receiver.received.map((request) => request.headers["webhook-id"] ?? ""))];

  const postgres = await startPostgres({ dataDir });
  onTestFinished(() => postgres.stop("immediate"));
  await migrateDatabase(postgres.url);
  const engine = await startEngine(postgres.url);
  engine.send({ url: receiver.url, events: 400, isPaused: true });
  const ids = z.tuple([z.array(z.string())]).parse((await once(engine, "message")).slice(0, 1))[0];
  expect(receiver.received).toHaveLength(0);
  engine.send("resume");
  await vi.waitFor(() => expect(seen().length).toBeGreaterThan(60), { timeout: 60_000, interval: 5 });

  if (!engine.pid) throw new Error("The engine has no process id.");
  const exited = once(engine, "exit");
  process.kill(-engine.pid, "SIGKILL");
  await exited;
  expect(seen().length).toBeLessThan(380);

  await startEngine(postgres.url);
  await vi.waitFor(() => expect(seen()).toHaveLength(400), { timeout: 90_000, interval: 100 });
  expect(seen()).toEqual(ids);
});
