import { expect, test, vi } from "vitest";
import { logger } from "#lib/logger.ts";
import { fileResponse } from "./file-response.ts";

const file = { name: "a.csv", contentType: "text/csv", requestId: "req_1" };

test("pieces are made when they are taken, and no more of them for whoever has gone", async () => {
  const made: number[] = [];
  let hasEnded = false;
  async function* pieces() {
    try {
      for (let at = 0; at < 1_000; at += 1) {
        made.push(at);
        yield `${at}\n`;
      }
    } finally {
      hasEnded = true;
    }
  }
  const reader = fileResponse(pieces(), file).body?.getReader();
  const first = await reader?.read();
  expect(new TextDecoder().decode(first?.value)).toBe("0\n");
  expect(made.length).toBeLessThan(5);
  await reader?.cancel();
  expect(hasEnded).toBe(true);
});

test("a file whose pieces end by a failure ends as one that is not whole, and the log says why", async () => {
  const told = vi.spyOn(logger, "error").mockImplementation(() => undefined);
  async function* pieces() {
    yield "first\n";
    throw new Error("the database went away");
  }
  await expect(fileResponse(pieces(), file).text()).rejects.toThrow();
  expect(told).toHaveBeenCalledWith(expect.objectContaining({ requestId: "req_1" }), "a file broke off");
  told.mockRestore();
});
