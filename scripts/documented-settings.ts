/** One setting, as README and .env.example tell of it. */
type DocumentedSetting = {
  /** The variable, or several that belong together. */
  names: readonly string[];
  meaning: string;
  whenUnset: string;
  /** What one might write; for .env.example. */
  example: string;
};

/** Every setting of Patchbay, declared once: README, .env.example and the test that tries them all come from here. */
export const documentedSettings: readonly DocumentedSetting[] = [
  { names: ["PORT"], meaning: "app port", whenUnset: "3000", example: "3000" },
  {
    names: ["HOST"],
    meaning: "address to listen on; `0.0.0.0` is every one",
    whenUnset: "`127.0.0.1` in development, every address in production",
    example: "0.0.0.0",
  },
  {
    names: ["APP_URL"],
    meaning: "public origin, from which every link and address is made",
    whenUnset: "`http://localhost:$PORT`",
    example: "https://integrations.example.com",
  },
  {
    names: ["ALLOWED_HOSTS"],
    meaning:
      "`host[:port]` list that requests may name beside `APP_URL` and loopback, such as the name that a proxy sends; others get 421",
    whenUnset: "none",
    example: "patchbay.internal:3000",
  },
  {
    names: ["DATA_DIR"],
    meaning: "embedded database, generated keys",
    whenUnset: "`.data`",
    example: "/var/lib/patchbay",
  },
  {
    names: ["DATABASE_URL"],
    meaning:
      "external Postgres (14 or later), directly or through a pooler; the embedded one stays off. See [operations](docs/operations.md#the-database)",
    whenUnset: "the embedded one",
    example: "postgres://user:password@db.example.com:5432/patchbay?sslmode=verify-full",
  },
  {
    names: ["ENCRYPTION_KEYS"],
    meaning: "`id:base64[,id:base64…]`, 32 bytes each; the first seals, all open",
    whenUnset: "made in development, required in production",
    example: "k1:",
  },
  {
    names: ["NEXTAUTH_SECRET"],
    meaning: "session secret, 32 characters or more",
    whenUnset: "made in development, required in production",
    example: "",
  },
  {
    names: ["INNGEST_BASE_URL", "INNGEST_EVENT_KEY", "INNGEST_SIGNING_KEY", "INNGEST_DEV"],
    meaning:
      "an Inngest server, which calls `APP_URL`: events of other services come in through it, Patchbay's own go out, and it runs the crons",
    whenUnset: "none",
    example: "",
  },
  {
    names: ["ENGINE"],
    meaning:
      "`embedded`: each instance delivers by itself what is due; `inngest`: only calls of the Inngest server do, for platforms where no process lives on",
    whenUnset: "`embedded`",
    example: "embedded",
  },
  {
    names: ["ANNOUNCE_TRIGGERED"],
    meaning:
      "`on` or `off`: whether the Inngest server is told of each delivery that arrives (`webhook.triggered`)",
    whenUnset: "off",
    example: "on",
  },
  {
    names: ["OUTBOUND_ALLOW_HOSTS"],
    meaning: "`host[:port]` list that may be private or plain http; empty is none",
    whenUnset: "`localhost,127.0.0.1` in development, none in production",
    example: "localhost:3000",
  },
  {
    names: ["<PROVIDER>_CLIENT_ID", "<PROVIDER>_CLIENT_SECRET"],
    meaning: "an app of yours at a provider, such as `SLACK_CLIENT_ID`; see its guide",
    whenUnset: "the sandbox, or “not set up” where that is off",
    example: "",
  },
  {
    names: ["<PROVIDER>_SIGNING_SECRET"],
    meaning: "where the provider signs its webhooks with another secret (Slack, Stripe)",
    whenUnset: "its webhooks are refused",
    example: "",
  },
  {
    names: ["SMTP_URL", "MAIL_FROM"],
    meaning: "mail server and sender of notices, and of links to sign up and to reset a password",
    whenUnset:
      "notices stand on their page only, sign-up is open at once, resets need [the operator](docs/operations.md#accounts)",
    example: "",
  },
  {
    names: ["SANDBOX"],
    meaning: "`on` or `off`: the sandboxes of apps, test inboxes",
    whenUnset: "on in development, off in production",
    example: "off",
  },
  {
    names: ["TRUSTED_PROXIES"],
    meaning:
      "how many proxies of yours stand in front: so many entries of `x-forwarded-for` are believed, for throttling sign-ins by address; in production they may also put a host of their own in place of `APP_URL`'s",
    whenUnset: "0",
    example: "1",
  },
  {
    names: ["HOLD_DAYS"],
    meaning:
      "how long deliveries are held: for a webhook or an automation that is paused or switched off, and runs that wait for a connection or for a person; after that they fail, and are not sent",
    whenUnset: "14",
    example: "14",
  },
  {
    names: ["DEMO_API_KEY"],
    meaning: "key of the demo merchant, development only",
    whenUnset: "made once, kept in `DATA_DIR`",
    example: "",
  },
  {
    names: ["HISTORY_PAYLOAD_DAYS", "HISTORY_DELIVERY_DAYS"],
    meaning:
      "days for which is kept: what events hold and what was sent and answered; events, deliveries and attempts. See [operations](docs/operations.md#the-history)",
    whenUnset: "30 and 90",
    example: "30",
  },
  {
    names: ["HISTORY_AUDIT_DAYS", "HISTORY_SANDBOX_DAYS"],
    meaning: "days for which is kept: who changed what; calls to the sandboxes and requests to test inboxes",
    whenUnset: "365 and 30",
    example: "365",
  },
  {
    names: ["LOG_LEVEL"],
    meaning: "`trace` … `error`, `silent`",
    whenUnset: "`info`",
    example: "info",
  },
];

/** The table of README. */
export function settingsTable(): string {
  const rows = documentedSettings.map(
    ({ names, meaning, whenUnset }) =>
      `| ${names.map((name) => `\`${name}\``).join(", ")} | ${meaning} | ${whenUnset} |`,
  );
  return ["| variable | meaning | when unset |", "|---|---|---|", ...rows, ""].join("\n");
}

/** A file to copy to .env.production.local. Nothing is set in it. */
export function envExample(): string {
  const blocks = documentedSettings.map(({ names, meaning, whenUnset, example }) => {
    const plain = (text: string) => text.replaceAll("`", "");
    const lines = names.map((name, index) => `#${name}=${index === 0 ? example : ""}`);
    return [`# ${plain(meaning)}`, `# when unset: ${plain(whenUnset)}`, ...lines].join("\n");
  });
  return `# Settings of Patchbay, for .env.production.local or the environment. An empty value counts as unset,\n# but for OUTBOUND_ALLOW_HOSTS, where it names no host.\n\n${blocks.join("\n\n")}\n`;
}
