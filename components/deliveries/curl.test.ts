import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { maskedValue } from "#lib/crypto/mask.ts";
import { curlCommand } from "./curl.ts";

/** What curl would be called with, found out by a real shell. */
function listArguments(command: string): string[] {
  const script = `curl() { for argument in "$@"; do printf '%s\\0' "$argument"; done; }\n${command}`;
  return execFileSync("/bin/sh", ["-c", script]).toString().split("\0").slice(0, -1);
}

test("masked values are left as placeholders, so that the secret is not in the clipboard either", () => {
  const command = curlCommand({
    method: "POST",
    url: "https://pos.example/hooks",
    headers: { authorization: maskedValue, "content-type": "application/json", "x-empty": "" },
    body: `{"note":"Ana's"}`,
  });
  expect(command).not.toContain(maskedValue);
  expect(listArguments(command)).toEqual([
    "-X",
    "POST",
    "https://pos.example/hooks",
    "-H",
    "authorization: <your authorization>",
    "-H",
    "content-type: application/json",
    "-H",
    "x-empty;",
    "--data-raw",
    `{"note":"Ana's"}`,
  ]);
});

test("whatever the body and the headers hold, a shell hands it to curl unchanged", () => {
  const text = fc
    .string({ unit: "binary-ascii", minLength: 1, maxLength: 40 })
    .filter((value) => !value.includes("\0"));
  fc.assert(
    fc.property(text, text, (value, body) => {
      const command = curlCommand({
        method: "POST",
        url: "https://a.example/?a=1&b='",
        headers: { x: value },
        body,
      });
      expect(listArguments(command).slice(2)).toEqual([
        "https://a.example/?a=1&b='",
        "-H",
        `x: ${value}`,
        "--data-raw",
        body,
      ]);
    }),
    { numRuns: 40 },
  );
});
