/** Addresses of the Sheets API: `sheets.googleapis.com/v4/spreadsheets/{id}` and what follows. */
export function spreadsheetPath(rest: string): RegExp {
  return new RegExp(`^sheets\\.googleapis\\.com/v4/spreadsheets/(?<id>[A-Za-z0-9_-]+)${rest}$`, "s");
}
