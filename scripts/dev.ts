import { deliveries } from "#db/schema/deliveries.ts";
import { demoOperatorSignIn, demoSignIn } from "#lib/auth/demo-sign-in.ts";
import { migrate, openDatabase } from "./app/database.ts";
import { acceptFirstEvents, visitEvents, visitSandbox } from "./app/first-events.ts";
import { localOrigin } from "./app/local-origin.ts";
import { startNext } from "./app/next-process.ts";
import { waitUntilReady } from "./app/ready.ts";
import { serve } from "./app/serve.ts";
import { Session } from "./app/session.ts";
import { welcomeText } from "./app/welcome.ts";
import { requireDataDir } from "./data-dir/require.ts";
import { loadDevelopmentKeys } from "./keys.ts";
import { PlainError } from "./plain-error.ts";
import { requireFreePort } from "./port.ts";
import { loadEnvFiles, readDataDir, readDevDistDir, readHost, readPort } from "./settings.ts";

/** A machine that is busy with other things compiles the first page for minutes. */
const patienceMs = 600_000;
/** What people open first. */
const firstPath = "/sign-in";

const session = new Session();
await session.run(async () => {
  loadEnvFiles("development");
  const port = readPort(process.env);
  const host = readHost(process.env, "development");
  await requireFreePort(port, "npm run dev", host);

  const dataDir = readDataDir(process.env);
  requireDataDir(dataDir);
  const keys = await loadDevelopmentKeys(dataDir, process.env);
  const appUrl = process.env.APP_URL || `http://localhost:${port}`;
  console.log("Starting the database …");
  const databaseUrl = await openDatabase(session, dataDir);
  Object.assign(process.env, keys, {
    NODE_ENV: "development",
    PORT: String(port),
    DATA_DIR: dataDir,
    APP_URL: appUrl,
    NEXTAUTH_URL: appUrl,
    NEXT_DIST_DIR: readDevDistDir(process.env),
    DATABASE_URL: databaseUrl,
  });
  console.log("Starting the app …");
  // It compiles its first page while the database is filled.
  const app = startNext("dev", port, host);
  session.app = app;
  const origin = localOrigin(port, host);
  const firstPage = waitUntilReady(`${origin}${firstPath}`, patienceMs, session.signal);
  await Promise.all([prepareDatabase(databaseUrl), Promise.race([firstPage, app.ended])]);

  await serve({
    session,
    app,
    origin,
    readyPath: firstPath,
    patienceMs,
    async onReady() {
      const signIns = { signIn: demoSignIn, operator: demoOperatorSignIn };
      console.log(welcomeText({ appUrl, port, apiKey: keys.DEMO_API_KEY, ...signIns }));
      // The first look at it starts the engine.
      const lastAnswer = await waitUntilReady(`${origin}/api/ready`, patienceMs, session.signal);
      if (lastAnswer !== undefined) console.error(`The app is not ready. It said last: ${lastAnswer}`);
      await attempt("addresses", () => visitEvents(origin, keys.DEMO_API_KEY));
      await visitSandbox(origin);
      await fillDemo();
    },
    onLate(lastAnswer) {
      throw new PlainError(`The app runs, but does not become ready. It said last: ${lastAnswer}`);
    },
  });
});

/** Reads the settings only now that they are all set. */
async function prepareDatabase(databaseUrl: string): Promise<void> {
  const { env } = await import("#lib/env.ts");
  env();
  await migrate(databaseUrl);
  session.signal.throwIfAborted();
  const { seedDemo } = await import("#db/seed.ts");
  const { closeDb, db } = await import("#db/client.ts");
  try {
    await seedDemo({ tellsOfPast: true });
    const delivered = await db().select({ id: deliveries.id }).from(deliveries).limit(1);
    if (delivered.length === 0) await acceptFirstEvents();
  } finally {
    await closeDb();
  }
  session.signal.throwIfAborted();
}

/**
 * Once people can work: the sandbox that it needs is the app's own. What goes wrong with it is no reason to end. The past
 * comes first, so that no automation runs for it.
 */
async function fillDemo() {
  const { seedDemoPayments } = await import("#db/seed-payments.ts");
  const { seedDemoAutomations } = await import("#db/seed-automations.ts");
  const { closeDb } = await import("#db/client.ts");
  try {
    await attempt("payments", () => seedDemoPayments(() => session.signal.aborted));
    await attempt("automations", seedDemoAutomations);
  } finally {
    await closeDb();
  }
}

async function attempt(what: string, make: () => Promise<void>) {
  if (session.signal.aborted) return;
  try {
    await make();
  } catch (error) {
    if (session.signal.aborted) return;
    const why = error instanceof Error ? error.message : String(error);
    console.log(`The demo's ${what} could not be made: ${why}`);
  }
}
