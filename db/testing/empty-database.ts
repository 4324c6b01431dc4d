import { randomBytes } from "node:crypto";
import { openPostgres } from "#db/connection/open.ts";

/** An empty database of a test's own, beside the given one. */
export async function createEmptyDatabase(besideUrl: string) {
  const admin = openPostgres(besideUrl, { max: 1 });
  const name = `own_${randomBytes(6).toString("hex")}`;
  await admin`CREATE DATABASE ${admin(name)} TEMPLATE template0`;
  const url = new URL(besideUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    /** Once every connection to it is closed. */
    async drop() {
      // Not WITH (FORCE): that is refused to all but a superuser while autovacuum is at work there. Without it, Postgres
      // ends autovacuum itself, and waits some seconds for connections that are just going.
      await admin`DROP DATABASE ${admin(name)}`;
      await admin.end();
    },
  };
}
