import { z } from "zod";
import type { SandboxContext, SandboxStore } from "../../sandbox-kit/contract.ts";

const root = "https://www.googleapis.com/auth/";

/** In Google's words: https://developers.google.com/identity/protocols/oauth2/scopes */
export const scopeTitles: Readonly<Record<string, string>> = {
  [`${root}drive.file`]:
    "See, edit, create, and delete only the specific Google Drive files you use with this app",
  [`${root}drive`]: "See, edit, create, and delete all of your Google Drive files",
  [`${root}drive.readonly`]: "See and download all your Google Drive files",
  [`${root}drive.metadata.readonly`]: "See information about your Google Drive files",
  [`${root}spreadsheets`]: "See, edit, create, and delete all your Google Sheets spreadsheets",
  [`${root}spreadsheets.readonly`]: "See all your Google Sheets spreadsheets",
  openid: "Associate you with your personal info on Google",
  email: "See your primary Google Account email address",
  profile: "See your personal info, including any personal info you've made publicly available",
};

/** Which scopes open what, each of them alone. */
export const opening = {
  driveRead: ["drive", "drive.file", "drive.readonly", "drive.metadata.readonly"],
  driveWrite: ["drive", "drive.file"],
  sheetsRead: ["drive", "drive.file", "drive.readonly", "spreadsheets", "spreadsheets.readonly"],
  sheetsWrite: ["drive", "drive.file", "spreadsheets"],
} as const;

const takenBack = z.object({ scopes: z.array(z.string()) });

/** Scopes that the person took back after agreeing; the next consent brings them again. */
export async function takeBack(store: SandboxStore, scopes: readonly string[]): Promise<void> {
  await store.put("permission", "taken back", { scopes });
}

export async function giveAgain(store: SandboxStore): Promise<void> {
  await store.remove("permission", "taken back");
}

/** What the grant of a request still allows. */
export async function grantedScopes(context: SandboxContext): Promise<string[]> {
  const gone = await context.store.get("permission", "taken back", takenBack);
  return (context.credential?.grant.scopes ?? []).filter((scope) => !gone?.scopes.includes(scope));
}

export function isOpened(granted: readonly string[], by: readonly string[]): boolean {
  return by.some((name) => granted.includes(`${root}${name}`));
}

/** Whether an app sees only the files that it made or that were opened with it. */
export function seesOwnFilesOnly(granted: readonly string[]): boolean {
  return !isOpened(granted, ["drive", "drive.readonly", "spreadsheets", "spreadsheets.readonly"]);
}
