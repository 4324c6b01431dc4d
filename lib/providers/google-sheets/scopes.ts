import type { Scope } from "../contract/auth.ts";

/**
 * Opens the files that the app made or the user picked in it, and no others; it serves every method that is called
 * here, `about.get` for the account's name among them.
 * https://developers.google.com/workspace/drive/api/guides/api-specific-auth
 */
export const driveFileScope = "https://www.googleapis.com/auth/drive.file";

export const scopes = [
  {
    id: driveFileScope,
    title: "See, create and change only the Google Drive files that you use with Patchbay",
    reason:
      "Patchbay adds rows to spreadsheets that it made, or that you opened with it. Google keeps all your other files out of its sight.",
  },
] satisfies readonly Scope[];
