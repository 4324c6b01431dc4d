import { once } from "node:events";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

type ReceivedMail = { recipients: string[]; raw: string; messageId: string };

type Answer = { refuse?: { code: number; message: string }; delayMs?: number };

/** A real SMTP server on loopback that keeps what it took in, and refuses recipients where it is told to. */
export async function startMailServer(answerTo: (recipient: string) => Answer = () => ({})) {
  const received: ReceivedMail[] = [];
  const asked: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo({ address }, _session, done) {
      asked.push(address);
      const { refuse, delayMs = 0 } = answerTo(address);
      const refusal = refuse && Object.assign(new Error(refuse.message), { responseCode: refuse.code });
      setTimeout(() => done(refusal), delayMs);
    },
    onData(stream, session, done) {
      text(stream).then((raw) => {
        const messageId = /^Message-ID: (.+)$/im.exec(raw)?.[1] ?? "";
        received.push({ recipients: session.envelope.rcptTo.map(({ address }) => address), raw, messageId });
        done();
      }, done);
    },
  });
  server.on("error", () => {});
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const address = server.server.address();
  if (typeof address !== "object" || address === null) throw new Error("The mail server has no port.");
  return {
    settings: {
      smtpUrl: `smtp://127.0.0.1:${address.port}`,
      from: "Patchbay <notices@example.com>",
    },
    received,
    /** Each recipient that was named, whether taken or refused. */
    asked,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
