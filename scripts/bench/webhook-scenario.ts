import { randomBytes } from "node:crypto";
import type { Sql } from "postgres";
import { z } from "zod";
import { nextAnswer, order, startChild, workerAnswer } from "./children.ts";
import { measureLoad } from "./measure-load.ts";

/** Deliveries a second to webhooks of so many merchants, and their latency under load and at 100 events a second. */
export async function measureWebhooks(
  sql: Sql,
  databaseUrl: string,
  options: { events: number; webhooks: number },
) {
  const receiver = startChild("./receiver.ts");
  const { port } = await nextAnswer(receiver, z.object({ port: z.int() }));
  const worker = startChild("./worker.ts", workerSettings(databaseUrl));
  await nextAnswer(worker, workerAnswer);
  const url = `http://127.0.0.1:${port}`;
  await order(worker, { do: "prepare", url, webhooks: options.webhooks }, workerAnswer);

  await measureLoad(sql, worker, { do: "accept", events: 2_000, perCall: 100 });
  const load = await measureLoad(sql, worker, { do: "accept", events: options.events, perCall: 100 });
  const calm = await measureLoad(sql, worker, { do: "trickle", events: 1_000, perSecond: 100 });
  const { rssMb } = await order(worker, { do: "memory" }, workerAnswer);
  console.table({ "webhooks, under load": load, "webhooks, at 100 events/s": calm });
  console.log(`memory: ${rssMb} MB`);
  await order(worker, { do: "stop" }, workerAnswer);
  receiver.kill();
  return {
    load: { ...options, eventsPerCall: 100, ...load },
    calm: { events: 1_000, eventsPerSecond: 100, eventsPerCall: 1, ...calm },
    memoryMb: rssMb,
  };
}

/** What a process under measurement is told. */
export function workerSettings(databaseUrl: string): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    ENCRYPTION_KEYS: `bench:${randomBytes(32).toString("base64")}`,
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    OUTBOUND_ALLOW_HOSTS: "127.0.0.1",
    LOG_LEVEL: "warn",
  };
}
