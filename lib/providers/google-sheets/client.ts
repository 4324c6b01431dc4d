import type { drive_v3 } from "googleapis/build/src/apis/drive/index.js";
import type { sheets_v4 } from "googleapis/build/src/apis/sheets/index.js";
import type { z } from "zod";
import type { Call } from "../contract/call.ts";
import { classifyError, unreadable } from "./errors.ts";

export type Drive = drive_v3.Drive;
export type Sheets = sheets_v4.Sheets;

/** The Drive API v3: https://developers.google.com/workspace/drive/api/reference/rest/v3 */
export async function openDrive(call: Call): Promise<Drive> {
  const { drive } = await import("googleapis/build/src/apis/drive/index.js");
  return drive({ version: "v3", ...transport(call) });
}

/** The Sheets API v4: https://developers.google.com/workspace/sheets/api/reference/rest */
export async function openSheets(call: Call): Promise<Sheets> {
  const { sheets } = await import("googleapis/build/src/apis/sheets/index.js");
  return sheets({ version: "v4", ...transport(call) });
}

function transport(call: Call) {
  return {
    headers: { authorization: `Bearer ${call.credentials.accessToken ?? ""}` },
    fetchImplementation: withPlainBodies(call.fetch),
    retry: false,
  };
}

/** The SDK asks for gzip, which `call.fetch` hands on as it comes. */
function withPlainBodies(fetchThrough: typeof fetch): typeof fetch {
  return (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set("accept-encoding", "identity");
    return fetchThrough(input, { ...init, headers });
  };
}

/**
 * What the SDK's request brings, in the form that Google documents.
 * @throws {ProviderError}
 */
export async function ask<Answer>(
  request: Promise<{ data: unknown }>,
  form: z.ZodType<Answer>,
): Promise<Answer> {
  const { data } = await request.catch((error: unknown) => {
    throw classifyError(error) ?? error;
  });
  const answer = form.safeParse(data);
  if (answer.success) return answer.data;
  throw unreadable(
    answer.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; "),
  );
}

export const spreadsheetType = "application/vnd.google-apps.spreadsheet";

/** A text within a search: https://developers.google.com/workspace/drive/api/guides/search-files */
export function textTerm(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
