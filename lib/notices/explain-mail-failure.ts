import { z } from "zod";

/** What nodemailer puts on its errors: its own code, and the server's answer. */
const mailFailure = z.object({
  code: z.string().optional(),
  responseCode: z.number().optional(),
  response: z.string().optional(),
});

const longestAnswer = 300;

/** Why a mail did not go out, in a sentence that a shop owner may read: nothing about the operator's server but its answer. */
export function explainMailFailure(error: unknown): string {
  const { code, responseCode, response } = mailFailure.safeParse(error).data ?? {};
  if (code === "EAUTH") return "The mail server did not let Patchbay sign in.";
  if (responseCode !== undefined && response) {
    return `The mail server refused it: ${response.replace(/\s+/g, " ").trim().slice(0, longestAnswer)}`;
  }
  if (code === "ETIMEDOUT") return "The mail server did not answer in time.";
  return "The mail server could not be reached.";
}
