import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { appPrefixes, EnvError, parseEnv } from "#lib/env.ts";
import { manifests } from "#lib/providers/manifests.ts";
import { settingPrefix } from "#lib/providers/provider-app.ts";
import { documentedSettings, envExample, settingsTable } from "./documented-settings.ts";
import { projectRoot } from "./settings.ts";

const names = documentedSettings
  .flatMap((setting) => setting.names)
  .flatMap((name) =>
    name.includes("<") ? ["SLACK", "AZURE"].map((app) => name.replace("<PROVIDER>", app)) : [name],
  );

const base = {
  DATABASE_URL: "postgres://user@localhost/patchbay",
  ENCRYPTION_KEYS: `k1:${randomBytes(32).toString("base64")}`,
  NEXTAUTH_SECRET: randomBytes(32).toString("base64"),
};

const oddValues = [
  "",
  " ",
  "0",
  "-1",
  "1.5",
  "1e3",
  "99999999999999999999",
  "true",
  "on",
  "off",
  "no",
  "null",
  "undefined",
  "none",
  "*",
  ",",
  ",,",
  "a,b",
  "a b",
  "localhost",
  "127.0.0.1",
  "::1",
  "[::1]:1",
  "http://",
  "http://x",
  "https://x/y?z#a",
  "x:y:z",
  "file:///etc/passwd",
  "\u0000",
  "ä",
  "💥",
  "constructor",
  "__proto__",
  "k1:",
  "k1:abc",
  "a".repeat(5_000),
  "\n",
  "a\nb=c",
  "<script>",
  "%zz",
  "postgres://",
  "smtp://",
  "10.0.0.0/8",
  "*.example.com",
];

describe.each(["development", "production"])("in %s", (NODE_ENV) => {
  test.each(names)("%s starts or is refused in a line that names it, whatever it holds", (name) => {
    for (const value of oddValues) {
      const refusal = catchRefusal({ ...base, NODE_ENV, [name]: value });
      if (refusal === null) continue;
      expect(refusal, `${name}=${value}`).toBeInstanceOf(EnvError);
      const [head, ...lines] = String(refusal instanceof Error ? refusal.message : refusal).split("\n");
      expect(head).toBe("Patchbay cannot start, because of its settings:");
      expect(lines.length, `${name}=${value}`).toBeGreaterThan(0);
      for (const line of lines) expect(line).toMatch(/^ {2}[A-Z_]+: \S.*\.$|^ {2}[A-Z_]+: .+[^.]$/);
      if (!name.startsWith("INNGEST") && !name.startsWith("SMTP") && !name.startsWith("SLACK"))
        expect(
          lines.every((line) => line.startsWith(`  ${name}: `)),
          lines.join("\n"),
        ).toBe(true);
    }
  });

  test.each(names.filter((name) => !(name in base)))("%s set empty counts as unset", (name) => {
    expect(catchRefusal({ ...base, NODE_ENV, [name]: "" })).toBeNull();
  });
});

function catchRefusal(source: Record<string, string>): unknown {
  try {
    parseEnv(source);
    return null;
  } catch (error) {
    return error;
  }
}

test.each([
  ["PORT", "abc", /PORT: must be a number between 1 and 65535\. Set it to a free port/],
  ["TRUSTED_PROXIES", "one", /TRUSTED_PROXIES: must be a number between 0 and 10/],
  ["APP_URL", "https://x.example/base", /APP_URL: must be an origin, without a path/],
  ["ALLOWED_HOSTS", "https://x.example", /ALLOWED_HOSTS: must be host\[:port\]/],
  ["OUTBOUND_ALLOW_HOSTS", "10.0.0.0/8", /OUTBOUND_ALLOW_HOSTS: must be host/],
  [
    "DATABASE_URL",
    "postgres://u:hidden@h/d?frobnicate=1",
    /DATABASE_URL: says frobnicate=1: Patchbay does not know it/,
  ],
  ["SANDBOX", "yes", /SANDBOX: must be one of "on"\|"off"\. Set it to on or off/],
  ["SLACK_CLIENT_SECRET", "x", /SLACK_CLIENT_ID: is missing/],
])("%s=%s is refused with what is wrong and what to do", (name, value, words) => {
  expect(() => parseEnv({ ...base, NODE_ENV: "production", [name]: value })).toThrow(words);
  expect(() => parseEnv({ ...base, NODE_ENV: "production", [name]: value })).not.toThrow(/hidden/);
});

test("half an app of another program is none of ours; the apps that can be set are those of the registry", () => {
  expect(parseEnv({ ...base, AZURE_CLIENT_ID: "managed" }).providerApps).toEqual({});
  const withApps = manifests.filter(({ auth }) => auth.kind === "oauth2").map(({ id }) => settingPrefix(id));
  expect([...appPrefixes].sort()).toEqual(withApps.sort());
});

test("README and .env.example tell of every setting as it is declared", () => {
  expect(readFileSync(join(projectRoot, "README.md"), "utf8")).toContain(settingsTable());
  const path = join(projectRoot, ".env.example");
  expect(existsSync(path) && readFileSync(path, "utf8")).toBe(envExample());
});
