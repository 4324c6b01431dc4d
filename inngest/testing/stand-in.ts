import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { z } from "zod";
import { registeredFunction, type SentEvent, StandInFunction, type StandInRun } from "./stand-in-function.ts";

/**
 * An Inngest server that is played, as far as Patchbay meets one: it takes registrations (`POST /fn/register`), tells of
 * them (`GET /v1/apps/{app}/functions`), takes events (`POST /e/{key}`), and calls functions, signed. It batches as the
 * real one does, counts runs, and goes away when told to.
 */
export async function startStandIn({
  retryMs = 1_000,
  refuses = () => false,
}: {
  /** Between the tries of a run. */
  retryMs?: number;
  /** Whether an event is refused with 400, and all that were sent with it. */
  refuses?: (event: { id?: string | undefined; name: string }) => boolean;
} = {}) {
  const eventKey = "stand-in-event-key";
  const signingKey = `signkey-prod-${"ab".repeat(32)}`;
  const events: SentEvent[] = [];
  const batchSizes: number[] = [];
  const runs: StandInRun[] = [];
  const registrations: string[] = [];
  let functions: StandInFunction[] = [];
  let isAway = false;

  const server = createServer(async (request, response) => {
    const reply = await answer(request).catch((error: unknown) => ({
      status: 500,
      body: { error: String(error) },
    }));
    response.writeHead(reply.status, { "content-type": "application/json" });
    response.end(typeof reply.body === "string" ? reply.body : JSON.stringify(reply.body));
  });

  async function answer(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const body = await readText(request);
    if (request.method === "POST" && pathname.startsWith("/e/")) return takeEvents(pathname.slice(3), body);
    // As the real server does: not JSON.
    if (request.headers.authorization !== `Bearer ${hashed(signingKey)}`) {
      return { status: 401, body: "Authentication failed\n" };
    }
    if (request.method === "POST" && pathname === "/fn/register") return register(body);
    if (request.method === "GET" && pathname === "/v1/apps/patchbay/functions") {
      const list = functions.map(({ declared }) => ({
        Slug: declared.id,
        Config: JSON.stringify({ steps: [{ uri: declared.steps.step.runtime.url }] }),
      }));
      return { status: 200, body: list };
    }
    return { status: 404, body: { error: "not found" } };
  }

  function register(body: string) {
    const registration = z
      .object({ url: z.string(), functions: z.array(registeredFunction) })
      .parse(JSON.parse(body));
    registrations.push(registration.url);
    for (const old of functions) old.stop();
    functions = registration.functions.map(
      (declared) => new StandInFunction(declared, { signingKey, retryMs, runs, isAway: () => isAway }),
    );
    return { status: 200, body: { ok: true, modified: true } };
  }

  function takeEvents(key: string, body: string) {
    if (key !== eventKey) return { status: 401, body: { error: "Event key not found", status: 401 } };
    const sent = [z.union([z.array(sentEvent), sentEvent]).parse(JSON.parse(body))].flat();
    if (sent.some(refuses)) return { status: 400, body: { error: "an event is not valid", status: 400 } };
    if (sent.length > 0) batchSizes.push(sent.length);
    const taken = sent.map((event) => ({
      ...event,
      id: event.id || crypto.randomUUID(),
      ts: event.ts ?? Date.now(),
    }));
    for (const event of taken) {
      events.push(event);
      for (const declared of functions) if (declared.takes(event)) declared.take(event);
    }
    return { status: 200, body: { ids: taken.map(({ id }) => id), status: 200 } };
  }

  async function listen(at: number): Promise<number> {
    server.listen(at, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("The stand-in has no port.");
    return address.port;
  }

  async function close(): Promise<void> {
    const closed = once(server, "close");
    server.close();
    server.closeAllConnections();
    await closed;
  }

  const ownPort = await listen(0);
  return {
    url: `http://127.0.0.1:${ownPort}`,
    /** What an app is set up with to use it. */
    settings: {
      INNGEST_BASE_URL: `http://127.0.0.1:${ownPort}`,
      INNGEST_EVENT_KEY: eventKey,
      INNGEST_SIGNING_KEY: signingKey,
    },
    /** Every event that was taken. */
    events,
    /** How many came with each request. */
    batchSizes,
    /** Every run that began, in order. */
    runs,
    /** The address of each registration. */
    registrations,
    /** The runs of functions that have no cron. */
    runsBesideCrons: () =>
      runs.filter(
        ({ functionId }) => !functions.find(({ declared }) => declared.id === functionId)?.isByClock,
      ),
    /** No function is run, and none waits for its turn. */
    isIdle: () => functions.every(({ isIdle }) => isIdle),
    functionIds: () => functions.map(({ declared }) => declared.id),
    runByClock(functionId: string): void {
      functions.find(({ declared }) => declared.id === functionId)?.runByClock();
    },
    async goAway(): Promise<void> {
      isAway = true;
      await close();
    },
    async comeBack(): Promise<void> {
      await listen(ownPort);
      isAway = false;
      for (const declared of functions) declared.goOn();
    },
    async [Symbol.asyncDispose](): Promise<void> {
      for (const declared of functions) declared.stop();
      if (!isAway) await close();
    },
  };
}

const sentEvent = z.object({
  id: z.string().optional(),
  name: z.string(),
  ts: z.number().optional(),
  data: z.unknown(),
});

function hashed(signingKey: string): string {
  const prefix = /^signkey-\w+-/.exec(signingKey)?.[0] ?? "";
  return prefix + createHash("sha256").update(signingKey.slice(prefix.length), "hex").digest("hex");
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
