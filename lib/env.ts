import { z } from "zod";
import { connectionOptions } from "#db/connection/options.ts";
import { lookUp } from "#lib/look-up.ts";
import { findWeakness } from "#lib/weak-secret.ts";

const flag = z.enum(["on", "off"]);

const encryptionKey = /^[A-Za-z0-9_-]{1,32}:[A-Za-z0-9+/]{43}=$/;
const encryptionKeys = z
  .string()
  .refine((value) => value.split(",").every((key) => encryptionKey.test(key)), {
    message: "must be id:base64[,id:base64…] where each key is 32 bytes in base64",
  });

/** An email address, alone or as `Name <address>`. */
const mailbox = /^(?:[^\s<>@]+@[^\s<>@]+|[^\r\n<>]*<[^\s<>@]+@[^\s<>@]+>)$/;

/** @returns a number written in digits, which is what a variable holds */
function wholeNumber(least: number, most: number) {
  const message = `must be a number between ${least} and ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .refine((value) => value >= least && value <= most, message);
}

/** `host` or `host:port`; a port is up to whoever reads the list. */
const hostEntry = /^(?:\[[0-9a-f:.]+\]|[a-z0-9_](?:[a-z0-9._-]*[a-z0-9_])?\.?)(?::\d{1,5})?$/i;
const hostList = z.string().refine(
  (value) =>
    value
      .split(",")
      .map((host) => host.trim())
      .every((host) => host === "" || hostEntry.test(host)),
  "must be host[:port][,host[:port]…], without http://, paths or wildcards; IPv6 in brackets",
);

const databaseUrl = z.string().superRefine((value, issues) => {
  try {
    connectionOptions(value);
  } catch (error) {
    issues.addIssue({ code: "custom", message: error instanceof Error ? error.message : "cannot be read" });
  }
});

function isOrigin(value: string): boolean {
  const { pathname, search, hash, username, password } = new URL(value);
  return pathname.replace(/\/+/, "") + search + hash + username + password === "";
}

const defaultDays = { payload: 30, delivery: 90 };

const envSchema = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  PORT: wholeNumber(1, 65_535).default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:[\]-]+$/, "must be an address or a name of this machine")
    .optional(),
  APP_URL: z
    .url({ protocol: /^https?$/, error: "must be an http or https origin", abort: true })
    .refine(isOrigin, "must be an origin, without a path, query or user")
    .optional(),
  ALLOWED_HOSTS: hostList.optional(),
  DATABASE_URL: databaseUrl,
  ENCRYPTION_KEYS: encryptionKeys,
  NEXTAUTH_SECRET: z.string().min(32, "must be at least 32 characters"),
  ENGINE: z.enum(["embedded", "inngest"]).default("embedded"),
  INNGEST_BASE_URL: z.url({ protocol: /^https?$/, error: "must be an http or https address" }).optional(),
  INNGEST_EVENT_KEY: z.string().optional(),
  INNGEST_SIGNING_KEY: z.string().optional(),
  INNGEST_DEV: z
    .string()
    .transform((value) => (/^(0|false|off|no)$/i.test(value) ? undefined : value))
    .optional(),
  ANNOUNCE_TRIGGERED: flag.default("off"),
  OUTBOUND_ALLOW_HOSTS: hostList.optional(),
  SANDBOX: flag.optional(),
  DEMO_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{16,200}$/, "must be 16 to 200 characters without spaces")
    .optional(),
  TRUSTED_PROXIES: wholeNumber(0, 10).default(0),
  HOLD_DAYS: wholeNumber(1, 365).default(14),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().regex(mailbox, "must be an email address").optional(),
  HISTORY_PAYLOAD_DAYS: wholeNumber(1, 3_650).default(defaultDays.payload),
  HISTORY_DELIVERY_DAYS: wholeNumber(1, 3_650).default(defaultDays.delivery),
  HISTORY_AUDIT_DAYS: wholeNumber(1, 3_650).default(365),
  HISTORY_SANDBOX_DAYS: wholeNumber(1, 3_650).default(30),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).optional(),
});

/** What to do about a variable that is missing or wrong, in the words of an operator. */
const remedies: Record<string, string> = {
  DATABASE_URL:
    "Set it to a Postgres URL, or start with `npm run dev` or `npm start`, which bring a database along.",
  ENCRYPTION_KEYS: "Make one: node -p \"'k1:' + crypto.randomBytes(32).toString('base64')\"",
  NEXTAUTH_SECRET: "Make one: node -p \"crypto.randomBytes(32).toString('base64')\"",
  APP_URL: "Set it to the public origin, for example https://integrations.example.com",
  HOST: "Set it to 127.0.0.1, to 0.0.0.0 for every address, or unset it.",
  ALLOWED_HOSTS: "Name hosts such as patchbay.internal:3000, or unset it.",
  OUTBOUND_ALLOW_HOSTS: "Name hosts such as localhost:3000, or leave it empty for none.",
  TRUSTED_PROXIES: "Set it to how many proxies of yours stand in front, or unset it.",
  HOLD_DAYS: "Set it to a number of days, or unset it.",
  SANDBOX: "Set it to on or off.",
  LOG_LEVEL: "Set it to trace, debug, info, warn, error or silent.",
  ENGINE: "Set it to inngest with an Inngest server and no process that lives on, or unset it.",
  ANNOUNCE_TRIGGERED: "Set it to on or off.",
  INNGEST_BASE_URL: "Set it to the address of your Inngest server, or unset it.",
  DEMO_API_KEY: "Unset it: one is made.",
  PORT: "Set it to a free port between 1 and 65535.",
  SMTP_URL:
    "Set it to your mail server, for example smtps://user:password@mail.example.com:465, or unset it: no email is sent then.",
  MAIL_FROM: "Set it to the sender of emails, for example Patchbay <notices@example.com>",
  HISTORY_PAYLOAD_DAYS: "Set it to days, or unset it.",
  HISTORY_DELIVERY_DAYS: "Set it to days, or unset it.",
  HISTORY_AUDIT_DAYS: "Set it to days, or unset it.",
  HISTORY_SANDBOX_DAYS: "Set it to days, or unset it.",
  INNGEST_DEV: "Unset it.",
  INNGEST_EVENT_KEY: "Set it to the event key of your Inngest server.",
  INNGEST_SIGNING_KEY: "Set it to the signing key of your Inngest server.",
};

/** In production, a secret that someone typed in for the time being does not open the doors. */
const guardedEnvSchema = envSchema.superRefine((env, issues) => {
  if (env.SMTP_URL && !env.MAIL_FROM) {
    issues.addIssue({ code: "custom", path: ["MAIL_FROM"], message: "is needed with SMTP_URL" });
  }
  if (env.ENGINE === "inngest" && !usesInngestServer(env)) {
    const message = "is inngest, and no Inngest server is set";
    issues.addIssue({ code: "custom", path: ["ENGINE"], message });
  }
  guardHistory(env, issues);
  if (env.NODE_ENV !== "production") return;
  const keys = env.ENCRYPTION_KEYS.split(",").map((key) => key.slice(key.indexOf(":") + 1));
  const secrets = [
    ...keys.map((key) => ["ENCRYPTION_KEYS", key] as const),
    ["NEXTAUTH_SECRET", env.NEXTAUTH_SECRET] as const,
  ];
  for (const [name, secret] of secrets) {
    const weakness =
      findWeakness(secret) ??
      (name === "ENCRYPTION_KEYS"
        ? findWeakness(Buffer.from(secret, "base64").toString("latin1"))
        : undefined);
    if (weakness) issues.addIssue({ code: "custom", path: [name], message: `is too weak: it ${weakness}` });
  }
  guardInngest(env, issues);
});

type ParsedEnv = z.output<typeof envSchema>;

/** The OAuth app that an operator made at a provider. */
type ProviderAppSettings = { clientId: string; clientSecret: string; signingSecret?: string };

/** Providers that take an app of the operator's. Other programs' halves (AZURE_CLIENT_ID) are none of our business. */
export const appPrefixes: ReadonlySet<string> = new Set([
  "GOOGLE_SHEETS",
  "HUBSPOT",
  "MAILCHIMP",
  "SALESFORCE",
  "SHOPIFY",
  "SLACK",
  "STRIPE",
]);

/** `<PROVIDER>_CLIENT_ID` and its like, by the provider's id in upper case. A line end of a file is no part of a secret. */
function readProviderApps(source: Record<string, string | undefined>): Record<string, ProviderAppSettings> {
  const apps: Record<string, ProviderAppSettings> = {};
  const halves: string[] = [];
  for (const name of Object.keys(source)) {
    const prefix = /^([A-Z][A-Z0-9_]*)_CLIENT_ID$/.exec(name)?.[1];
    const clientId = source[name]?.trim();
    if (!prefix || !clientId) continue;
    const clientSecret = source[`${prefix}_CLIENT_SECRET`]?.trim();
    const signingSecret = source[`${prefix}_SIGNING_SECRET`]?.trim();
    if (!clientSecret && !appPrefixes.has(prefix)) continue;
    if (!clientSecret) halves.push(`  ${prefix}_CLIENT_SECRET: is missing, while ${name} is set.`);
    else apps[prefix] = { clientId, clientSecret, ...(signingSecret ? { signingSecret } : {}) };
  }
  for (const prefix of appPrefixes) {
    const secret = source[`${prefix}_CLIENT_SECRET`]?.trim();
    if (secret && !source[`${prefix}_CLIENT_ID`]?.trim())
      halves.push(`  ${prefix}_CLIENT_ID: is missing, while ${prefix}_CLIENT_SECRET is set.`);
  }
  if (halves.length > 0) throw new EnvError(`${settingsAreWrong}\n${halves.join("\n")}`);
  return apps;
}

function usesInngestServer(env: ParsedEnv): boolean {
  return Boolean(env.INNGEST_BASE_URL || env.INNGEST_EVENT_KEY || env.INNGEST_SIGNING_KEY || env.INNGEST_DEV);
}

/** The default schedule of retries goes on for 28 hours. */
const retryDays = 2;

/**
 * What is sent must be kept for as long as it may wait, and what became of it for as long as what was sent. Blamed is
 * what someone set.
 */
function guardHistory(env: ParsedEnv, issues: z.core.$RefinementCtx): void {
  const { HOLD_DAYS: hold, HISTORY_PAYLOAD_DAYS: payload, HISTORY_DELIVERY_DAYS: delivery } = env;
  // One that is no number was refused already.
  if (![hold, payload, delivery].every(Number.isInteger)) return;
  const refuse = (name: string, message: string) =>
    issues.addIssue({ code: "custom", path: [name], message });
  if (payload < hold + retryDays) {
    const why = `deliveries are held for up to ${hold} days and tried again for ${retryDays} more, and what they send must be kept for as long`;
    if (payload === defaultDays.payload)
      refuse("HOLD_DAYS", `is too much for HISTORY_PAYLOAD_DAYS, which is ${payload}: ${why}`);
    else refuse("HISTORY_PAYLOAD_DAYS", `is too little for HOLD_DAYS, which is ${hold}: ${why}`);
  } else if (delivery < payload) {
    if (delivery === defaultDays.delivery)
      refuse(
        "HISTORY_PAYLOAD_DAYS",
        `is ${payload}, and must not be above HISTORY_DELIVERY_DAYS, which is ${delivery}`,
      );
    else
      refuse(
        "HISTORY_DELIVERY_DAYS",
        `is ${delivery}, and must not be below HISTORY_PAYLOAD_DAYS, which is ${payload}`,
      );
  }
}

/** With an Inngest server, what calls /api/inngest must be signed: unsigned calls could send any merchant's events. */
function guardInngest(env: ParsedEnv, issues: z.core.$RefinementCtx): void {
  if (env.INNGEST_DEV) {
    issues.addIssue({
      code: "custom",
      path: ["INNGEST_DEV"],
      message: "turns signatures off, and is for development",
    });
  }
  if (!usesInngestServer(env)) return;
  for (const name of ["INNGEST_EVENT_KEY", "INNGEST_SIGNING_KEY"] as const) {
    if (!env[name])
      issues.addIssue({ code: "custom", path: [name], message: "is needed with an Inngest server" });
  }
}

const settingsAreWrong = "Patchbay cannot start, because of its settings:";

export class EnvError extends Error {
  override name = "EnvError";
}

export type Env = ReturnType<typeof parseEnv>;

/**
 * Reads the settings from a record of environment variables.
 * @throws {EnvError} naming every variable that is missing or wrong, and its remedy.
 */
export function parseEnv(source: Record<string, string | undefined>) {
  const values = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  // An empty list of exempt hosts is a choice ("none"), not an omission.
  if (source.OUTBOUND_ALLOW_HOSTS === "") values.OUTBOUND_ALLOW_HOSTS = "";
  const result = guardedEnvSchema.safeParse(values);
  if (!result.success) throw new EnvError(describeProblems(result.error.issues));
  const env = result.data;
  const isProduction = env.NODE_ENV === "production";
  return {
    ...env,
    isProduction,
    // As browsers write an origin: in small letters, without the port that its scheme has anyway.
    APP_URL: new URL(env.APP_URL ?? `http://localhost:${env.PORT}`).origin,
    SANDBOX: env.SANDBOX ?? (isProduction ? "off" : "on"),
    LOG_LEVEL: env.LOG_LEVEL ?? (env.NODE_ENV === "test" ? "silent" : "info"),
    outboundAllowHosts: (env.OUTBOUND_ALLOW_HOSTS ?? (isProduction ? "" : "localhost,127.0.0.1"))
      .split(",")
      .map((host) => host.trim().toLowerCase())
      .filter(Boolean),
    providerApps: readProviderApps(values),
    usesInngestServer: usesInngestServer(env),
  };
}

function describeProblems(issues: readonly z.core.$ZodIssue[]): string {
  const lines = issues.map((issue) => {
    const name = String(issue.path[0]);
    const problem =
      issue.code === "invalid_type"
        ? "is missing"
        : issue.message.replace(/^Invalid option: expected/, "must be");
    return `  ${name}: ${problem}. ${lookUp(remedies, name) ?? ""}`.trimEnd();
  });
  return `${settingsAreWrong}\n${[...new Set(lines)].join("\n")}`;
}

let cached: Env | undefined;

/** The settings of this process, parsed once. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}
