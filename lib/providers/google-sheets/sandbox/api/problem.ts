import type { SandboxReply } from "../../../sandbox-kit/contract.ts";

/** Thrown by a route, and answered as it stands. */
export class GoogleProblem extends Error {
  readonly reply: SandboxReply;
  constructor(reply: SandboxReply) {
    super(JSON.stringify(reply.json));
    this.reply = reply;
  }
}

type DriveError = { reason: string; message: string; location?: string; status?: string; short?: string };

/**
 * An error of the Drive API v3: always with `errors`, and with `status` where it is about who asks.
 * https://developers.google.com/workspace/drive/api/guides/handle-errors
 */
export function driveError(
  code: number,
  { reason, message, location, status, short }: DriveError,
): SandboxReply {
  const locationType = location === "Authorization" ? "header" : "parameter";
  const place = location === undefined ? {} : { location, locationType };
  const errors = [{ message: short ?? message, domain: "global", reason, ...place }];
  return { status: code, json: { error: { code, message, errors, ...(status ? { status } : {}) } } };
}

/** An error of the Sheets API v4, after https://google.aip.dev/193: always with `status`, never with `errors`. */
export function sheetsError(
  code: number,
  status: string,
  message: string,
  details?: readonly Record<string, unknown>[],
): SandboxReply {
  return { status: code, json: { error: { code, message, status, ...(details ? { details } : {}) } } };
}

export function invalidArgument(message: string, field?: string): GoogleProblem {
  const details =
    field === undefined
      ? undefined
      : [
          {
            "@type": "type.googleapis.com/google.rpc.BadRequest",
            fieldViolations: [{ field, description: message }],
          },
        ];
  return new GoogleProblem(sheetsError(400, "INVALID_ARGUMENT", message, details));
}

/** What Google has and this sandbox has not. */
export function notPlayed(what: string): GoogleProblem {
  return new GoogleProblem(sheetsError(400, "INVALID_ARGUMENT", `The sandbox does not play ${what}.`));
}
