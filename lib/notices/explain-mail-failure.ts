import { z } from "zod";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { storable } from "#lib/text.ts";

/** What nodemailer puts on its errors: its own code, and the server's answer. */
const mailFailure = z.object({
  code: z.string().optional(),
  responseCode: z.number().optional(),
  response: z.string().optional(),
});

const longestAnswer = 300;

/** Why a mail did not go out: nothing about the operator's server but its answer. */
export function explainMailFailure(error: unknown): Message {
  const { code, responseCode, response } = mailFailure.safeParse(error).data ?? {};
  if (code === "EAUTH") return say("mail_sign_in");
  if (responseCode !== undefined && response) {
    return say("mail_refused", {
      answer: storable(response).replace(/\s+/g, " ").trim().slice(0, longestAnswer),
    });
  }
  if (code === "ETIMEDOUT") return say("mail_timeout");
  return say("mail_unreachable");
}
