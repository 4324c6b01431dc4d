import { bodyText } from "#lib/http/body-text.ts";
import { DecodeError, decodeBody } from "#lib/http/decode-body.ts";
import { defaultMaxResponseBytes, type OutboundReply } from "#lib/http/send.ts";

const maxUnpackedBytes = 1_024 * 1_024;

/**
 * The reply with its body as a person can read it in the log: unpacked, where the endpoint packed it although nobody
 * had asked. It changes nothing about what the answer means.
 */
export async function readableReply(reply: OutboundReply): Promise<OutboundReply> {
  if (!reply.ok || reply.bytes.length === 0) return reply;
  try {
    const isPart = reply.isBodyCut || reply.isBodyBroken;
    const bytes = await decodeBody(reply.bytes, reply.headers["content-encoding"], maxUnpackedBytes, isPart);
    if (bytes === reply.bytes) return reply;
    const isCut = bytes.length > defaultMaxResponseBytes;
    const body = bodyText(Buffer.from(bytes.subarray(0, defaultMaxResponseBytes)), isCut);
    return { ...reply, body, isBodyCut: reply.isBodyCut || isCut };
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    // Some say that they packed it and did not.
    if (!reply.body.includes("\ufffd")) return reply;
    return { ...reply, body: "", flaw: reply.flaw ?? { code: "flaw_packed", params: {} } };
  }
}
