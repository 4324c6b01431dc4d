import { logger } from "#lib/logger.ts";

/** What a file holds: a text, or pieces of one that are made as they are taken. */
export type FileContent = string | AsyncIterable<string>;

type File = { name: string; contentType: string; requestId: string };

/**
 * An answer that is saved as a file. Where its pieces end by a failure, so does the connection: whoever saves it is told that
 * it is not whole, and the log why.
 */
export function fileResponse(content: FileContent, { name, contentType, requestId }: File): Response {
  return new Response(typeof content === "string" ? content : toStream(content, requestId), {
    headers: {
      "content-type": contentType,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "x-request-id": requestId,
    },
  });
}

/** Makes a piece when there is room for it, and none for whoever has gone. */
function toStream(pieces: AsyncIterable<string>, requestId: string): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      } catch (error) {
        logger.error({ err: error, requestId }, "a file broke off");
        controller.error(error);
      }
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
