import { createServer } from "node:http";
import { expect, test } from "vitest";
import { z } from "zod";
import { apiGet } from "./api-get.ts";

/** Reads from a server that answers just this. */
async function readFrom(status: number, body: string) {
  const server = createServer((_, response) => response.writeHead(status).end(body));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("The server has no port.");
    const path = `http://127.0.0.1:${address.port}/api/deliveries`;
    return await apiGet({
      path,
      schema: z.object({ data: z.array(z.string()) }),
      signal: new AbortController().signal,
    });
  } finally {
    server.close();
  }
}

const problem = (code: string, detail: string) => JSON.stringify({ code, detail });

test("what the API answers is read", async () => {
  expect(await readFrom(200, '{"data":["a"]}')).toEqual({ data: ["a"] });
});

test.each([
  [
    503,
    problem("database_unavailable", "Send it again with the same Idempotency-Key."),
    "Patchbay cannot reach its database.",
  ],
  [404, problem("not_found", "There is no such webhook."), "There is no such webhook."],
  [400, problem("constructor", "This is odd."), "This is odd."],
  [502, "<html>", "Patchbay answered 502."],
])("a refusal with %s is said in words for people", async (status, body, message) => {
  await expect(readFrom(status, body)).rejects.toMatchObject({ status, message });
});
