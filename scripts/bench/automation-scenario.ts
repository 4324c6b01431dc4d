import type { Sql } from "postgres";
import { findPortToKeep } from "../port.ts";
import { answerOf, order, startChild, workerAnswer } from "./children.ts";
import { measureLoad } from "./measure-load.ts";
import { workerSettings } from "./webhook-scenario.ts";

/** Runs a second that the latency of runs is measured at. */
const calmPerSecond = 100;

/**
 * Runs a second of automations of one step, through Slack's sandbox that answers within the same process, and over HTTP
 * on loopback; and what becomes of the others' latency when the apps of every tenth merchant hang. Slack's own limit (5 requests in 3 s for each connection)
 * is kept to, so that many merchants are needed.
 */
export async function measureAutomations(
  sql: Sql,
  databaseUrl: string,
  options: { runs: number; restaurants: number },
) {
  const port = await findPortToKeep();
  const worker = startChild("./automation-worker.ts", {
    ...workerSettings(databaseUrl),
    PORT: String(port),
    APP_URL: `http://localhost:${port}`,
    SANDBOX: "on",
  });
  await answerOf(worker, workerAnswer);
  await order(worker, { do: "prepare", merchants: options.restaurants }, workerAnswer);

  await measureLoad(sql, worker, { do: "accept", events: options.restaurants, perCall: 1 });
  const load = await measureLoad(sql, worker, { do: "accept", events: options.runs, perCall: 5 });
  await order(worker, { do: "call-over-http", isOver: true }, workerAnswer);
  const overHttp = await measureLoad(sql, worker, { do: "accept", events: options.runs / 2, perCall: 5 });
  await order(worker, { do: "call-over-http", isOver: false }, workerAnswer);
  const trickle = { do: "trickle", events: calmPerSecond * 20, perSecond: calmPerSecond } as const;
  const calm = await measureLoad(sql, worker, trickle);
  const { merchantIds = [] } = await order(worker, { do: "hang" }, workerAnswer);
  const besideHanging = await measureLoad(sql, worker, trickle, merchantIds);
  console.table({
    "runs, under load": load,
    "the same, sandbox over HTTP": overHttp,
    [`runs, at ${calmPerSecond} events/s`]: calm,
    "the same, every tenth app hangs": besideHanging,
  });
  worker.kill("SIGKILL");
  return {
    ...options,
    load,
    overHttp,
    calm,
    besideHanging,
    p99Ratio: besideHanging["p99 ms"] / calm["p99 ms"],
  };
}
