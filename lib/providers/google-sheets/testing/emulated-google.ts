import { once } from "node:events";
import { createServer } from "node:net";
import { createEmulator } from "emulate";

export type EmulatedGoogle = {
  url: string;
  app: { clientId: string; clientSecret: string };
  redirectUri: string;
  /** Agrees on the page that asks for consent, at an authorize address. Answers the code. */
  agree: (query: URLSearchParams) => Promise<string>;
  /** Where it has what stands at a real address of Google's. */
  place: (realUrl: string) => string;
  close: () => Promise<void>;
};

const person = "ana@example.com";
/** The fake has all of Google on one host, under paths of its own. */
const ownPaths: Readonly<Record<string, string>> = { "/token": "/oauth2/token", "/revoke": "/oauth2/revoke" };

/** A third party's imitation of Google, on loopback, with one spreadsheet and one folder in Drive. */
export async function startEmulatedGoogle(): Promise<EmulatedGoogle> {
  const app = { clientId: "4711.apps.googleusercontent.com", clientSecret: "emulated-secret" };
  const redirectUri = "http://localhost/callback";
  const port = await findFreePort();
  const emulator = await createEmulator({
    service: "google",
    port,
    seed: {
      google: {
        users: [{ email: person, name: "Ana" }],
        oauth_clients: [
          {
            client_id: app.clientId,
            client_secret: app.clientSecret,
            name: "Patchbay",
            redirect_uris: [redirectUri],
          },
        ],
        drive_items: [
          {
            id: "emulated-orders",
            user_email: person,
            name: "Orders",
            mime_type: "application/vnd.google-apps.spreadsheet",
          },
          {
            id: "emulated-folder",
            user_email: person,
            name: "Docs",
            mime_type: "application/vnd.google-apps.folder",
          },
        ],
      },
    },
  });
  // Its own `url` says localhost, which may be ::1; it listens on IPv4.
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    app,
    redirectUri,
    agree: (query) => agree(url, query),
    place: (realUrl) => {
      const { pathname, search } = new URL(realUrl);
      return `${url}${ownPaths[pathname] ?? pathname}${search}`;
    },
    close: () => emulator.close(),
  };
}

async function agree(url: string, query: URLSearchParams): Promise<string> {
  const page = await fetch(`${url}/o/oauth2/v2/auth?${query}`);
  if (!page.ok) throw new Error(`The page that asks for consent answered ${page.status}.`);
  const response = await fetch(`${url}/o/oauth2/v2/auth/callback`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ ...Object.fromEntries(query), email: person }),
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
