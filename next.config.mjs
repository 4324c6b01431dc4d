import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL(".", import.meta.url));
const appHost = process.env.APP_URL ? [new URL(process.env.APP_URL).hostname] : [];

/** @type {import("next").NextConfig} */
export default {
  distDir: process.env.NEXT_DIST_DIR || ".next",
  turbopack: { root },
  // The types of all files are checked by `npm run verify`; the tests build what has been through it.
  // This one extends the project's, and that keeps Next from rewriting it for every distDir.
  typescript: {
    tsconfigPath: "scripts/next/tsconfig.json",
    ignoreBuildErrors: process.env.TYPES_CHECKED_APART === "yes",
  },
  allowedDevOrigins: ["127.0.0.1", ...appHost],
  poweredByHeader: false,
  // An API that a sandbox plays may have addresses that end with a slash.
  skipTrailingSlashRedirect: true,
  devIndicators: false,
  headers: async () => [
    { source: "/:path*", headers: [{ key: "x-content-type-options", value: "nosniff" }] },
  ],
  // For each request to a route with parameters, `next dev` starts a process: what calls us by the dozen has none.
  rewrites: async () => [
    { source: "/sandbox/inbox/:rest*", destination: "/sandbox/inbox" },
    { source: "/sandbox/:rest*", destination: "/sandbox" },
    { source: "/api/inbound/:rest*", destination: "/api/inbound" },
  ],
  reactStrictMode: true,
  // What a build keeps for the next one takes as long to write as a sixth of the build.
  experimental: { turbopackFileSystemCacheForBuild: process.env.BUILD_KEEPS_NOTHING !== "yes" },
  // Node loads these as they are: the compiler has nothing to do for them, in development or for a build.
  serverExternalPackages: [
    "zod",
    "jose",
    "croner",
    "ipaddr.js",
    "intl-messageformat",
    "oauth4webapi",
    "pino",
    "postgres",
    "inngest",
    "drizzle-orm",
    "rate-limiter-flexible",
    "nodemailer",
    "graphql",
    "@slack/web-api",
    "@hubspot/api-client",
    "googleapis",
    "stripe",
    "jsforce",
    "@sendgrid/mail",
  ],
};
