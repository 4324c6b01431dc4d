import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { sendEventCommand, shellWord, welcomeText } from "./welcome.ts";

/** The arguments that bash would pass to curl. */
function argumentsOf(command: string): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  return execFileSync("bash", ["-c", script], { encoding: "utf8" }).split("\0").slice(0, -1);
}

describe("the printed curl", () => {
  test("is one command that bash reads as meant", () => {
    const args = argumentsOf(sendEventCommand("http://localhost:3000", "pb_key"));
    expect(args.slice(0, 5)).toEqual([
      "http://localhost:3000/api/events",
      "-H",
      "authorization: Bearer pb_key",
      "-H",
      "content-type: application/json",
    ]);
    expect(JSON.parse(args[6] ?? "")).toEqual({ type: "order.paid", data: orderPaid.example });
  });

  test("stands in the welcome as it is, unindented", () => {
    const signIn = { email: "demo@patchbay.test", password: "of the demo" };
    const welcome = { appUrl: "https://patchbay.test", port: 3000, apiKey: "pb_key", signIn };
    expect(welcomeText(welcome)).toContain(`\n${sendEventCommand("http://localhost:3000", "pb_key")}\n`);
  });

  test.each(["it's", "'", '$HOME `id` \\ "x" !', "two\nlines", ""])("quotes %j", (text) => {
    expect(argumentsOf(`curl ${shellWord(text)}`)).toEqual([text]);
  });
});
