import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { request as forward } from "node:http";
import { createServer } from "node:https";
import { setTimeout as sleep } from "node:timers/promises";
import { startMailServer } from "#lib/notices/testing/mail-server.ts";

const appPort = Number(process.env.E2E_PORT ?? "3987") + 1;
const tlsPort = appPort + 1;
const fixture = (name: string) => readFileSync(new URL(`../lib/http/fixtures/${name}`, import.meta.url));

/** Where browsers reach it. Its certificate is of our own make, which the tests have to put up with. */
export const secureOrigin = `https://localhost:${tlsPort}`;

export type SecureApp = {
  /** The subject and the link of the mail that came last to an address, once there is one with that subject. */
  mailTo(recipient: string, subject: string): Promise<string>;
  stop(): Promise<void>;
};

/** The production build as it is run in earnest: behind a proxy that speaks TLS, with a mail server. */
export async function startSecureApp(): Promise<SecureApp> {
  const mailServer = await startMailServer();
  const app = spawn(process.execPath, ["e2e/server.ts"], {
    stdio: ["ignore", "inherit", "inherit"],
    env: {
      ...process.env,
      PORT: String(appPort),
      E2E_APP_URL: secureOrigin,
      TRUSTED_PROXIES: "1",
      SMTP_URL: mailServer.settings.smtpUrl,
      MAIL_FROM: mailServer.settings.from,
    },
  });
  const proxy = startTlsProxy();
  const stop = async () => {
    proxy.close();
    proxy.closeAllConnections();
    app.kill("SIGTERM");
    if (app.exitCode === null) await once(app, "exit");
    await mailServer[Symbol.asyncDispose]();
  };
  await untilReady(app).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return {
    stop,
    async mailTo(recipient, subject) {
      for (const deadline = Date.now() + 30_000; Date.now() < deadline; await sleep(100)) {
        const mail = mailServer.received.findLast(
          ({ recipients, raw }) => recipients[0] === recipient && raw.includes(`Subject: ${subject}`),
        );
        if (mail) return /https:\S+/.exec(plain(mail.raw))?.[0] ?? "";
      }
      throw new Error(`No mail "${subject}" came to ${recipient}.`);
    },
  };
}

/** Passes each request on as a proxy does, and says whom it heard from. */
function startTlsProxy() {
  const certificate = { key: fixture("server-key.pem"), cert: fixture("server-cert.pem") };
  return createServer(certificate, (request, response) => {
    const headers = {
      ...request.headers,
      "x-forwarded-for": request.socket.remoteAddress,
      "x-forwarded-proto": "https",
    };
    const { method, url: path } = request;
    const passed = forward({ host: "127.0.0.1", port: appPort, method, path, headers }, (reply) => {
      response.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(response);
    });
    passed.on("error", () => response.destroy());
    request.pipe(passed);
  }).listen(tlsPort, "127.0.0.1");
}

async function untilReady(app: ReturnType<typeof spawn>): Promise<void> {
  for (
    const deadline = Date.now() + 180_000;
    Date.now() < deadline && app.exitCode === null;
    await sleep(250)
  ) {
    const answer = await fetch(`http://127.0.0.1:${appPort}/api/ready`).catch(() => undefined);
    if (answer?.status === 200) return;
  }
  throw new Error("The app behind TLS did not become ready.");
}

/** Undoes quoted-printable, in which mails are sent. */
function plain(raw: string): string {
  return raw.replace(/=\r\n/g, "").replace(/=3D/g, "=");
}
