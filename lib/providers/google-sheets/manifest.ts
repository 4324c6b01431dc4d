import type { Manifest } from "../contract/manifest.ts";
import { auth } from "./auth.ts";
import { words } from "./words.ts";

export const manifest = {
  id: "google-sheets",
  name: "Google Sheets",
  category: "documents",
  words,
  summary: "Adds a row to your spreadsheet for each order, payment or scan.",
  benefits: [
    "Each order becomes one row by itself, even if the connection drops.",
    "What guests type stays plain text: nothing in it can work as a formula in your spreadsheet.",
    "Patchbay makes spreadsheets with headings for you, ready for rows.",
  ],
  docsUrl: "https://developers.google.com/workspace/sheets/api/guides/concepts",
  icon: "googlesheets",
  api: {
    version: "Sheets v4, Drive v3",
    endsOn: null,
    source: "https://developers.google.com/workspace/sheets/api/reference/rest",
  },
  setUp: [
    "Have a Google account; with Google Workspace, ask your administrator whether it lets apps in.",
    "Let Patchbay make the spreadsheet for the rows: Google does not show it those that you have already.",
  ],
  developerApp: {
    consoleUrl: "https://console.cloud.google.com/apis/credentials",
    steps: [
      "Make a project, and switch on the Google Sheets API and the Google Drive API in it.",
      "Under Google Auth Platform fill in the branding, and choose External as the audience.",
      "Under Data access add the scope https://www.googleapis.com/auth/drive.file, and no other.",
      "Publish the app: while it is in testing, Google ends each connection after seven days.",
      "Under Clients make an OAuth client of the type Web application, and add the redirect URI {redirectUri}.",
      "Copy the client ID and the client secret.",
    ],
    extraSecrets: [],
  },
  auth,
  // Google counts 60 reads and 60 writes a minute for each person, 300 of each for all of them together.
  // https://developers.google.com/workspace/sheets/api/limits
  rateLimit: { perIntegration: { requests: 60, seconds: 60 }, perApp: { requests: 300, seconds: 60 } },
  inboundAddress: null,
  syncs: [],
  paymentFacts: null,
} satisfies Manifest;
