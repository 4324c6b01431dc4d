import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { orderPaid } from "./orders.ts";
import { sendEventCommand, shellWord } from "./send-command.ts";

/** The arguments that a shell makes of a command which starts with `curl`. */
function listArguments(command: string): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  const printed = execFileSync("sh", ["-c", script], { encoding: "utf8" });
  return printed.split("\0").slice(0, -1);
}

const event = { type: orderPaid.type, data: orderPaid.example };

test("the shell hands curl the address, the key and the event as they are", () => {
  const [url, , authorization, , contentType, , body] = listArguments(
    sendEventCommand({ origin: "https://patchbay.example", apiKey: "pb_key", event }),
  );
  expect(url).toBe("https://patchbay.example/api/events");
  expect(authorization).toBe("authorization: Bearer pb_key");
  expect(contentType).toBe("content-type: application/json");
  expect(JSON.parse(body ?? "")).toEqual(event);
});

test("without a key, the shell takes it from its variable", () => {
  const command = sendEventCommand({ origin: "http://localhost:3000", event });
  expect(listArguments(`PATCHBAY_API_KEY=pb_mine\n${command}`)[2]).toBe("authorization: Bearer pb_mine");
});

test("any text without NUL is one word to the shell, and unchanged", () => {
  const text = fc.string({ unit: "grapheme" }).filter((value) => !value.includes("\0"));
  fc.assert(
    fc.property(text, (word) => {
      expect(listArguments(`curl ${shellWord(word)}`)).toEqual([word]);
    }),
    { numRuns: 40 },
  );
});
