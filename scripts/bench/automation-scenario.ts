import type { Sql } from "postgres";
import { findPortToKeep } from "../port.ts";
import { nextAnswer, order, startChild, workerAnswer } from "./children.ts";
import { measureLoad } from "./measure-load.ts";
import { workerSettings } from "./webhook-scenario.ts";

/** Runs a second that the latency of runs is measured at. */
const calmPerSecond = 100;
const names = {
  load: "runs, under load",
  overHttp: "the same, sandbox over HTTP",
  calm: `runs, at ${calmPerSecond} events/s`,
  besideHanging: "the same, every tenth app hangs",
};

/**
 * Runs a second of automations of one step, through Slack's sandbox that answers within the same process, and over HTTP
 * on loopback; and what becomes of the others' latency when the apps of every tenth merchant hang. Slack's own limit (5
 * requests in 3 s for each connection) is kept to, so that many merchants are needed: 60 at least for 100 events a second.
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
  await nextAnswer(worker, workerAnswer);
  await order(worker, { do: "prepare", merchants: options.restaurants }, workerAnswer);

  await measureLoad(sql, worker, { do: "accept", events: options.restaurants, perCall: 1 });
  const load = await measureLoad(sql, worker, { do: "accept", events: options.runs, perCall: 5 });
  console.log(`${names.load}: ${JSON.stringify(load)}`);
  await order(worker, { do: "call-over-http", isOver: true }, workerAnswer);
  const overHttp = await measureLoad(sql, worker, { do: "accept", events: options.runs / 2, perCall: 5 });
  console.log(`${names.overHttp}: ${JSON.stringify(overHttp)}`);
  await order(worker, { do: "call-over-http", isOver: false }, workerAnswer);
  const trickle = { do: "trickle", events: calmPerSecond * 20, perSecond: calmPerSecond } as const;
  const calm = await measureLoad(sql, worker, trickle);
  console.log(`${names.calm}: ${JSON.stringify(calm)}`);
  const { merchantIds = [] } = await order(worker, { do: "hang" }, workerAnswer);
  const besideHanging = await measureLoad(sql, worker, trickle, merchantIds);
  console.table({
    [names.load]: load,
    [names.overHttp]: overHttp,
    [names.calm]: calm,
    [names.besideHanging]: besideHanging,
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
