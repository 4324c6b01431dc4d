import { randomBytes } from "node:crypto";
import postgres from "postgres";

/** An empty database of a test's own, beside that of its worker. */
export async function createOwnDatabase(
  besideUrl: string,
): Promise<{ url: string; drop: () => Promise<void> }> {
  const admin = postgres(besideUrl, { max: 1, onnotice: () => {} });
  const name = `own_${randomBytes(6).toString("hex")}`;
  await admin`CREATE DATABASE ${admin(name)} TEMPLATE template0`;
  const url = new URL(besideUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: async () => {
      await admin`DROP DATABASE ${admin(name)} WITH (FORCE)`;
      await admin.end();
    },
  };
}
