import { z } from "zod";

/** What a verb answers that gives a file of any length: its text in pieces, made as they are taken. */
export const filePieces = z.custom<AsyncIterable<string>>(
  (value) => typeof value === "object" && value !== null && Symbol.asyncIterator in value,
);
