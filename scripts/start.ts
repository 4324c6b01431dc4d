import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "#lib/env.ts";
import { migrate, openDatabase } from "./app/database.ts";
import { localOrigin } from "./app/local-origin.ts";
import { startNext } from "./app/next-process.ts";
import { serve } from "./app/serve.ts";
import { Session } from "./app/session.ts";
import { PlainError } from "./plain-error.ts";
import { requireFreePort } from "./port.ts";
import { loadEnvFiles, projectRoot, readBuildDistDir, readDataDir, readHost, readPort } from "./settings.ts";

const session = new Session();
await session.run(async () => {
  loadEnvFiles("production");
  Object.assign(process.env, { NODE_ENV: "production" });
  // The embedded database has no URL before it runs; every other setting is judged before anything starts.
  const settings = parseEnv({
    ...process.env,
    DATABASE_URL: process.env.DATABASE_URL || "postgres://embedded",
  });
  const port = readPort(process.env);
  const distDir = readBuildDistDir(process.env);
  if (!existsSync(join(projectRoot, distDir, "BUILD_ID"))) {
    throw new PlainError("The app is not built yet. Build it first: npm run build");
  }
  const host = readHost(process.env, "production");
  await requireFreePort(port, "npm start", host);

  const dataDir = readDataDir(process.env);
  const databaseUrl = await openDatabase(session, dataDir);
  Object.assign(process.env, {
    PORT: String(port),
    DATA_DIR: dataDir,
    APP_URL: settings.APP_URL,
    NEXTAUTH_URL: settings.APP_URL,
    NEXT_DIST_DIR: distDir,
    DATABASE_URL: databaseUrl,
  });
  await migrate(databaseUrl);
  session.signal.throwIfAborted();

  session.app = startNext("start", port, host);
  await serve({
    session,
    app: session.app,
    origin: localOrigin(port, host),
    readyPath: "/api/ready",
    patienceMs: 60_000,
    onReady: () => console.log(`Patchbay is ready: ${settings.APP_URL}`),
    // It may become ready yet; whoever operates it sees the same at /api/ready.
    onLate: (lastAnswer) => console.error(`Patchbay runs, but is not ready. It said last: ${lastAnswer}`),
  });
});
