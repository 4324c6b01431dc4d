import { createServer } from "node:net";
import { expect, inject, onTestFinished, test } from "vitest";
import { findPooler } from "#db/connection/pooler.ts";
import { migrate } from "./database.ts";

const besideUrl = inject("tcpDatabaseUrl");

/** A server of Postgres' protocol that answers the start of each connection with a FATAL error. */
async function refusingServer(code: string, message: string): Promise<string> {
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", () => {
      const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`);
      const head = Buffer.from([0x45, 0, 0, 0, 0]);
      head.writeInt32BE(fields.length + 4, 1);
      socket.end(Buffer.concat([head, fields]));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  return `postgres://ana:secret@127.0.0.1:${typeof address === "object" ? address?.port : 0}/shop`;
}

test.each([
  ["08P01", "unsupported startup parameter: geqo", /a pooler refuses.*unsupported startup parameter: geqo/],
  ["XX000", "Tenant or user not found", /refuses the connection.*Tenant or user not found/],
  ["53300", "too many connections", /no connection left/],
  ["57P03", "the database system is starting up", /starting up or shutting down/],
])(
  "a server that answers %s is explained in one sentence, without the password",
  async (code, message, words) => {
    const url = await refusingServer(code, message);
    const failure = migrate(url);
    await expect(failure).rejects.toMatchObject({
      name: "PlainError",
      message: expect.stringMatching(words),
    });
    await expect(failure).rejects.not.toThrow(/secret/);
  },
);

test.each([
  ["sslmode=disable&channel_binding=prefer"],
  ["schema=public"],
  ["pgbouncer=true&connection_limit=1"],
])("a database starts with ?%s", async (query) => {
  await expect(migrate(`${besideUrl}?${query}`)).resolves.toBeUndefined();
});

test.each([
  [`${besideUrl}?frobnicate=1`, /^DATABASE_URL says frobnicate=1/],
  [besideUrl.replace(/:[^:@]*@/, ":wrong@"), /refuses the password/],
  [`${besideUrl}-that-is-not-there`, /no such database/],
  [
    "postgres://ana:secret@127.0.0.1:1/shop",
    /127\.0\.0\.1:1\/shop cannot be used: nothing accepts connections/,
  ],
  [`${besideUrl}?sslmode=require`, /offers no TLS|closed the connection/],
])("a database that cannot be used is explained: %s", async (url, words) => {
  await expect(migrate(url)).rejects.toMatchObject({
    name: "PlainError",
    message: expect.stringMatching(words),
  });
});

test("a server that answers itself is no pooler", async () => {
  expect(await findPooler(besideUrl)).toBe(besideUrl);
});

test("what was found out once, or decided by hand, is not looked for again", async () => {
  for (const said of ["direct=true", "pgbouncer=false", "prepare=false"])
    expect(await findPooler(`${besideUrl}?${said}`)).toBe(`${besideUrl}?${said}`);
});
