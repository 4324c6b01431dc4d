/** A part of the house that others import as one. Files that no floor names are free: tests, and what they are written with. */
export type Domain = { name: string; files: readonly string[] };

const automationSchemas = [
  "lib/automations/conditions/condition-schema.ts",
  "lib/automations/mapping/{mapping,path,bounded-tree}-schema.ts",
  "lib/automations/transforms/{transform-schema,locality}.ts",
];

/**
 * Bottom to top. A file imports from its own domain and from lower floors, types too: so no two domains import each
 * other, and domains of one floor do not know each other. Where two patterns name a file, the one with more letters
 * counts: `lib/engine/wake.ts` before `lib/engine/**`.
 */
export const floors: readonly (readonly Domain[])[] = [
  [
    { name: "ground", files: ["lib/*.ts", "package.json"] },
    { name: "locale", files: ["lib/words/locale.ts", "lib/words/!(en|texts|testing)/**"] },
    { name: "database address", files: ["db/connection/**"] },
  ],
  [{ name: "failures", files: ["lib/failures/**"] }],
  [{ name: "errors", files: ["lib/{errors,issue-message,parse,env,text-bounds,plain-data}.ts"] }],
  [
    { name: "money", files: ["lib/money/**"] },
    { name: "crypto", files: ["lib/crypto/**"] },
    { name: "csv", files: ["lib/csv/**"] },
    { name: "oauth", files: ["lib/oauth/**"] },
    { name: "search words", files: ["lib/search/words.ts"] },
    { name: "schemas of automations", files: automationSchemas },
    { name: "categories of apps", files: ["lib/providers/contract/{categories,clauses}.ts"] },
  ],
  [
    {
      name: "catalogue of texts",
      files: ["lib/words/en.ts", "lib/words/screen-text.ts", "lib/words/{en,texts}/**"],
    },
    { name: "planned apps", files: ["lib/marketplace/catalogue/**"] },
  ],
  [{ name: "texts", files: ["lib/words/{format,span-text}.ts"] }],
  [{ name: "event types", files: ["lib/events/catalogue/**"] }],
  [
    {
      name: "core of automations",
      files: [
        "lib/automations/definition-schema.ts",
        "lib/automations/{mapping,transforms,conditions,suggestions,shapes,words}/**",
      ],
    },
    { name: "sandbox kit", files: ["lib/providers/sandbox-kit/**"] },
  ],
  [{ name: "sentences", files: ["lib/words/render-core.ts"] }],
  [{ name: "contract of apps", files: ["lib/providers/contract/**"] }],
  [{ name: "kit of apps", files: ["lib/providers/kit/**"] }],
  [{ name: "apps", files: ["lib/providers/**"] }],
  [{ name: "words", files: ["lib/words/**"] }],
  [
    { name: "accounts of the ledger", files: ["lib/ledger/{accounts,difference-codes}.ts"] },
    { name: "fee arithmetic", files: ["lib/fees/compute-fee.ts"] },
  ],
  [{ name: "database", files: ["db/**"] }],
  [
    {
      name: "who asks",
      files: ["lib/auth/{context,permissions,signature,limiters,reader,verb,verb-output}.ts"],
    },
  ],
  [
    { name: "http", files: ["lib/http/**"] },
    { name: "limits", files: ["lib/limits/**"] },
    { name: "lists", files: ["lib/listing/**"] },
    { name: "history", files: ["lib/history/**"] },
    { name: "audit", files: ["lib/audit/**"] },
  ],
  [{ name: "search", files: ["lib/search/**"] }],
  [{ name: "work", files: ["lib/work/**"] }],
  [{ name: "client of Inngest", files: ["inngest/client.ts"] }],
  [{ name: "jobs", files: ["lib/jobs/**"] }],
  [
    { name: "vault", files: ["lib/vault/**"] },
    { name: "notices", files: ["lib/notices/**"] },
    { name: "wake of the engine", files: ["lib/engine/{wake,poke-drain}.ts"] },
  ],
  [{ name: "account mails", files: ["lib/account-mails/**"] }],
  [
    { name: "accounts", files: ["lib/auth/**"] },
    { name: "events", files: ["lib/events/**"] },
  ],
  [
    { name: "transport", files: ["lib/transport/**"] },
    { name: "engine", files: ["lib/engine/**"] },
    { name: "rows of connections", files: ["lib/integrations/integration-row.ts"] },
  ],
  [{ name: "names of automations", files: ["lib/automations/naming/**"] }],
  [
    { name: "deliveries", files: ["lib/deliveries/**"] },
    { name: "lists of notices", files: ["lib/notices/{list-notices,titled-notices}.ts"] },
  ],
  [{ name: "webhooks", files: ["lib/webhooks/**"] }],
  [{ name: "sandbox", files: ["lib/sandbox/**"] }],
  [
    { name: "test inboxes", files: ["lib/test-inboxes/**"] },
    { name: "ledger", files: ["lib/ledger/**"] },
    { name: "fees", files: ["lib/fees/**"] },
  ],
  [{ name: "sales", files: ["lib/revenue/sales/**"] }],
  [{ name: "states of payments", files: ["lib/payments/states/**"] }],
  [{ name: "integrations", files: ["lib/integrations/**"] }],
  [
    { name: "marketplace", files: ["lib/marketplace/**"] },
    { name: "automations", files: ["lib/automations/**"] },
    { name: "books", files: ["lib/books/**"] },
    { name: "revenue", files: ["lib/revenue/**"] },
  ],
  [{ name: "payments", files: ["lib/payments/**"] }],
  [
    { name: "recipes", files: ["lib/recipes/**"] },
    { name: "overview", files: ["lib/overview/**"] },
    { name: "kinds of destinations", files: ["lib/destinations/**"] },
    { name: "maintenance", files: ["lib/maintenance/**"] },
    { name: "operator", files: ["lib/operator/**"] },
  ],
  [{ name: "list of jobs", files: ["lib/jobs/list/**", "lib/jobs/{all-jobs,queues,wake-due-queues}.ts"] }],
  [{ name: "inngest", files: ["inngest/**"] }],
  [{ name: "Zapier", files: ["lib/zapier/**"] }],
  [{ name: "API", files: ["lib/api/**"] }],
  [{ name: "components", files: ["components/**"] }],
  [{ name: "pages and routes", files: ["app/**", "proxy.ts"] }],
  [{ name: "the server's start", files: ["instrumentation*.ts"] }],
  [{ name: "demo", files: ["db/seed*.ts", "db/seed/**"] }],
];
