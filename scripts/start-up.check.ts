import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { z } from "zod";
import { dataDirState } from "./data-dir/lock.ts";
import { findPortToKeep, isPortFree } from "./port.ts";
import { findPostmaster } from "./postgres/postmaster.ts";
import { stopLeftoverServer } from "./postgres/server.ts";
import { projectRoot, readDevDistDir } from "./settings.ts";
import { DevProcess } from "./stages/dev-process.ts";
import { addTallies, failedTally, passedTally, type Tally } from "./stages/tally.ts";

const acceptedSchema = z.object({
  data: z.array(z.object({ id: z.string(), duplicate: z.boolean() })).length(1),
});

/** The command as a person copies it: from `curl` to the first line that does not go on. */
function copyCommand(output: string): string {
  const command = /^curl (?:.*\\\n)*.*$/m.exec(output)?.[0];
  assert(command, "The output shows no curl command");
  return command;
}

const deliveriesSchema = z.object({
  data: z.array(
    z.object({ status: z.string(), createdAt: z.coerce.date(), completedAt: z.coerce.date().nullable() }),
  ),
});

/**
 * Sends an event as a person would, and sees it delivered in the log: by its wake-up, and not by a look of the next minute.
 * The server may still compile the address that it goes to.
 */
async function sendEvent(output: string): Promise<void> {
  const command = copyCommand(output);
  const { stdout } = await promisify(execFile)("bash", ["-c", command]);
  const [event] = acceptedSchema.parse(JSON.parse(stdout)).data;
  assert.equal(event?.duplicate, false);
  const origin = /'(http[^']+)\/api\/events'/.exec(command)?.[1];
  const key = /Bearer ([^']+)'/.exec(command)?.[1];
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const headers = { authorization: `Bearer ${key}` };
    const answer = await fetch(`${origin}/api/deliveries?eventId=${event?.id}`, { headers });
    const [delivery] = deliveriesSchema.parse(await answer.json()).data;
    if (delivery?.status === "delivered" && delivery.completedAt) {
      const tookMs = delivery.completedAt.getTime() - delivery.createdAt.getTime();
      assert(tookMs < 45_000, `It took ${tookMs} ms to deliver`);
      return;
    }
    await sleep(50);
  }
  assert.fail("The event was not delivered");
}

/** The status of a page that is asked for under the name of a host. */
async function statusAt(port: number, path: string, host: string): Promise<number | undefined> {
  const asked = request({ host: "127.0.0.1", port, path, headers: { host }, agent: false }).end();
  const [answer] = await once(asked, "response");
  answer.resume();
  return answer.statusCode;
}

/** Where other machines would find this one. */
function addressesOnNetworks(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((entries) => entries ?? []);
  return all.filter(({ internal, family }) => !internal && family === "IPv4").map(({ address }) => address);
}

async function accepts(host: string, port: number): Promise<boolean> {
  const socket = connect({ host, port, timeout: 2_000 });
  const isOpen = await Promise.race([
    once(socket, "connect").then(
      () => true,
      () => false,
    ),
    once(socket, "timeout").then(
      () => false,
      () => false,
    ),
  ]);
  socket.destroy();
  return isOpen;
}

/** Lives through what a developer does with `npm run dev`. Each step needs the one before. */
async function* liveThrough(dataDir: string, processes: DevProcess[]): AsyncGenerator<string> {
  const port = await findPortToKeep();
  const start = (settings: Record<string, string> = {}) => {
    const started = new DevProcess({ DATA_DIR: dataDir, PORT: String(port), ...settings });
    processes.push(started);
    return started;
  };
  const postmasterPid = () => findPostmaster(join(dataDir, "postgres"))?.pid;
  const keys = () => readFileSync(join(dataDir, "keys.json"), "utf8");

  const first = start();
  await first.untilReady();
  yield "starts in a fresh data directory, in a path with a space";

  await sendEvent(first.output);
  yield "the printed curl sends an event, delivered by its wake-up";

  assert.equal(await statusAt(port, "/sign-in", "evil.example"), 421);
  assert.equal(await statusAt(port, "/api/webhooks", "evil.example"), 421);
  assert.equal(await statusAt(port, "/api/health", "evil.example"), 200);
  assert.equal(await statusAt(port, "/sign-in", `localhost:${port}`), 200);
  for (const address of addressesOnNetworks())
    assert(!(await accepts(address, port)), `${address} accepts connections from other machines`);
  yield "a foreign host is refused, and no other machine gets in";

  const intruder = start();
  assert.equal(await intruder.untilEnded(30_000), 1);
  assert.match(intruder.output, new RegExp(`Port ${port} is taken`));
  yield "a taken port is said plainly";

  const neighbour = start({ PORT: String(await findPortToKeep()) });
  assert.equal(await neighbour.untilEnded(30_000), 1);
  assert.match(neighbour.output, /in use by another Patchbay/);
  yield "a data directory in use is said plainly";

  const [keysBefore, postmasterBefore] = [keys(), postmasterPid()];
  first.signal("SIGKILL");
  await first.untilEnded(10_000);
  const second = start();
  await second.untilReady();
  assert.equal(keys(), keysBefore);
  assert(postmasterBefore !== undefined && postmasterPid() === postmasterBefore, "Postgres was not reused");
  await sendEvent(second.output);
  yield "after kill -9 of all, the next start takes up keys and database";

  second.signal("SIGINT");
  assert.equal(await second.untilEnded(30_000), 0);
  assert(await second.untilNoneIsLeft(5_000), "A process is left");
  assert.equal(postmasterPid(), undefined);
  assert.equal(await dataDirState(dataDir), "unlocked");
  assert(await isPortFree(port), "The port is not free");
  yield "Ctrl-C stops everything that was started, with exit code 0";
}

/** Really starts and stops `npm run dev`. Prints and counts its steps; the first that fails is the last. */
export async function checkStartUp(): Promise<Tally> {
  const home = mkdtempSync(join(tmpdir(), "patchbay start-up "));
  const dataDir = join(home, "data");
  const processes: DevProcess[] = [];
  let tally = passedTally(0);
  let lastStep = "nothing";
  try {
    for await (const step of liveThrough(dataDir, processes)) {
      console.log(`✓ ${step}`);
      tally = addTallies([tally, passedTally()]);
      lastStep = step;
    }
  } catch (error) {
    console.error("✗ the step after the last one above:", error);
    console.error(processes.at(-1)?.output ?? "");
    const message = `${error instanceof Error ? error.message : String(error)}\n${processes.at(-1)?.output ?? ""}`;
    tally = addTallies([tally, failedTally({ name: `The step after: ${lastStep}`, message })]);
  } finally {
    for (const one of processes) one.signal("SIGKILL");
    await sleep(200);
    await stopLeftoverServer(dataDir);
    rmSync(home, { recursive: true, force: true });
    rmSync(join(projectRoot, readDevDistDir({ DATA_DIR: dataDir })), { recursive: true, force: true });
  }
  return tally;
}

if (import.meta.main) {
  const { failed } = await checkStartUp();
  process.exitCode = failed > 0 ? 1 : 0;
}
