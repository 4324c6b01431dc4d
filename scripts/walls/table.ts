/** What the files of one zone may import. Patterns are globs over paths from the project's root. */
export type Zone = {
  name: string;
  /** The files of the zone, less those of every zone above it in the table. */
  files: readonly string[];
  mayImport: readonly string[];
  /** Exceptions from `mayImport`. */
  butNot?: readonly string[];
  /** May be imported as types only. */
  mayImportTypes?: readonly string[];
  /** May be imported by `import("…")` only, when it is needed. */
  mayImportLazily?: readonly string[];
  /** npm packages and Node's own modules that stay outside; `node:` stands for all of Node's. */
  neverPackages?: readonly string[];
  /** The own folder of a file, as so many parts of its path, may be imported too. */
  ownFolderDepth?: number;
  /** Exceptions from the own folder. */
  ownFolderButNot?: readonly string[];
};

/** Schemas and constants without a server behind them: what a browser may load. */
const pureFiles = [
  "lib/**/*schema.ts",
  "lib/events/catalogue/*.ts",
  "lib/webhooks/retry-presets.ts",
  "lib/webhooks/headers.ts",
  "lib/crypto/mask.ts",
  "lib/auth/permissions.ts",
  "lib/listing/page.ts",
  "lib/money/*.ts",
  "lib/fees/{compute-fee,plans}.ts",
  "lib/search/words.ts",
  "lib/providers/contract/{categories,unread}.ts",
  "lib/money/minor-digits.ts",
  "lib/ledger/{accounts,difference-codes}.ts",
  "lib/marketplace/catalogue/*.{ts,json}",
  "lib/parse.ts",
  "lib/errors.ts",
  "lib/plain-data.ts",
  "lib/{look-up,intl}.ts",
  "lib/to-label.ts",
  "lib/issue-message.ts",
  "lib/text.ts",
  "lib/scrub.ts",
  "lib/failures/*.ts",
  "lib/words/{locale,screen-text,span-text}.ts",
  "lib/words/!(en|texts|testing)/**/*.ts",
  // The texts of screens: each component names the catalogue that it shows something of.
  "lib/words/texts/*.ts",
  "lib/words/en/{screens,definitions}/*.ts",
  "lib/words/en/{causes,comparisons,connect-outcomes,settings,form-fields,transforms}.ts",
  // The pure core of automations: one evaluator for the engine, the dry run and the preview in a browser.
  "lib/automations/{mapping,transforms,conditions,suggestions,shapes,words}/*.ts",
];
/** What is said, as codes, and what follows from it: for whoever fails, and whoever tells of it. */
const vocabularyFiles = ["lib/failures/*.ts", "lib/scrub.ts", "lib/text.ts"];
/** Of use to every zone: no word of the product is in them. */
const groundFiles = [
  "lib/{look-up,intl}.ts",
  "lib/text-schema.ts",
  "lib/instant-schema.ts",
  "lib/money/{currency-rules,minor-digits,decimal-minor}.ts",
  "lib/{retry-after,same-text}.ts",
];
/** Built and run elsewhere, with nothing of ours around it. */
const productPackages = ["drizzle-orm", "postgres", "inngest", "next", "react", "zod", "pino", "undici"];
const databasePackages = ["drizzle-orm", "postgres"];
const serverPackages = [...databasePackages, "inngest", "pino", "undici", "node:"];
/** An app each: beside them lie what all share, and what tests them. */
const insideOfProviders = ["lib/providers/!(contract|kit|sandbox-kit|testing|conformance)/**"];
/** What plays a provider shares no code with what calls it: a mistake made in both would be found by no test. */
const sandboxesOfProviders = ["lib/providers/*/sandbox/**"];
/** What people, and other programs, read is made here: DTOs, problems, mails, events about the merchant's connections. */
const edgeFiles = [
  "lib/**/*-dto.ts",
  "lib/**/list-*.ts",
  "lib/transport/**",
  "lib/providers/contract/app-words.ts",
  "lib/integrations/run-action.ts",
  "lib/integrations/health/error-event.ts",
  "lib/account-mails/compose-account-mail.ts",
  "lib/integrations/connect/{connect-with-keys,connect-redirect}.ts",
  "lib/notices/compose-mail.ts",
  "lib/notices/notice-text.ts",
  "lib/webhooks/check-webhook-url.ts",
  "lib/webhooks/require-sendable-url.ts",
  "lib/deliveries/attempt-message.ts",
  "lib/automations/trying/{compare,told}-definition*.ts",
  "lib/integrations/preview-disconnect.ts",
  // What is installed from a recipe is in the words of whoever installs it.
  "lib/recipes/{registry.ts,catalogue/**}",
  "lib/revenue/files/*.ts",
  "lib/revenue/reports/revenue-file.ts",
  "lib/operator/revenue/revenue-csv.ts",
];
const libMayImport = ["lib/**", "db/**", "inngest/client.ts", "inngest/server-state.ts", "package.json"];
const libButNot = [...insideOfProviders, "db/seed*", "db/seed/**", "db/testing/**", "lib/**/testing/**"];
const providersNeverImport = [...databasePackages, "inngest", "next", "next-auth"];

/** The layout of docs/architecture.md as walls. A file belongs to the first zone that names it. */
export const zones: readonly Zone[] = [
  { name: "tests", files: ["**/*.test.{ts,tsx}", "lib/providers/conformance/**"], mayImport: ["**"] },
  {
    name: "tool settings",
    files: ["*.config.{ts,mts}"],
    mayImport: ["lib/**", "db/**", "scripts/**", "e2e/**"],
  },
  {
    name: "the server's start",
    files: ["instrumentation.ts", "instrumentation-*.ts"],
    mayImport: ["instrumentation-*.ts", "lib/**", "inngest/**"],
    butNot: insideOfProviders,
    neverPackages: databasePackages,
  },
  {
    name: "the routes of the engine",
    files: ["app/api/{inngest,ready}/**"],
    mayImport: ["lib/**", "inngest/**"],
    butNot: insideOfProviders,
    neverPackages: databasePackages,
  },
  {
    name: "app",
    files: ["app/**", "proxy.ts"],
    mayImport: ["app/**", "components/**", "lib/**"],
    butNot: [...insideOfProviders, "**/*.test.*"],
    neverPackages: databasePackages,
  },
  {
    name: "server actions",
    files: ["components/**/server-actions.ts"],
    mayImport: ["components/**", "lib/**"],
    butNot: [...insideOfProviders, "**/*.test.*"],
    neverPackages: databasePackages,
  },
  {
    name: "components",
    files: ["components/**"],
    mayImport: ["components/**", ...pureFiles],
    mayImportTypes: ["lib/**"],
    neverPackages: serverPackages,
  },
  {
    name: "pure files of lib",
    files: pureFiles,
    mayImport: pureFiles,
    neverPackages: serverPackages,
  },
  {
    name: "the list of apps",
    files: ["lib/providers/manifests.ts"],
    mayImport: ["lib/providers/contract/**", "lib/providers/!(contract)/manifest.ts"],
  },
  {
    name: "the registry of apps",
    files: ["lib/providers/registry.ts"],
    // An app's code comes with the first call that needs it.
    mayImport: ["lib/look-up.ts", "lib/providers/contract/**", "lib/providers/{load-once,manifests}.ts"],
    mayImportLazily: ["lib/providers/!(contract)/{provider.ts,declared.json}"],
    mayImportTypes: ["lib/providers/sandbox-kit/**"],
  },
  {
    name: "the manifest of an app",
    files: ["lib/providers/!(contract)/{manifest,auth,words}.ts"],
    mayImport: ["lib/providers/{contract,kit}/**", ...groundFiles, ...vocabularyFiles],
    ownFolderDepth: 3,
    ownFolderButNot: [
      "lib/providers/*/{actions,resources,sync,inbound,payments,sandbox,testing}/**",
      "lib/providers/*/{provider,identify,client,errors,inbound}.ts",
    ],
    neverPackages: providersNeverImport,
  },
  {
    name: "the declaration of a provider",
    files: ["lib/providers/!(contract)/provider.ts"],
    mayImport: ["lib/providers/{contract,kit}/**", ...groundFiles, ...vocabularyFiles],
    ownFolderDepth: 3,
    neverPackages: providersNeverImport,
  },
  {
    name: "the sandbox of a provider",
    files: sandboxesOfProviders,
    mayImport: ["lib/providers/sandbox-kit/**", ...groundFiles],
    ownFolderDepth: 4,
    neverPackages: providersNeverImport,
  },
  {
    name: "a provider",
    files: insideOfProviders,
    mayImport: ["lib/providers/{contract,kit}/**", ...groundFiles, ...vocabularyFiles],
    ownFolderDepth: 3,
    ownFolderButNot: sandboxesOfProviders,
    neverPackages: providersNeverImport,
  },
  {
    name: "seed and test data",
    files: ["db/seed*", "db/seed/**", "db/testing/**", "lib/**/testing/**"],
    mayImport: ["db/**", "lib/**", "inngest/**", "scripts/postgres/**", "scripts/port.ts"],
    butNot: insideOfProviders,
  },
  {
    name: "the engine",
    files: ["lib/engine/**"],
    mayImport: [
      "lib/engine/**",
      "lib/jobs/wake.ts",
      "lib/events/*.ts",
      "lib/failures/message.ts",
      "lib/history/days.ts",
      "lib/*.ts",
      "db/**",
    ],
    // It knows no kind of destination: a Sender does.
    butNot: ["db/schema/webhooks.ts", "db/seed*", "db/seed/**", "db/testing/**"],
  },
  {
    name: "words",
    files: ["lib/words/**"],
    mayImport: [
      "lib/words/**",
      "lib/providers/manifests.ts",
      "lib/providers/contract/{clauses,sentence}.ts",
      ...pureFiles,
    ],
    neverPackages: [...databasePackages, "inngest", "next", "react"],
  },
  {
    name: "the edge of lib, where codes become sentences",
    files: edgeFiles,
    mayImport: libMayImport,
    butNot: libButNot,
  },
  {
    name: "lib",
    files: ["lib/**"],
    mayImport: libMayImport,
    // Whoever writes rows writes codes.
    butNot: [
      ...libButNot,
      "lib/words/!(locale).ts",
      "lib/words/en/**",
      "lib/words/texts/!(reader-locale|translations).ts",
    ],
  },
  {
    name: "inngest",
    files: ["inngest/**"],
    mayImport: ["inngest/**", "lib/**"],
    butNot: insideOfProviders,
    neverPackages: databasePackages,
  },
  {
    name: "db",
    files: ["db/**"],
    mayImport: ["db/**", "lib/env.ts", "lib/ids.ts", ...groundFiles],
    mayImportTypes: ["lib/**"],
  },
  {
    name: "the server of the browser tests",
    files: ["e2e/server.ts", "e2e/seed-merchants.ts"],
    mayImport: ["e2e/{merchants,seed-merchants,sessions}.ts", "lib/**", "db/**", "scripts/**"],
    butNot: insideOfProviders,
  },
  {
    name: "browser tests",
    files: ["e2e/**"],
    mayImport: ["e2e/**", "lib/**", "db/testing/**", "scripts/**", "package.json"],
    butNot: insideOfProviders,
  },
  {
    name: "the app at Zapier",
    files: ["integrations/zapier/**"],
    mayImport: [],
    neverPackages: productPackages,
    ownFolderDepth: 2,
  },
  {
    name: "scripts",
    files: ["scripts/**"],
    mayImport: ["scripts/**", "lib/**", "db/**", "inngest/**"],
    butNot: insideOfProviders,
  },
];

/** Everyone else asks lib/env.ts, which has checked what it hands out. */
export const readersOfProcessEnv: readonly string[] = [
  "lib/env.ts",
  "lib/logger.ts",
  "scripts/**",
  "*.config.{ts,mts}",
  "db/testing/**",
  "inngest/testing/**",
  "e2e/**",
  "instrumentation*.ts",
  "app/api/ready/route.ts",
  "proxy.ts",
  "integrations/zapier/src/base-url.ts",
  "**/*.test.ts",
];
