import { once } from "node:events";
import { createServer } from "node:net";
import { createEmulator } from "emulate";

export type EmulatedWorkspace = {
  url: string;
  app: { clientId: string; clientSecret: string; redirectUri: string };
  /** Agrees on the page that asks for consent. Answers the code. */
  consent: () => Promise<string>;
  close: () => Promise<void>;
};

/** A workspace with #general, #random and #orders in a third party's imitation of Slack, on loopback. */
export async function startEmulatedWorkspace(scopes: readonly string[]): Promise<EmulatedWorkspace> {
  const app = {
    clientId: "4711.815",
    clientSecret: "emulated-secret",
    redirectUri: "http://localhost/callback",
  };
  const port = await findFreePort();
  const emulator = await createEmulator({
    service: "slack",
    port,
    seed: {
      slack: {
        team: { name: "Trattoria Ana", domain: "trattoria-ana" },
        users: [{ name: "ana", real_name: "Ana", email: "ana@example.com" }],
        channels: [{ name: "general", topic: "News" }, { name: "orders" }],
        strict_scopes: true,
        oauth_apps: [
          {
            client_id: app.clientId,
            client_secret: app.clientSecret,
            name: "Patchbay",
            redirect_uris: [app.redirectUri],
            scopes,
          },
        ],
      },
    },
  });
  // Its own `url` says localhost, which may be ::1; it listens on IPv4.
  const url = `http://127.0.0.1:${port}`;
  return { url, app, consent: () => agree(url, app, scopes), close: () => emulator.close() };
}

async function agree(
  url: string,
  { clientId, redirectUri }: EmulatedWorkspace["app"],
  scopes: readonly string[],
): Promise<string> {
  const page = await fetch(`${url}/oauth/v2/authorize?client_id=${clientId}&redirect_uri=${redirectUri}`);
  const userId = /name="user_id" value="([^"]+)"/.exec(await page.text())?.[1];
  if (userId === undefined) throw new Error("The page names no user who could agree.");
  const form = { user_id: userId, redirect_uri: redirectUri, scope: scopes.join(","), client_id: clientId };
  const response = await fetch(`${url}/oauth/v2/authorize/callback`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams(form),
  });
  const code = new URL(response.headers.get("location") ?? url).searchParams.get("code");
  if (code === null) throw new Error(`Agreeing answered ${response.status} and no code.`);
  return code;
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (typeof address !== "object" || address === null) throw new Error("There is no free port.");
  return address.port;
}
