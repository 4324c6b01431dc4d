import { randomBytes } from "node:crypto";
import type { TestProject } from "vitest/node";
import { openPostgres } from "#db/connection/open.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { findPortToKeep } from "#scripts/port.ts";
import { startTemporaryPostgres } from "#scripts/postgres/temporary.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** By a socket. */
    databaseUrls: string[];
    /** Over TCP: a migrated one beside those. */
    tcpDatabaseUrl: string;
    encryptionKey: string;
    ports: number[];
  }
}

type Ground = {
  databaseUrls: string[];
  tcpDatabaseUrl: string;
  ports: number[];
  encryptionKey: string;
  stop(): Promise<void>;
};

declare global {
  // Each project of the tests loads this module again; a run has one Postgres all the same.
  var patchbayGround: Promise<Ground> | undefined;
}

/**
 * One real Postgres for the whole run, with a migrated database for each worker: a drain sends whatever is due in its
 * database, so workers must not see each other's deliveries. Within a worker, each test has a merchant of its own.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  globalThis.patchbayGround ??= prepare(Number(project.config.maxWorkers));
  const { databaseUrls, tcpDatabaseUrl, ports, encryptionKey, stop } = await globalThis.patchbayGround;
  project.provide("databaseUrls", databaseUrls);
  project.provide("tcpDatabaseUrl", tcpDatabaseUrl);
  project.provide("ports", ports);
  project.provide("encryptionKey", encryptionKey);
  return stop;
}

async function prepare(workers: number): Promise<Ground> {
  const server = await startTemporaryPostgres();
  await migrateDatabase(server.url);
  let stopped: Promise<void> | undefined;
  return {
    databaseUrls: await copyDatabases(server.url, workers),
    tcpDatabaseUrl: server.tcpUrl,
    ports: await choosePorts(workers),
    encryptionKey: `test:${randomBytes(32).toString("base64")}`,
    stop: () => (stopped ??= server.stop()),
  };
}

async function copyDatabases(url: string, total: number): Promise<string[]> {
  const template = new URL(url).pathname.slice(1);
  const admin = openPostgres(at(url, "postgres"), { max: 1 });
  const names = Array.from({ length: total }, (_, index) => `worker_${index + 1}`);
  for (const name of names) await admin`CREATE DATABASE ${admin(name)} TEMPLATE ${admin(template)}`;
  await admin.end();
  return names.map((name) => at(url, name));
}

function at(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** Where each worker's sandbox listens while a test needs it. */
async function choosePorts(total: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < total) ports.add(await findPortToKeep());
  return [...ports];
}
